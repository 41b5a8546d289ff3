import { describe, expect, it } from 'vitest';
import { EVIDENCE_VERSION, type EvidenceEvent } from '../../domain/evidence.ts';
import { historyOf, type RunHistory } from '../history.ts';
import { readinessPage } from '../html/page.ts';
import { readinessOf } from '../readiness.ts';
import { ACTIVITIES } from '../testing/activities.ts';
import { FLOWS } from '../testing/flows.ts';
import { STAGE } from '../testing/stage.ts';
import { shiftBetween } from './shift.ts';

const BEGAN = 1_800_000_000_000;
const LASTS = 60_000;

interface Worked {
  /** Flows before the load and while it goes on. */
  readonly before: number;
  readonly during: number;
  /** How much longer each step takes under load. */
  readonly slowdown: number;
  readonly wrongDuring?: number;
}

const startOf = (run: string, command: 'day' | 'load', system = 'Referensmiljön'): EvidenceEvent => ({
  ...{ type: 'run-started', evidenceVersion: EVIDENCE_VERSION, run, genrep: '0.1.0', command, title: 'Prov' },
  system: { name: system, software: 'genrep-reference', version: '0.1.0' },
  ...{ stage: STAGE, flows: FLOWS, activities: ACTIVITIES, seed: 1, planned: 0, speed: 60 },
});

const END: EvidenceEvent = { type: 'run-ended', interrupted: false };

/** Who does the first task of a flow again and again: 40 to 59 milliseconds each, and more under load. */
function work({ before, during, slowdown, wrongDuring = 0 }: Worked, load?: string): EvidenceEvent[] {
  const [flow] = FLOWS;
  if (flow === undefined) throw new Error('There is no flow to test with.');
  const step = flow.steps.findIndex(({ activity }) => activity.type === 'task');
  const one = (index: number, startedAt: number, more: number, verdict: 'pass' | 'fail'): EvidenceEvent[] => {
    const instance = `${load ?? 'robot'}-${startedAt}`;
    const endedAt = startedAt + 40 + ((index * 7) % 20) + more;
    const times = { plannedAt: 0, dayTime: 0, startedAt };
    return [
      {
        type: 'flow-started',
        instance,
        flow: flow.id,
        channel: 'api',
        patient: instance,
        ...times,
        ...(load && { load }),
      },
      { type: 'step-ended', instance, step, dayTime: 0, startedAt, endedAt, verdict },
      { type: 'flow-ended', instance, verdict },
    ];
  };
  const times = (count: number) => Array.from({ length: count }, (_, index) => index);
  return [
    ...times(before).flatMap((index) => one(index, BEGAN - 1_000 * (index + 1), 0, 'pass')),
    ...times(during).flatMap((index) =>
      one(index, BEGAN + 1_000 * (index + 1), slowdown, index < wrongDuring ? 'fail' : 'pass'),
    ),
  ];
}

const LOAD: EvidenceEvent[] = [
  {
    ...{ type: 'load-started', load: 'load-1', beganAt: BEGAN, profile: 'peak-hour', title: 'Topp' },
    ...{ hours: { from: 9, to: 12 }, multiply: 1.2, speed: 60, duration: LASTS, planned: 0, signIns: 0 },
    ...{ phases: [{ from: 0, to: LASTS, factor: 1.2 }], slice: LASTS, plannedPerSlice: [0] },
    ...{ segments: 1, leftOut: [], planHash: 'abc' },
  },
  // Its own flows are no robots' work.
  ...work({ before: 0, during: 20, slowdown: 5_000 }, 'load-1'),
  { type: 'load-ended', load: 'load-1', ending: 'complete', generators: 1, completed: 1 },
];

const runOf = (...events: readonly EvidenceEvent[]): RunHistory =>
  historyOf(
    events.map((event, index) => ({ seq: index + 1, at: BEGAN + index, event })),
    { records: events.length, head: 'ab'.repeat(32), ending: 'complete' },
  );

const inOneRun = (worked: Worked) =>
  readinessOf([runOf(startOf('dag', 'day'), ...work(worked), ...LOAD, END)]);

describe('work beside a load', () => {
  it('was slower when each step took longer, by as much as it did', () => {
    const readiness = inOneRun({ before: 30, during: 30, slowdown: 120, wrongDuring: 2 });
    expect(readiness.besideLoad).toMatchObject({
      slower: 'yes',
      without: { steps: 30, wrong: 0 },
      during: { steps: 30, wrong: 2 },
      kinds: [
        { channel: 'api', without: { n: 30, p50: 48, p95: 58 }, during: { n: 30, p50: 168, p95: 178 } },
      ],
    });
    const { estimate, from, to } = readiness.besideLoad?.kinds[0]?.shift ?? { estimate: 0, from: 0, to: 0 };
    expect(estimate).toBe(120);
    expect([from > 100, to < 140]).toEqual([true, true]);
    const page = readinessPage(readiness);
    expect(page).toContain('Arbetet gick långsammare medan belastningen pågick: 1 av 1 slag av steg');
    expect(page).toContain('Fel gick 2 av 30 steg under belastningen och 0 av 30 utan den.');
  });

  it('was not slower when steps took as long as ever', () => {
    const readiness = inOneRun({ before: 30, during: 30, slowdown: 0 });
    expect(readiness.besideLoad).toMatchObject({ slower: 'no', kinds: [{ shift: { estimate: 0 } }] });
    expect(readinessPage(readiness)).toContain('Arbetet gick inte märkbart långsammare');
  });

  it('cannot be told of when hardly anything was done', () => {
    const readiness = inOneRun({ before: 30, during: 2, slowdown: 500 });
    expect(readiness.besideLoad).toMatchObject({ slower: 'unknown', kinds: [{ during: { n: 2 } }] });
    expect(readinessPage(readiness)).toContain('för få steg gjordes');
  });

  it('is compared across runs that overlap, when they are of the same system', () => {
    const day = runOf(startOf('dag', 'day'), ...work({ before: 30, during: 30, slowdown: 120 }), END);
    const load = (system?: string) => runOf(startOf('last', 'load', system), ...LOAD, END);
    expect(readinessOf([day, load()]).besideLoad).toMatchObject({ slower: 'yes', during: { steps: 30 } });
    expect(readinessOf([day, load('Ett annat')], { mixedSystems: true }).besideLoad).toMatchObject({
      during: { steps: 0 },
    });
    expect(readinessOf([day]).besideLoad).toBeUndefined();
    expect(readinessOf([load()]).besideLoad).toBeUndefined();
  });
});

describe('the shift between two samples', () => {
  it('is what Hollander and Wolfe have for their permeability constants (example 4.1)', () => {
    const term = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
    const early = [1.15, 0.88, 0.9, 0.74, 1.21];
    const twice = (values: readonly number[]) => [...values, ...values];
    expect(shiftBetween(twice(early), twice(term))?.estimate).toBeCloseTo(0.305, 3);
    expect(shiftBetween(early, term)).toBeUndefined();
  });

  it('is the same of a sample that is too large to be compared whole', () => {
    const many = Array.from({ length: 5_000 }, (_, index) => (index * 7_919) % 1_000);
    const { estimate, from, to } = shiftBetween(
      many,
      many.map((value) => 2 * value),
    ) ?? { estimate: 0, from: 0, to: 0 };
    expect(Math.abs(estimate - 500)).toBeLessThan(5);
    expect([from > 450, from < 500, to > 500, to < 550]).toEqual([true, true, true, true]);
  });
});
