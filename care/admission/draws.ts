import { drawsOf } from '../../flows/draws/drawing.ts';
import { linesAtLimits, linesTo } from '../../flows/draws/texts.ts';
import type { AdmissionTask } from './activities.ts';

/** A reason for coming is a line in a list. An assumption. */
const LONGEST_REASON = 256;

export const draws = drawsOf<AdmissionTask>({
  'register-arrival': (task) => ({
    limits: linesAtLimits(LONGEST_REASON).map((reason) => ({ ...task, reason })),
    between: linesTo(LONGEST_REASON).map(
      (reason) => ({ ...task, reason }),
      (drawn) => (drawn as typeof task).reason,
    ),
  }),
});
