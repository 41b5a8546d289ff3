import { randomStream } from '../../domain/random.ts';

/** A number that no blood bank gives out: the same for the same step, and another for every other. */
export const bagNumber = (token: string): string =>
  `PROV-${String(randomStream(0, 'blood bag', token).below(1_000_000_000)).padStart(9, '0')}`;
