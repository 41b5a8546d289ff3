import { expect, it } from 'vitest';
import { ALL_ESTIMATES } from './check.ts';
import { truthChecks } from './checks/all.ts';
import { kernel } from './engine.ts';

it.each(truthChecks.map((check) => [check.name, check] as const))('%s', (_, check) => {
  expect(check.disagreements(kernel)).toEqual([]);
});

it('has intervals wide enough for as many estimates as there are', () => {
  const estimates = truthChecks.reduce((sum, check) => sum + check.estimates, 0);
  expect(estimates).toBeLessThanOrEqual(ALL_ESTIMATES);
});
