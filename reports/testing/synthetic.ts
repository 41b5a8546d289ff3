import type { ActivityKind } from '../../domain/activity.ts';
import { nameGiven } from '../../domain/activity.ts';
import type { CareFlow } from '../../domain/care-flow.ts';
import {
  type Channel,
  EVIDENCE_VERSION,
  type EvidenceEvent,
  type NotSupported,
  type StepEnded,
} from '../../domain/evidence.ts';
import type { Stage } from '../../domain/stage.ts';
import { DAY, HOUR } from '../../domain/time.ts';
import { type Verdict, worst } from '../../domain/verdict.ts';
import { historyOf, type RunHistory } from '../history.ts';
import { ACTIVITIES } from './activities.ts';
import { FLOWS } from './flows.ts';
import { STAGE } from './stage.ts';

/** What goes wrong in some instances: at which step, how often, and how it shows. */
export interface Fault {
  readonly kind: ActivityKind;
  /** Every n-th instance of a flow that has such a step; 1 is all. */
  readonly every: number;
  readonly verdict: Verdict;
  readonly expected?: string;
  readonly observed?: string;
  readonly reason?: string;
  /** The flow goes no further. */
  readonly stops?: boolean;
  /** The step is begun and never ends. */
  readonly lost?: boolean;
  readonly latency?: number;
  readonly attachment?: boolean;
}

export interface SyntheticRun {
  readonly run?: string;
  readonly instances?: number;
  readonly planned?: number;
  readonly flows?: readonly CareFlow[];
  readonly stage?: Stage;
  readonly faults?: readonly Fault[];
  readonly notSupported?: readonly Omit<NotSupported, 'type'>[];
  /** Every n-th instance goes through the browser; 0 is none. */
  readonly browserEvery?: number;
  /** How far the system's clock is ahead; absent when nobody measured. */
  readonly clockAhead?: number;
  readonly ending?: 'complete' | 'interrupted' | 'killed';
}

const MORNING = Date.UTC(2026, 10, 23, 5);

/** The evidence of a made-up run: a pure function of what is asked for. */
export function eventsOf(options: SyntheticRun = {}): EvidenceEvent[] {
  const { flows = FLOWS, stage = STAGE, instances = 16, ending = 'complete', notSupported = [] } = options;
  const events: EvidenceEvent[] = [
    {
      type: 'run-started',
      evidenceVersion: EVIDENCE_VERSION,
      run: options.run ?? 'korning-1',
      genrep: '0.1.0',
      command: 'day',
      title: 'En vardag på Södra Älvsborgs sjukhus',
      system: { name: 'Referensmiljön', software: 'genrep-reference', version: '0.1.0' },
      stage,
      flows,
      activities: ACTIVITIES,
      seed: 7,
      planHash: 'c0ffee5f1d7c3b9a0e4f52a1c6d8e7b3f4a59c0d1e2f30415263748596a7b8c9',
      planned: options.planned ?? instances,
      speed: 720,
    },
    ...(options.clockAhead === undefined
      ? []
      : [{ type: 'clock-measured' as const, ahead: options.clockAhead }]),
    ...notSupported.map((lack) => ({ type: 'not-supported' as const, ...lack })),
  ];
  for (let index = 0; index < instances; index += 1)
    events.push(...instanceOf(options, flows, index, instances));
  if (ending !== 'killed') events.push({ type: 'run-ended', interrupted: ending === 'interrupted' });
  return events;
}

/** The same as reports read it. */
export const runOf = (options: SyntheticRun = {}): RunHistory =>
  historyOf(
    eventsOf(options).map((event, index) => ({ seq: index + 1, at: MORNING + index * 10, event })),
    { records: 1, head: 'ab'.repeat(32), ending: options.ending ?? 'complete' },
  );

function* instanceOf(
  { faults = [], notSupported = [], browserEvery = 20 }: SyntheticRun,
  flows: readonly CareFlow[],
  index: number,
  instances: number,
): Generator<EvidenceEvent> {
  const flow = flows[index % flows.length];
  if (flow === undefined) return;
  const instance = `f-${String(index + 1).padStart(4, '0')}`;
  const round = Math.floor(index / flows.length);
  const channel: Channel = browserEvery > 0 && index % browserEvery === browserEvery - 1 ? 'ui' : 'api';
  const dayTime = Math.round((index / instances) * DAY);
  yield {
    type: 'flow-started',
    instance,
    flow: flow.id,
    channel,
    patient: `p-${index}`,
    plannedAt: dayTime,
    dayTime,
    startedAt: MORNING + index * 180,
  };

  const verdicts: Verdict[] = [];
  for (const [step, { activity, actor, limit }] of flow.steps.entries()) {
    if (activity.type === 'wait') continue;
    const lacking = notSupported.find((lack) => lack.channel === channel && lack.kind === activity.kind);
    const fault = faults.find(({ kind, every }) => kind === activity.kind && (round + 1) % every === 0);
    const startedAt = MORNING + index * 180 + step * 40;
    if (activity.type === 'task' && lacking === undefined) {
      yield { type: 'step-started', instance, step, token: `${instance}/${step}`, startedAt };
    }
    if (fault?.lost === true) return;
    const since = limit !== undefined && 'since' in limit ? limit.since : undefined;
    const of = flow.steps
      .slice(0, step)
      .findLastIndex(
        (act) => act.activity.type === 'task' && (since === undefined || nameGiven(act.activity) === since),
      );
    const clock = limit?.mode === 'within' ? limit.clock : 'system';
    const took =
      fault?.latency ??
      (clock === 'day' ? HOUR / 3 + wobble(index, step) * 4_000 : 40 + wobble(index, step) * 3);
    const seen = limit !== undefined && of >= 0 && (fault === undefined || fault.latency !== undefined);
    const verdict: Verdict = lacking === undefined ? (fault?.verdict ?? 'pass') : 'not-covered';
    verdicts.push(verdict);
    const ended: StepEnded = {
      type: 'step-ended',
      instance,
      step,
      verdict,
      startedAt,
      endedAt: startedAt + wobble(index, step),
      dayTime: dayTime + step * 60_000,
      ...(actor === undefined ? {} : { actor }),
      ...(activity.type === 'question' ? { attempts: 1 + (wobble(index, step) % 3) } : {}),
      ...(seen && lacking === undefined ? { latency: { of, clock, milliseconds: took } } : {}),
      ...(fault?.expected === undefined || lacking !== undefined ? {} : { expected: fault.expected }),
      ...(fault?.observed === undefined || lacking !== undefined ? {} : { observed: fault.observed }),
      ...(lacking === undefined
        ? fault?.reason === undefined
          ? {}
          : { reason: fault.reason }
        : { reason: lacking.reason }),
    };
    yield ended;
    if (fault?.attachment === true) {
      const file = `attachments/${instance} steg ${step}.png`;
      yield { type: 'attachment', instance, step, title: 'Skärmbild', mediaType: 'image/png', file };
      yield exchangesKept(instance, step);
    }
    if (fault?.stops === true) break;
  }
  yield { type: 'flow-ended', instance, verdict: worst(verdicts) };
}

const exchangesKept = (instance: string, step: number): EvidenceEvent => ({
  type: 'attachment',
  instance,
  step,
  title: 'Förfrågningar och svar',
  mediaType: 'application/json',
  file: `attachments/${instance} steg ${step}.json`,
  summary: [
    'GET Task?patient=Patient/17&code=urn:genrep:concept|laboratory-order&_include=Task:focus → 200 (12 ms)',
    'GET ServiceRequest/18 → 500 (31 ms)',
  ],
});

/** A number from 0 to 199 that looks like chance and is none. */
const wobble = (index: number, step: number): number => ((index + 1) * 7_919 + (step + 1) * 104_729) % 200;
