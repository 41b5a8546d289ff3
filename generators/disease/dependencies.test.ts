import { expect, it } from 'vitest';
import { populationFor, TEN_YEARS } from '../testing.ts';
import { withDependencies } from './dependencies.ts';

const population = populationFor(3, 20_000);
const HEART_FAILURE = 'hjartsvikt';
const position = population.modules.findIndex(({ id }) => id === HEART_FAILURE);

/** The old, among whom it is common. */
const OLD = Array.from({ length: 20_000 }, (_, index) => index).filter(
  (index) => index % 13 === 9 && population.census.placeOf(index).age >= 75,
);

/** Of them those who live, by whether they have the disease when all modules are lived and when only these are. */
function answers(only: ReadonlySet<number>): { readonly all: boolean[]; readonly alone: boolean[] } {
  const all: boolean[] = [];
  const alone: boolean[] = [];
  for (const index of OLD) {
    const whole = population.lifeOf(index, TEN_YEARS);
    if (whole.facts.some(({ kind }) => kind === 'death')) continue;
    all.push(whole.has(HEART_FAILURE));
    alone.push(population.lifeOf(index, TEN_YEARS, only).has(HEART_FAILURE));
  }
  return { all, alone };
}

it('finds what must be lived for a disease to take the course that it takes among all others', () => {
  const needed = withDependencies(population.modules, [position]);
  expect(needed.size).toBeGreaterThan(1);
  expect(needed.size).toBeLessThan(population.modules.length);
  const { all, alone } = answers(needed);
  expect(all).toContain(true);
  expect(alone).toEqual(all);
});

it('tells when something that is needed is missing', () => {
  const { all, alone } = answers(new Set([position]));
  expect(alone).not.toEqual(all);
});
