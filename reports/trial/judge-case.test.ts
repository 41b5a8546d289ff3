import { expect, test } from 'vitest';
import type { TrialFault } from '../../domain/trial.ts';
import { runOf } from '../testing/synthetic.ts';
import { judgeCase, type NamedFinding } from './judge-case.ts';

const FAULT: TrialFault = {
  ...{ name: 'fel', sv: 'Fel.', en: 'Fault.', source: 'D01', dose: '1/1', blind: false, benign: false },
  ...{ kind: 'whose', component: 'api', requirements: [] },
};

const finding = (change: Partial<NamedFinding> = {}): NamedFinding => ({
  ...{ monitor: 'own-chart', kind: 'whose', component: 'api' },
  ...change,
});

const named = (findings: readonly NamedFinding[], fault: Partial<TrialFault> = {}): boolean =>
  judgeCase({ name: 'fel', seed: 1, fault: { ...FAULT, ...fault } }, runOf(), findings, 1).named;

test('a fault is named by one finding that tells what and where', () => {
  expect(named([finding()])).toBe(true);
  expect(named([finding({ component: 'time', within: 'api' })])).toBe(true);
});

test('it is not named where one tells what and another where', () => {
  expect(named([finding({ component: 'page' }), finding({ kind: 'what' })])).toBe(false);
});

test('what follows from another finding is found and names nothing', () => {
  const judged = judgeCase(
    { name: 'fel', seed: 1, fault: FAULT },
    runOf(),
    [finding({ kind: 'what' }), finding({ follows: 'as-written' })],
    1,
  );
  expect(judged).toMatchObject({ found: true, named: false });
});

test.each([
  ['page', 1, true],
  ['page', 0, false],
  ['api', 1, false],
] as const)(
  'a step that broke names a fault of no answer in %s, one in %i on pages: %s',
  (component, browserEvery, isNamed) => {
    const faults = [{ kind: 'record-vitals', every: 1, verdict: 'error', stops: true } as const];
    const fault = { ...FAULT, kind: 'no-answer', component };
    const judged = judgeCase({ name: 'fel', seed: 1, fault }, runOf({ faults, browserEvery }), [], 1);
    expect(judged).toMatchObject({ found: true, named: isNamed });
  },
);
