import { DAY } from '../../domain/time.ts';

/** Ages are told on this date unless another is given: nobody grows older because a clock went on. */
export const REFERENCE_DATE = '2026-01-01';

export interface AgeBand {
  readonly from: number;
  /** The whole of this year of age included. */
  readonly to: number;
  /** People in a thousand. */
  readonly female: number;
  readonly male: number;
}

/** Sweden's people by age and sex, per mille; the columns sum to 1,000. Assumption: rounded from memory of SCB 2023. */
export const AGE_PYRAMID: readonly AgeBand[] = [
  { from: 0, to: 9, female: 53, male: 56 },
  { from: 10, to: 19, female: 58, male: 61 },
  { from: 20, to: 29, female: 58, male: 62 },
  { from: 30, to: 39, female: 66, male: 71 },
  { from: 40, to: 49, female: 61, male: 63 },
  { from: 50, to: 59, female: 63, male: 64 },
  { from: 60, to: 69, female: 54, male: 54 },
  { from: 70, to: 79, female: 50, male: 46 },
  { from: 80, to: 89, female: 27, male: 22 },
  { from: 90, to: 99, female: 7, male: 4 },
];

/**
 * The dates on which those were born who have an age from `ageFrom` to `ageTo` years, both included, when a day begins:
 * who is born on that day is not there yet.
 */
export interface BirthDates {
  readonly count: number;
  /** YYYY-MM-DD of the n-th of them, the oldest first. */
  at(n: number): string;
}

export function birthDatesOf(ageFrom: number, ageTo: number, on = REFERENCE_DATE): BirthDates {
  const oldest = yearsBefore(on, ageTo + 1) + DAY;
  const youngest = yearsBefore(on, ageFrom) - (ageFrom === 0 ? DAY : 0);
  return {
    count: Math.round((youngest - oldest) / DAY) + 1,
    at: (n) => new Date(oldest + n * DAY).toISOString().slice(0, 10),
  };
}

/** Completed years on a date. */
export function ageOn(birthDate: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

function yearsBefore(date: string, years: number): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return Date.UTC(year - years, month - 1, day);
}
