import { describe, expect, it } from 'vitest';
import { firstWeeksIn } from '../../scenarios/load-first-weeks.ts';
import { PLAN, PLAN_TEXT } from '../testing/weeks.ts';
import { questionsOf } from './questions.ts';
import { simulateSupport } from './simulate-support.ts';

const OPTIONS = { replications: 20, seed: 1 };
const figure = (plan = PLAN, id = 'support/week-1/first/wait-mean') =>
  simulateSupport(plan, questionsOf(plan), OPTIONS).estimates.find((each) => each.id === id);

describe('the queue for help', () => {
  // 300 users who ask 40 questions per 100 and day are 5 an hour, around the clock: M/M/2 with a load of 0.4167.
  it('waits as Erlang has it for a queue that is M/M/c (10 minutes a question, two who answer)', () => {
    const load = 5 / 60 / (2 / 10);
    const expected = ((10 / 2) * erlangC(2, 2 * load)) / (1 - load);
    const { mean, halfWidth } = figure() ?? {};
    expect(Math.abs((mean ?? 0) - expected)).toBeLessThan(3 * (halfWidth ?? 0));
    expect(halfWidth).toBeLessThan(expected / 5);
    // The check would notice a queue that is half as long.
    expect(Math.abs(expected / 2 - expected)).toBeGreaterThan(3 * (halfWidth ?? 0));
  });

  it('counts as many questions as the plan has', () => {
    const { mean, halfWidth } = figure(PLAN, 'support/week-1/first/asked') ?? {};
    expect(Math.abs((mean ?? 0) - 7 * 120)).toBeLessThan(2 * (halfWidth ?? 0));
  });

  it('is longer with fewer who answer, and whoever is impatient gives up', () => {
    const { staffing } = simulateSupport(PLAN, questionsOf(PLAN), { replications: 5, seed: 1 });
    const waits = staffing.map(({ lines }) => lines[0]?.wait90.mean ?? Number.NaN);
    expect(waits[0]).toBeGreaterThan((waits[2] ?? 0) * 2);
    const impatient = firstWeeksIn(
      'plan.yaml',
      PLAN_TEXT.replace(
        '      resolves: 1',
        '      patience: { kind: exponential, mean: 1 }\n      resolves: 1',
      ),
    );
    expect(figure(impatient, 'support/week-1/first/gave-up')?.mean).toBeGreaterThan(0.05);
    expect(figure(PLAN, 'support/week-1/first/gave-up')?.mean).toBe(0);
  });

  it('is the same for the same seed', () => {
    expect(figure()).toEqual(figure());
  });
});

describe('questions', () => {
  it('are assumed where no lab tells, and the plan says so', () => {
    expect(questionsOf(PLAN)).toMatchObject({ weeks: [40, 10], isAssumed: true });
  });

  it('come of the help that people asked for in a lab, and fall as the plan has it', () => {
    // Help at 10 of 50 cards; 20 tasks a user and day; one in ten finds nobody beside: 0.4 a user and day.
    const help = { runs: ['labb'], cards: 50, helped: 10 };
    expect(questionsOf(PLAN, help)).toMatchObject({ weeks: [40, 10], isAssumed: false });
    expect(questionsOf(PLAN, { ...help, helped: 20 }).weeks).toEqual([80, 20]);
  });
});

/** The probability of waiting in M/M/c with the offered load a (Erlang 1917). */
function erlangC(servers: number, a: number): number {
  const term = (n: number): number =>
    Array.from({ length: n }, (_, k) => a / (k + 1)).reduce((x, y) => x * y, 1);
  const waiting = (term(servers) * servers) / (servers - a);
  const served = Array.from({ length: servers }, (_, n) => term(n)).reduce((x, y) => x + y, 0);
  return waiting / (served + waiting);
}
