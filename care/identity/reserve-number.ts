import {
  assertSafe,
  nationalReserveNumber,
  SERIALS_PER_SERIES,
  UNREACHED_SERIES,
} from '../../domain/identifiers.ts';
import type { PersonIdentifier } from '../../domain/patient.ts';
import { randomStream } from '../../domain/random.ts';

/**
 * A reserve number that can belong to nobody, the same for the same step, and another for every other.
 * @param birthDate when the person was born, where that is known
 */
export function reserveNumberFor(token: string, birthDate?: string): PersonIdentifier {
  const draws = randomStream(0, 'reserve number', token);
  const born = new Date(Date.UTC(1960, 0, 1 + draws.below(40 * 365)));
  const { first, last } = UNREACHED_SERIES;
  return assertSafe(
    nationalReserveNumber(
      birthDate ?? born.toISOString().slice(0, 10),
      draws.below(2) === 0 ? 'female' : 'male',
      first + draws.below(last - first),
      draws.below(SERIALS_PER_SERIES),
    ),
  );
}
