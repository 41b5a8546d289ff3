import {
  EVIDENCE_VERSION,
  type EvidenceEvent,
  type FlowStarted,
  type RunStarted,
  type StepEnded,
} from '../../domain/evidence.ts';

/** A small run for tests: one of every kind of event. */
export const runStarted = (over: Partial<RunStarted> = {}): RunStarted => ({
  type: 'run-started',
  evidenceVersion: EVIDENCE_VERSION,
  run: 'test',
  genrep: '0.1.0',
  command: 'day',
  title: 'En vardag',
  system: { name: 'Referensmiljön', software: 'reference', version: '0.1.0' },
  stage: {
    name: 'etapp-1',
    title: 'Etapp 1',
    organisations: ['SÄS'],
    requirements: [
      {
        id: 'KRAV-LAB-01',
        sv: 'Ordinationen når laboratoriet',
        en: 'The order reaches the laboratory',
        safetyClass: 1,
        shownBy: ['order-on-laboratory-worklist'],
        source: 'assumption',
      },
    ],
    gates: [],
    hash: 'aa',
  },
  flows: [],
  activities: [],
  seed: 7,
  planned: 1,
  speed: 60,
  ...over,
});

export const flowStarted = (instance: string): FlowStarted => ({
  type: 'flow-started',
  instance,
  flow: 'brostsmarta/brostsmarta',
  channel: 'api',
  patient: 'p-000001',
  plannedAt: 0,
  dayTime: 10,
  startedAt: 900,
});

export const stepEnded = (instance: string, step: number, over: Partial<StepEnded> = {}): StepEnded => ({
  type: 'step-ended',
  instance,
  step,
  actor: { role: 'nurse', unit: 'ward' },
  verdict: 'pass',
  startedAt: 1_000,
  endedAt: 1_100,
  dayTime: 20,
  ...over,
});

export const wholeRun = (): EvidenceEvent[] => [
  runStarted(),
  { type: 'not-supported', channel: 'ui', kind: 'print-document', reason: 'Utskrift går inte att läsa här.' },
  flowStarted('f-0001'),
  { type: 'step-started', instance: 'f-0001', step: 0, token: 'test/f-0001/0', startedAt: 1_000 },
  stepEnded('f-0001', 0),
  stepEnded('f-0001', 1, {
    verdict: 'fail',
    attempts: 12,
    latency: { of: 0, clock: 'system', milliseconds: 812 },
    expected: 'Troponin T på arbetslistan',
    observed: 'Arbetslistan är tom',
    reason: 'Syntes inte inom 5 s.',
  }),
  {
    type: 'attachment',
    instance: 'f-0001',
    step: 1,
    title: 'Skärmbild',
    mediaType: 'image/png',
    file: 'attachments/f-0001.png',
  },
  { type: 'flow-ended', instance: 'f-0001', verdict: 'fail' },
  { type: 'run-ended', interrupted: false },
];
