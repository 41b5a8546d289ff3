import { expect, it } from 'vitest';
import { populationFor } from '../testing.ts';
import { schoolClassesOf } from './school-classes.ts';

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
