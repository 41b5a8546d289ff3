import { describe, expect, it } from 'vitest';
import type { DrillStops } from '../../domain/drill-evidence.ts';
import type { Gate, Stage } from '../../domain/stage.ts';
import type { DrillHistory } from '../drill/drill-history.ts';
import { readinessOf } from '../readiness.ts';
import { drillOf, drillRun } from '../testing/drill.ts';
import { STAGE } from '../testing/stage.ts';
import { runOf } from '../testing/synthetic.ts';

const STOPS: readonly DrillStops[] = ['system', 'network', 'sign-in', 'laboratory', 'failover', 'roll-back'];
const DATA: Gate = { kind: 'drill-data', of: ['system', 'laboratory'] };
const RECOVERY: Gate = { kind: 'drill-recovery', of: ['system', 'laboratory'], atMost: 10 };

const stageOf = (gate: Gate): Stage => ({
  ...STAGE,
  gates: [{ id: 'G', sv: 'Prov.', en: 'Test.', source: 'assumption', gate }],
  hash: `hash ${gate.kind}`,
});

function of(gate: Gate, drills: readonly DrillHistory[]) {
  const stage = stageOf(gate);
  const run = drills.length === 0 ? runOf({ stage }) : drillRun(drills, stage);
  return readinessOf([run], { scope: 'stage' }).gates.find(({ id }) => id === 'G');
}

const RIGHT = [drillOf('system'), drillOf('laboratory')];
const changed = (change: Partial<DrillHistory>): DrillHistory[] => [
  { ...drillOf('system'), ...change },
  ...RIGHT.slice(1),
];

it.each([DATA, RECOVERY])('$kind is not covered where nobody rehearsed, and says what to do', (gate) => {
  expect(of(gate, [])).toMatchObject({
    verdict: 'not-covered',
    closedBy: { command: 'npx genrep drill planerat-stopp && npx genrep drill laboratoriet-borta' },
  });
});

it.each(STOPS)('a drill of %s that held passes', (stop) => {
  expect(of({ kind: 'drill-data', of: [stop] }, [drillOf(stop)])).toMatchObject({
    verdict: 'pass',
    reasons: [],
  });
  expect(of({ kind: 'drill-recovery', of: [stop], atMost: 10 }, [drillOf(stop)])?.verdict).toBe('pass');
});

describe('the data', () => {
  const drill = drillOf('system');
  const [kept, paper, refused] = drill.found;
  if (kept === undefined || paper === undefined || refused === undefined)
    throw new Error('Nothing was found.');

  it.each([
    ['all as it was written', {}, 'pass'],
    ['one form lost', { found: [kept, { ...paper, found: [] }, refused] }, 'fail'],
    [
      'one doubled',
      { found: [{ ...kept, found: [...(kept.found ?? []), ...(kept.found ?? [])] }, paper, refused] },
      'fail',
    ],
    [
      'another value',
      { found: [{ ...kept, found: [{ patient: 'p0', value: 1, at: 1 }] }, paper, refused] },
      'fail',
    ],
    ['a system that does not tell', { found: drill.found.map(({ found: _, ...one }) => one) }, 'unknown'],
    ['a drill that was broken off', { isClosed: false, found: [] }, 'unknown'],
  ] as const)('%s: %s', (_what, change, verdict) => {
    expect(of(DATA, changed(change))?.verdict).toBe(verdict);
  });

  it('names the form', () => {
    const lost = changed({ found: [kept, { ...paper, found: [] }, refused] });
    expect(of(DATA, lost)?.reasons[0]?.text.sv).toMatch(
      /^Prov system: .*inget tappades.*1 av 2 finns \(papper-1\)\.$/,
    );
  });

  it('is open while one way to stop has not been rehearsed', () => {
    expect(of(DATA, [drillOf('system')])).toMatchObject({
      verdict: 'not-covered',
      reasons: [{ text: { sv: 'Ingen har övat: laboratoriet.' } }],
    });
  });

  it('is that of the latest drill of the same kind', () => {
    const red = drillRun(changed({ found: [kept, { ...paper, found: [] }, refused] }), stageOf(DATA));
    const green = drillRun(RIGHT, stageOf(DATA));
    const later = { ...green, started: { ...green.started, run: 'drill-2' } };
    const gate = readinessOf([red, later], { scope: 'stage' }).gates.find(({ id }) => id === 'G');
    expect(gate?.verdict).toBe('pass');
  });
});

describe('the recovery', () => {
  it.each([
    [10, 'pass'],
    [11, 'fail'],
    [31, 'fail'],
  ])('after %s s: %s', (took, verdict) => {
    expect(of(RECOVERY, [drillOf('system', { took }), drillOf('laboratory')])?.verdict).toBe(verdict);
  });

  it('is red where it never came', () => {
    const { recovered: _, ...came } = drillOf('system').came;
    expect(of(RECOVERY, changed({ came }))?.verdict).toBe('fail');
  });
});

it('a run of drills passes, fails and is told by what they came to', () => {
  const readiness = readinessOf([drillRun(RIGHT)]);
  expect([readiness.outcome, readiness.conclusion.headline.sv]).toEqual(['passed', 'Övningen är godkänd']);
  const [first] = drillOf('system').found;
  const red = readinessOf([
    drillRun(changed({ found: [{ ...first, found: [] } as NonNullable<typeof first>] })),
  ]);
  expect(red.outcome).toBe('failed');
});
