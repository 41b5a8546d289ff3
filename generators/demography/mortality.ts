import type { ByAge, BySex } from '../disease/module.ts';

/** Deaths per 1,000 person-years by sex, from an age on. */
export type Mortality = BySex<ByAge>;

/** Deaths per person-year at an age in completed years. */
export function deathRate(mortality: Mortality, sex: 'female' | 'male', age: number): number {
  let rate = 0;
  for (const [from, per1000] of Object.entries(mortality[sex]))
    if (age >= Number(from)) rate = per1000 / 1000;
  return rate;
}

/** Of those who would be so old now, the share that has not died within so many years. */
export function survivors(mortality: Mortality, sex: 'female' | 'male', age: number, years: number): number {
  let hazard = 0;
  for (let past = Math.max(0, age - years); past < age; past++) hazard += deathRate(mortality, sex, past);
  return Math.exp(-hazard);
}
