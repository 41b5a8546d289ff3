import { describe, expect, it } from 'vitest';
import { EVIDENCE_VERSION, type EvidenceEvent, type LoadEnded } from '../../domain/evidence.ts';
import { Histogram } from '../../domain/histogram.ts';
import type { StageGate } from '../../domain/stage.ts';
import { historyOf } from '../history.ts';
import { readinessPage } from '../html/page.ts';
import { type Readiness, readinessOf } from '../readiness.ts';
import { ACTIVITIES } from '../testing/activities.ts';
import { FLOWS } from '../testing/flows.ts';
import { STAGE } from '../testing/stage.ts';

const BEGAN = 1_800_000_000_000;

const gateOf = (gate: StageGate['gate']): StageGate => ({
  id: gate.kind,
  sv: gate.kind,
  en: gate.kind,
  source: 'assumption',
  gate,
});

const GATES: readonly StageGate[] = [
  gateOf({ kind: 'load-response-p95', atMost: 2_000, atLeastTimes: 1.2 }),
  gateOf({ kind: 'load-hand-over-p95', atMost: 5_000 }),
  gateOf({ kind: 'load-errors', atMost: 0 }),
  gateOf({ kind: 'load-dropped', atMost: 0 }),
  gateOf({ kind: 'load-generator', lagAtMost: 100 }),
];

interface Synthetic {
  readonly command?: 'load' | 'day';
  readonly load?: boolean;
  readonly took?: number;
  /** How late the first step of each flow began. */
  readonly late?: number;
  readonly handOver?: number;
  /** Which of the flows gets a wrong answer; the last one gets it in the second phase. */
  readonly wrong?: number;
  readonly dropped?: number;
  readonly lag?: number;
  readonly multiply?: number;
  readonly ended?: Partial<LoadEnded>;
  /** Whether Genrep itself died before the load ended, the last flow under way. */
  readonly died?: boolean;
  readonly gates?: readonly StageGate[];
}

/** The first flow with a hand-over, played so many times under load: one task and one question of another actor. */
const FLOW = FLOWS[0];

function eventsOf(options: Synthetic): EvidenceEvent[] {
  const { took = 40, late = 0, handOver = 300, wrong, dropped = 0, lag = 1, multiply = 1.2 } = options;
  if (FLOW === undefined) throw new Error('There is no flow to test with.');
  const instances = 20;
  const lags = new Histogram();
  lags.record(lag, instances);
  const none = new Histogram().toJSON();
  const started: EvidenceEvent = {
    type: 'run-started',
    evidenceVersion: EVIDENCE_VERSION,
    run: 'belastning-1',
    genrep: '0.1.0',
    command: options.command ?? 'load',
    title: 'Prov',
    system: { name: 'Referensmiljön', software: 'genrep-reference', version: '0.1.0' },
    stage: { ...STAGE, gates: options.gates ?? GATES },
    flows: [FLOW],
    activities: ACTIVITIES,
    seed: 1,
    planned: 0,
    speed: 60,
  };
  if (options.load === false) return [started, { type: 'run-ended', interrupted: false }];
  const task = FLOW.steps.findIndex(({ activity }) => activity.type === 'task');
  const question = FLOW.steps.findIndex(
    ({ activity, limit }) => activity.type === 'question' && limit !== undefined,
  );
  const flows = Array.from({ length: instances }, (_, index): EvidenceEvent[] => {
    const instance = `l-${index}`;
    const plannedAt = BEGAN + index * 100;
    const startedAt = plannedAt + late;
    const step = { type: 'step-ended', instance, plannedAt, dayTime: 0 } as const;
    return [
      {
        type: 'flow-started',
        instance,
        flow: FLOW.id,
        channel: 'api',
        patient: `p-${index}`,
        plannedAt: 0,
        dayTime: 0,
        startedAt,
        load: 'load-1',
      },
      { ...step, step: task, startedAt, endedAt: startedAt + took, verdict: 'pass' },
      {
        ...step,
        step: question,
        startedAt: startedAt + took,
        endedAt: startedAt + took + handOver,
        verdict: wrong === index ? 'fail' : 'pass',
        ...(wrong === index ? { reason: 'En annan patients svar.' } : {}),
        latency: { of: task, clock: 'system', milliseconds: handOver },
      },
      { type: 'flow-ended', instance, verdict: wrong === index ? 'fail' : 'pass' },
    ];
  }).flat();
  const events: EvidenceEvent[] = [
    started,
    {
      type: 'load-started',
      load: 'load-1',
      beganAt: BEGAN,
      profile: 'peak-hour',
      title: 'Förmiddagens topp',
      hours: { from: 9, to: 12 },
      multiply,
      speed: 60,
      duration: 4_000,
      phases: [
        { from: 0, to: 2_000, factor: multiply / 2 },
        { from: 2_000, to: 4_000, factor: multiply },
      ],
      planned: instances + dropped,
      signIns: 0,
      slice: 1_000,
      plannedPerSlice: [10, 10, 0, 0],
      segments: 1,
      leftOut: [],
      planHash: 'abc',
    },
    ...flows,
    {
      type: 'load-slice',
      load: 'load-1',
      slice: 0,
      ...{ started: instances, dropped, ended: instances, signIns: 0, inFlight: 4, requests: 60 },
      failures: wrong === undefined ? {} : { fail: 1 },
      request: none,
      startLag: lags.toJSON(),
      loopLag: none,
    },
    { type: 'load-ended', load: 'load-1', ending: 'complete', generators: 1, completed: 1, ...options.ended },
    { type: 'run-ended', interrupted: false },
  ];
  const left = flows.findLastIndex(({ type }) => type === 'flow-started');
  return options.died === true ? events.slice(0, 3 + left) : events;
}

function readinessWith(options: Synthetic = {}, scope: 'run' | 'stage' = 'run'): Readiness {
  const events = eventsOf(options);
  const records = events.map((event, index) => ({ seq: index + 1, at: BEGAN + index, event }));
  return readinessOf(
    [
      historyOf(records, {
        records: records.length,
        head: 'ab'.repeat(32),
        ending: options.died === true ? 'killed' : 'complete',
      }),
    ],
    { scope },
  );
}

const verdicts = (options: Synthetic = {}) =>
  Object.fromEntries(readinessWith(options).gates.map(({ id, verdict }) => [id, verdict]));

const GREEN = {
  'load-response-p95': 'pass',
  'load-hand-over-p95': 'pass',
  'load-errors': 'pass',
  'load-dropped': 'pass',
  'load-generator': 'pass',
  'GRIND-HEL': 'pass',
};

describe('the gates of a load', () => {
  it('are passed by a load that held them', () => expect(verdicts()).toMatchObject(GREEN));

  it.each<[string, Synthetic, object]>([
    ['slow steps', { took: 2_500 }, { 'load-response-p95': 'fail' }],
    ['steps that began late, from when they were planned', { late: 2_500 }, { 'load-response-p95': 'fail' }],
    ['slow hand-overs', { handOver: 6_000 }, { 'load-hand-over-p95': 'fail' }],
    ['one wrong answer, however quick', { wrong: 3 }, { 'load-errors': 'fail' }],
    ['dropped arrivals', { dropped: 2 }, { 'load-dropped': 'fail', 'GRIND-HEL': 'not-covered' }],
    [
      'a late generator: inconclusive, neither good nor bad',
      { lag: 400, took: 2_500 },
      { 'load-generator': 'unknown', 'load-response-p95': 'unknown', 'load-hand-over-p95': 'unknown' },
    ],
    [
      'a generator that used up its core',
      { ended: { busiestCore: 0.97 } },
      { 'load-generator': 'unknown', 'load-response-p95': 'unknown', 'load-hand-over-p95': 'unknown' },
    ],
    [
      'a machine that everybody waits for',
      { ended: { machine: 6.2 } },
      { 'load-generator': 'unknown', 'load-response-p95': 'unknown', 'load-hand-over-p95': 'unknown' },
    ],
    [
      'a late answer on such a machine: nobody can tell whose time it was',
      { wrong: 3, handOver: 6_000, ended: { machine: 6.2 } },
      {
        'load-generator': 'unknown',
        'load-errors': 'unknown',
        'load-hand-over-p95': 'unknown',
        'load-response-p95': 'unknown',
      },
    ],
    [
      'a wrong answer on such a machine, however late it was',
      { wrong: 3, ended: { machine: 6.2 } },
      {
        'load-generator': 'unknown',
        'load-errors': 'fail',
        'load-hand-over-p95': 'unknown',
        'load-response-p95': 'unknown',
      },
    ],
    ['less than what must be shown', { multiply: 1 }, { 'load-response-p95': 'not-covered' }],
    ['a k6 that crashed', { ended: { ending: 'crashed', reason: 'k6 dog.' } }, { 'GRIND-HEL': 'error' }],
  ])('are shut by %s', (_, options, red) => expect(verdicts(options)).toMatchObject({ ...GREEN, ...red }));

  it('decide a run only where it has a load, and the whole stage always', () => {
    expect(verdicts({ load: false, command: 'day' })).not.toHaveProperty('load-errors');
    const { gates } = readinessWith({ load: false, command: 'day' }, 'stage');
    expect(gates.find(({ id }) => id === 'load-errors')?.verdict).toBe('not-covered');
    expect(verdicts({ command: 'day' })).toMatchObject({ 'load-errors': 'pass' });
  });
});

describe('what is told of a load', () => {
  it('says that it was cut off when Genrep died in the middle of it, and never that it was good', () => {
    const readiness = readinessWith({ died: true });
    expect(readiness.outcome).toBe('interrupted');
    expect(readiness.loads).toMatchObject([{ ending: 'unknown' }]);
    expect(readiness.gates.find(({ id }) => id === 'GRIND-HEL')?.verdict).toBe('unknown');
    expect(readiness.counts.instances.unknown).toBe(1);
    expect(readinessPage(readiness)).toContain('Körningen belastning-1 dog innan den var klar');
  });

  it('has its knee: the last intensity that held every limit', () => {
    expect(readinessWith().loads).toMatchObject([{ knee: 1.2, phases: [{ holds: true }, { holds: true }] }]);
    const [bent] = readinessWith({ wrong: 19 }).loads;
    expect(bent).toMatchObject({ knee: 0.6, phases: [{ holds: true }, { holds: false }] });
    const [broke] = readinessWith({ took: 2_500 }).loads;
    expect(broke?.knee).toBeNull();
  });

  it('is on the page, with pictures and tables in both languages', () => {
    const text = readinessPage(readinessWith({ wrong: 19 }));
    for (const words of [
      'Belastningen över tid',
      'The load over time',
      'fel svar, eller för sent',
      'Knät: 0,6',
    ])
      expect(text).toContain(words);
    expect(readinessPage(readinessWith({ load: false }))).not.toContain('id="load"');
  });
});
