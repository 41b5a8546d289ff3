import { expect, it } from 'vitest';
import { exitCodeOf, type Outcome, outcomeOf } from './outcome.ts';
import type { Verdict } from './verdict.ts';

it.each<[Verdict, boolean, Outcome, number]>([
  ['pass', false, 'passed', 0],
  ['fail', false, 'failed', 1],
  ['unknown', false, 'inconclusive', 3],
  ['not-covered', false, 'inconclusive', 3],
  ['error', false, 'broken', 4],
  ['pass', true, 'interrupted', 130],
  ['unknown', true, 'interrupted', 130],
  ['fail', true, 'failed', 1],
  ['error', true, 'broken', 4],
])('%s, cut off: %s, is %s and ends with %i', (verdict, cut, outcome, exitCode) => {
  expect(outcomeOf(verdict, { cut })).toBe(outcome);
  expect(exitCodeOf(outcome)).toBe(exitCode);
});
