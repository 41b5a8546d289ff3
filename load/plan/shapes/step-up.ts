import { rounds } from './rounds.ts';
import type { Shape } from './shape.ts';

/** The hours once for each factor, one after the other: the last round that held its limits is the knee. */
export const stepUp: Shape<'step-up'> = ({ factors }, profile, day) =>
  rounds(
    factors.map((factor) => factor * profile.multiply),
    profile,
    day,
  );
