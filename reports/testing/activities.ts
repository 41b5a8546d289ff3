import { findAreas } from '../../care/areas.ts';

/** What Genrep's own areas tell of their kinds of step, as a run's first event has it. */
export const { activities: ACTIVITIES } = (await findAreas()).vocabulary;
