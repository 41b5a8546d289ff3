import { describe, expect, test } from 'vitest';
import type { TrialFault, TrialPlan } from '../../domain/trial.ts';
import { shareOf } from './interval.ts';
import type { JudgedCase } from './judge-case.ts';
import { trialMarkdown } from './markdown.ts';
import { trialPage } from './page.ts';
import { figuresOf, meetsGoal, trialOf } from './trial.ts';
import { trialSentence } from './words.ts';

const PLAN: TrialPlan = { version: 1, genrep: '1', seed: 1, patients: 2, cases: [] };
const REQUIREMENTS = [{ id: 'KRAV-LAB-01' }, { id: 'KRAV-VIT-01' }];

const fault = (change: Partial<TrialFault>): TrialFault => ({
  name: 'fel',
  sv: 'Fel.',
  en: 'Fault.',
  source: 'D01',
  kind: 'what',
  component: 'laboratory',
  requirements: ['KRAV-LAB-01'],
  dose: '1/3',
  blind: false,
  benign: false,
  ...change,
});

const found = (name: string, change: Partial<JudgedCase> = {}): JudgedCase => ({
  name,
  fault: fault({ name }),
  strikes: 3,
  found: true,
  named: true,
  red: ['KRAV-LAB-01'],
  monitors: [],
  components: ['laboratory'],
  asked: ['exactly-one-answer', 'dose-given'],
  wrong: ['exactly-one-answer'],
  patients: 2,
  ...change,
});
const missed = (name: string, change: Partial<JudgedCase> = {}): JudgedCase => {
  const { patients: _, ...rest } = found(name);
  return { ...rest, found: false, named: false, red: [], components: [], wrong: [], ...change };
};
const clean = (name: string, isAlarm = false): JudgedCase => ({
  name,
  strikes: 0,
  found: isAlarm,
  named: false,
  red: [],
  monitors: [],
  components: [],
  asked: [],
  wrong: [],
});

describe('an interval', () => {
  // Agresti and Coull (1998), table of Wilson's intervals; 16 of 40 worked by hand.
  test.each([
    [16, 40, 0.2635, 0.554],
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
  ])('%i of %i lies between %d and %d', (count, of, from, to) => {
    const share = shareOf(count, of);
    expect(share.from).toBeCloseTo(from, 3);
    expect(share.to).toBeCloseTo(to, 3);
  });

  test('of nothing tells nothing', () => expect(shareOf(0, 0)).toEqual({ of: 0, count: 0, from: 0, to: 1 }));
});

describe('a trial', () => {
  const result = trialOf(
    PLAN,
    [
      found('a'),
      found('b', { named: false, patients: 6 }),
      missed('c', { fault: fault({ name: 'c', kind: 'may', blind: true }) }),
      missed('d', { strikes: 0 }),
      missed('allowed', { fault: fault({ name: 'allowed', benign: true }) }),
      clean('clean-1'),
      clean('clean-2', true),
    ],
    REQUIREMENTS,
    ['logged'],
  );

  test('counts what was found, named and missed of what struck, and alarms of what should be silent', () => {
    expect(result.all.found).toMatchObject({ count: 2, of: 3 });
    expect(result.all.named).toMatchObject({ count: 1, of: 3 });
    expect(result.blind.found).toMatchObject({ count: 0, of: 1 });
    expect(result.notExercised).toEqual(['d']);
    expect(result.falseAlarms).toMatchObject({ count: 1, of: 3 });
    expect(result.alarmed).toEqual(['clean-2']);
    expect(result.byKind.map(({ name, found: { count, of } }) => [name, count, of])).toEqual([
      ['may', 0, 1],
      ['what', 2, 2],
    ]);
    expect(result.patientsNeeded).toEqual({ mean: 4, most: 6 });
  });

  test('tells what each requirement would miss, and which nothing turned red', () => {
    expect(result.requirements).toEqual([{ id: 'KRAV-LAB-01', faults: 3, missed: ['c'] }]);
    expect(result.unproven).toEqual({
      requirements: ['KRAV-VIT-01'],
      monitors: ['logged'],
      questions: ['dose-given'],
    });
  });

  test('is quoted in one sentence, on a page and in text', () => {
    expect(trialSentence(figuresOf(result))).toEqual({
      sv: 'Den här sviten hittar 2 av 3 fel som de i dess prövning; det som missades gällde: får.',
      en: 'This suite finds 2 of 3 faults like those in its trial; what was missed was about: may.',
    });
    expect(trialPage(result)).toContain('2 av 3');
    expect(trialMarkdown(result)).toContain('| c: Fault. | missed | – | may, laboratory | 1/3 | D01 |');
  });
});

describe('the goal', () => {
  const cases = (hits: number, of: number): JudgedCase[] =>
    Array.from({ length: of }, (_, index) => (index < hits ? found(`f-${index}`) : missed(`f-${index}`)));

  test.each([
    ['is held by 95 of 100', cases(95, 100), true],
    ['is not by 94', cases(94, 100), false],
    ['is not with an alarm in ten clean runs', [...cases(9, 9), clean('clean-1', true)], false],
    ['cannot be told when nothing struck', [missed('a', { strikes: 0 })], undefined],
  ])('%s', (_name, judged, held) => expect(meetsGoal(trialOf(PLAN, judged, REQUIREMENTS))).toBe(held));
});
