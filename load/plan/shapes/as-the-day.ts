import { rounds } from './rounds.ts';
import type { Shape } from './shape.ts';

/** The hours as they are, times the profile's factor. */
export const asTheDay: Shape<'as-the-day'> = (_, profile, day) => rounds([profile.multiply], profile, day);
