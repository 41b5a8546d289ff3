import { type Mortality, survivors } from './mortality.ts';

/** Completed years on the reference date that somebody can have: 0–104. */
export const AGES = 105;
/** Cells of age and sex: women's ages first, then men's. */
export const CELLS = 2 * AGES;

export const cellOf = (sex: 'female' | 'male', age: number): number => (sex === 'female' ? age : AGES + age);
export const sexOfCell = (cell: number): 'female' | 'male' => (cell < AGES ? 'female' : 'male');
export const ageOfCell = (cell: number): number => cell % AGES;

const BAND = 5;

/** Thousands of people by the first age of each five years, and the share of women. */
export type AgeBands = Readonly<Record<string, readonly [thousands: number, femaleShare: number]>>;

/** Years before the reference date in which people die: the dead of that time are of the population. */
const YEARS_OF_DEATHS = 10;

/**
 * How many people there are of each cell, relative to each other: the living as the bands tell, and with them those who
 * would be of that age and sex had they not died since deaths are told.
 */
export function ageWeights(thousands: AgeBands, mortality: Mortality): number[] {
  const bands = Object.entries(thousands).map(([from, [all, femaleShare]]) => ({
    from: Number(from),
    female: all * femaleShare,
    male: all * (1 - femaleShare),
  }));
  const weights = (sex: 'female' | 'male'): number[] => {
    const totals = bands.map((band) => band[sex]);
    const living = totals.flatMap((total, place) => singleYears(total, totals[place - 1], totals[place + 1]));
    return living.map((count, age) => count / survivors(mortality, sex, age, YEARS_OF_DEATHS));
  };
  return [...weights('female'), ...weights('male')];
}

/** The years of one band, sloping as its neighbours do: at 95 there are more than at 99. */
function singleYears(total: number, before: number | undefined, after: number | undefined): number[] {
  const ratio = Math.sqrt((after ?? total / 4) / (before ?? total)) ** (1 / BAND);
  const shape = Array.from({ length: BAND }, (_, year) => ratio ** (year - (BAND - 1) / 2));
  const sum = shape.reduce((all, part) => all + part, 0);
  return shape.map((part) => (total * part) / sum);
}
