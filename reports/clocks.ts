import { CLOCKS_APART, type Milliseconds } from '../domain/time.ts';
import { type Bilingual, both, duration } from '../pages/bilingual.ts';

/** Whether times that the system wrote can be held against Genrep's. */
export const tooFarApart = (ahead: Milliseconds): boolean => Math.abs(ahead) > CLOCKS_APART;

/** How the system's clock goes, as a sentence. */
export function clockText(ahead: Milliseconds): Bilingual {
  if (ahead === 0) {
    return both('Systemets klocka går som Genreps.', 'The system’s clock agrees with Genrep’s.');
  }
  const apart = duration(Math.abs(ahead));
  return ahead < 0
    ? both(
        `Systemets klocka går ${apart.sv} efter Genreps.`,
        `The system’s clock is ${apart.en} behind Genrep’s.`,
      )
    : both(
        `Systemets klocka går ${apart.sv} före Genreps.`,
        `The system’s clock is ${apart.en} ahead of Genrep’s.`,
      );
}
