import { describe, expect, it } from 'vitest';
import { CLOCKS_APART } from '../domain/time.ts';
import { duration } from '../pages/bilingual.ts';
import { readinessPage } from './html/page.ts';
import { readinessOf } from './readiness.ts';
import { summaryText } from './terminal.ts';
import { runOf } from './testing/synthetic.ts';

const told = (clockAhead: number) => readinessOf([runOf({ clockAhead })]);

describe('the clock of the system', () => {
  it.each([
    [0, 'Systemets klocka går som Genreps.'],
    [-40_000, `Systemets klocka går ${duration(40_000).sv} efter Genreps.`],
    [40_000, `Systemets klocka går ${duration(40_000).sv} före Genreps.`],
  ])('of %i ms ahead is told on page and terminal', (ahead, sentence) => {
    const readiness = told(ahead);
    expect(readiness.outcome).toBe('passed');
    expect(summaryText(readiness)).toContain(sentence);
    expect(readinessPage(readiness)).toContain(sentence);
  });

  it.each([-CLOCKS_APART - 1, CLOCKS_APART + 1])('of %i ms ahead makes the run inconclusive', (ahead) => {
    const readiness = told(ahead);
    expect(readiness.outcome).toBe('inconclusive');
    expect(summaryText(readiness)).toContain('ställ klockorna och kör om');
  });

  it.each([-CLOCKS_APART, CLOCKS_APART])('of %i ms ahead is as far as it may be', (ahead) => {
    expect(told(ahead).outcome).toBe('passed');
  });
});
