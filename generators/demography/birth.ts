import {
  nationalReserveNumber,
  regionalReserveNumber,
  SERIALS_PER_SERIES,
} from '../../domain/identifiers.ts';
import type { PersonIdentifier } from '../../domain/patient.ts';
import { KeyedStream } from '../../domain/random.ts';
import { type BirthDates, birthDatesOf } from '../people/ages.ts';
import { POPULATION_SERIES } from '../people/person-at.ts';
import { AGES, CELLS, cellOf } from './age-pyramid.ts';
import type { CensusPlace } from './census.ts';
import type { TestNumbers } from './test-numbers.ts';

/** Share that is known by the region's own reserve number, as long as its safe serials last. Assumption. */
const REGIONAL_SHARE = 0.01;
/** Serials of the region's reserve numbers that it never gives out, by parity. */
const REGIONAL_SERIALS = {
  female: [0, 2, 4, 90, 92, 94, 96, 98],
  male: [1, 3, 5, 91, 93, 95, 97, 99],
} as const;

export interface Birth {
  /** YYYY-MM-DD */
  readonly date: string;
  readonly identifier: PersonIdentifier;
}

/**
 * Gives everybody a birth date that fits the age and a number of one's own. All born on one date get serials, so that
 * no two can have the same number: first the official test numbers of that date, then reserve numbers.
 */
export function births(seed: number, testNumbers: TestNumbers): (place: CensusPlace) => Birth {
  const dates = Array.from({ length: AGES }, (_, age) => remembered(birthDatesOf(age, age)));
  const shifts = new KeyedStream(seed, 'birth-date');
  const shiftOf = Array.from({ length: CELLS }, (_, cell) => shifts.at(cell).below(366));
  const kinds = new KeyedStream(seed, 'identity-kind');

  return ({ sex, age, serial }) => {
    const cell = cellOf(sex, age);
    const year = dates[age];
    if (year === undefined) throw new RangeError(`Nobody is ${age} years old here.`);
    const date = year.at((serial * STRIDE + (shiftOf[cell] ?? 0)) % year.count);
    return { date, identifier: numberOf(date, sex, Math.floor(serial / year.count), cell) };
  };

  function numberOf(date: string, sex: 'female' | 'male', serial: number, cell: number): PersonIdentifier {
    const official = testNumbers.of(date, sex);
    const given = official[serial];
    if (given !== undefined) return given;
    const regional = REGIONAL_SERIALS[sex][serial];
    if (regional !== undefined && kinds.at(cell, Number(date.replaceAll('-', ''))).next() < REGIONAL_SHARE) {
      return regionalReserveNumber(date, sex, regional);
    }
    const series = POPULATION_SERIES.first + Math.floor(serial / SERIALS_PER_SERIES);
    if (series > POPULATION_SERIES.last) throw new RangeError('The population is larger than its numbers.');
    return nationalReserveNumber(date, sex, series, serial % SERIALS_PER_SERIES);
  }
}

/** Each date is put into words once. */
function remembered({ count, at }: BirthDates): BirthDates {
  const known: string[] = [];
  return {
    count,
    at(n) {
      known[n] ??= at(n);
      return known[n];
    },
  };
}

/** Prime, and no divisor of 365 or 366: consecutive people are born on dates far apart. */
const STRIDE = 149;
