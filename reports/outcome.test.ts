import { describe, expect, it } from 'vitest';
import type { Verdict } from '../domain/verdict.ts';
import { both } from '../pages/bilingual.ts';
import { WHOLE_RUN } from './gates/run-complete.ts';
import { outcomeOfRuns } from './outcome.ts';
import { readinessOf } from './readiness.ts';
import type { GateReason } from './reasons.ts';
import { runOf } from './testing/synthetic.ts';
import { summarise } from './verdicts.ts';

/** A run in which every flow passed, beside a gate that says otherwise. */
function outcomeBeside(verdict: Verdict, options: Readonly<Record<string, unknown>>) {
  const run = runOf({ instances: 3 });
  const started = { ...run.started, asked: { arguments: [], options } };
  const reason: GateReason = {
    verdict,
    text: both('Inget spelat flöde gav anledning att titta.', 'No flow that was played gave cause to look.'),
    failures: [],
    gate: { id: 'frånvaro', sv: 'Inget larm i onödan.', en: 'No alarm without cause.' },
    echoes: [],
  };
  const whole = readinessOf([run]).gates.filter(({ id }) => id === WHOLE_RUN);
  return outcomeOfRuns(summarise([{ ...run, started }]), whole, [reason]).outcome;
}

describe('a shard', () => {
  it.each(['unknown', 'not-covered'] as const)(
    'is not told by what another shard may show: %s',
    (verdict) => {
      expect(outcomeBeside(verdict, { shard: '1/4' })).toBe('passed');
      expect(outcomeBeside(verdict, {})).toBe('inconclusive');
    },
  );

  it('fails by what was seen in it', () => {
    expect(outcomeBeside('fail', { shard: '1/4' })).toBe('failed');
    expect(outcomeBeside('error', { shard: '1/4' })).toBe('broken');
  });
});
