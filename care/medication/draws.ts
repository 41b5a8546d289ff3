import fc, { type Arbitrary } from 'fast-check';
import type { Drug } from '../../domain/codes/drugs.ts';
import { drawsOf } from '../../flows/draws/drawing.ts';
import type { MedicationTask } from './activities.ts';

/** Only what is swallowed is taken by the week or when it is needed. An assumption. */
const BY_MOUTH = 'peroralt';

type When = Pick<Drug, 'timesPerDay' | 'timesPerWeek' | 'asNeededFor'>;

const DAILY: readonly When[] = [1, 2, 3, 4, 6].map((timesPerDay) => ({ timesPerDay }));
const SWALLOWED: readonly When[] = [
  { timesPerDay: 3 },
  { timesPerWeek: 1 },
  { timesPerWeek: 2 },
  { timesPerDay: 1, asNeededFor: 'besvär' },
  { timesPerDay: 4, asNeededFor: 'besvär' },
];

const drugsLike = ({ timesPerDay, timesPerWeek, asNeededFor, ...drug }: Drug): Arbitrary<Drug> => {
  const written: When = {
    ...(timesPerDay === undefined ? {} : { timesPerDay }),
    ...(timesPerWeek === undefined ? {} : { timesPerWeek }),
    ...(asNeededFor === undefined ? {} : { asNeededFor }),
  };
  // What is taken by the week, or when needed, is so for its own sake: daily it may kill.
  const isDaily = timesPerWeek === undefined && asNeededFor === undefined;
  const others = !isDaily ? [] : drug.route === BY_MOUTH ? SWALLOWED : DAILY;
  const all = [written, ...others];
  return fc.nat({ max: all.length - 1 }).map(
    (index) => ({ ...drug, ...(all[index] ?? written) }),
    (drawn) => {
      const told = drawn as Drug;
      return all.findIndex(
        (each) =>
          each.timesPerDay === told.timesPerDay &&
          each.timesPerWeek === told.timesPerWeek &&
          each.asNeededFor === told.asNeededFor,
      );
    },
  );
};

/** How often a drug is taken is not what any flow asks for; its dose is, and stays as it is written. */
export const draws = drawsOf<MedicationTask>({
  prescribe: (task) => ({
    limits: drugsLike(task.drug).map(
      (drug) => ({ ...task, drug }),
      (drawn) => (drawn as typeof task).drug,
    ),
  }),
});
