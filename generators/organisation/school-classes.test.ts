import { expect, it } from 'vitest';
import { populationOf } from '../population.ts';
import { DATA, populationFor } from '../testing.ts';
import { schoolClassesOf, schooling } from './school-classes.ts';

const { organisation } = populationFor(1, 100);
const classes = [...schoolClassesOf(organisation.units)];

it('gives every school two classes a year, from förskoleklass to year nine', () => {
  const schools = organisation.units.filter(({ kind }) => kind === 'school-health');
  expect(classes).toHaveLength(20 * schools.length);
  expect(classes.slice(0, 3).map(({ name }) => name)).toEqual(['FA', 'FB', '1A']);
  expect(new Set(classes.map(({ key }) => key)).size).toBe(classes.length);
});

it('has no class without its school', () => {
  expect(
    classes.every(({ key, school }) => key.startsWith(`klass-${school.key.slice('skola-'.length)}-`)),
  ).toBe(true);
});

it('fills every class of a municipality about alike, with classes that there are, and keeps sisters and brothers in one school', () => {
  const { census, personAt } = populationOf({ seed: 1, data: DATA, municipalities: ['1440'] });
  const schoolingOf = schooling(census, organisation);
  const sizes = new Map<string, number>();
  const schoolOfHome = new Map<number, string>();
  for (const sex of ['female', 'male'] as const) {
    for (const age of [6, 7]) {
      for (let n = 0; n < census.count(0, sex, age); n++) {
        const { household, municipalityCode } = personAt(census.indexOf(0, sex, age, n));
        const { school, classIn } = schoolingOf({ head: household.head, municipalityCode });
        const { key } = classIn(age - 6);
        sizes.set(key, (sizes.get(key) ?? 0) + 1);
        expect(schoolOfHome.get(household.head) ?? school.key).toBe(school.key);
        schoolOfHome.set(household.head, school.key);
      }
    }
  }
  const known = new Set(classes.map(({ key }) => key));
  expect([...sizes.keys()].filter((key) => !known.has(key))).toEqual([]);
  expect(sizes.size).toBe(2 * 2 * organisation.serving('1440', 'school-health').length);
  expect(Math.max(...sizes.values())).toBeLessThanOrEqual(33);
  expect(Math.min(...sizes.values())).toBeGreaterThanOrEqual(12);
});
