import { nationalReserveNumber, SERIALS_PER_SERIES, UNREACHED_SERIES } from '../../domain/identifiers.ts';
import type { Patient } from '../../domain/patient.ts';
import { randomStream } from '../../domain/random.ts';
import { AGE_PYRAMID, type AgeBand, birthDatesOf } from './ages.ts';
import { person } from './person.ts';
import { MUNICIPALITIES_BY_WEIGHT } from './places.ts';

/** Series of reserve numbers that the population is numbered in; those after it are for people drawn for a flow. */
export const POPULATION_SERIES = { first: UNREACHED_SERIES.first, last: 19 } as const;

/** People with skyddade personuppgifter. Assumption: some 30,000 of Sweden's 10.6 million. */
const PROTECTED_SHARE = 0.003;

/** Age and sex are exact in every thousand people. */
const BLOCK = 1000;

/**
 * The index-th person of the population that a seed stands for: a pure function, so that one can be made without the
 * others. In every thousand people, ages and sexes are as the age pyramid says; no two have the same number.
 */
export function personAt(seed: number, index: number): Patient {
  const key = `p-${`${index}`.padStart(6, '0')}`;
  const { band, sex, ordinal } = placeInPyramid(seed, index);
  const birthDates = birthDatesOf(band.from, band.to);
  const cell = `${band.from}-${sex}`;
  const shift = randomStream(seed, 'birth-date', cell).below(birthDates.count);
  const birthDate = birthDates.at(permuted(ordinal % birthDates.count, birthDates.count, shift));
  const serial = Math.floor(ordinal / birthDates.count);
  return person(seed, {
    key,
    identifier: populationNumber(birthDate, sex, serial),
    sex,
    birthDate,
    municipality: randomStream(seed, 'municipality', key).pick(MUNICIPALITIES_BY_WEIGHT),
    protectedIdentity: randomStream(seed, 'protected-identity', key).next() < PROTECTED_SHARE,
  });
}

interface Place {
  readonly band: AgeBand;
  readonly sex: Patient['sex'];
  /** How many of the same band and sex come before this one in the whole population. */
  readonly ordinal: number;
}

function placeInPyramid(seed: number, index: number): Place {
  const block = Math.floor(index / BLOCK);
  const shift = randomStream(seed, 'pyramid', 'block', block).below(BLOCK);
  let left = permuted(index % BLOCK, BLOCK, shift);
  for (const band of AGE_PYRAMID) {
    for (const sex of ['female', 'male'] as const) {
      if (left < band[sex]) return { band, sex, ordinal: block * band[sex] + left };
      left -= band[sex];
    }
  }
  throw new RangeError(`The age pyramid holds fewer than ${BLOCK} people.`);
}

function populationNumber(birthDate: string, sex: Patient['sex'], serial: number): Patient['identifier'] {
  const series = POPULATION_SERIES.first + Math.floor(serial / SERIALS_PER_SERIES);
  if (series > POPULATION_SERIES.last) throw new RangeError('The population is larger than its numbers.');
  return nationalReserveNumber(birthDate, sex, series, serial % SERIALS_PER_SERIES);
}

/** A prime above every modulus used, so that multiplying by it permutes. */
const MULTIPLIER = 15_485_863;

const permuted = (position: number, modulus: number, shift: number): number =>
  (position * (MULTIPLIER % modulus) + shift) % modulus;
