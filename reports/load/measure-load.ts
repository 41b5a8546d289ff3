import type { LoadEnded, LoadStarted } from '../../domain/evidence.ts';
import { Histogram } from '../../domain/histogram.ts';
import type { Milliseconds } from '../../domain/time.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { type HandOverResult, handOversOf } from '../hand-overs.ts';
import type { LoadHistory } from '../history.ts';
import type { InstanceResult, StepResult } from '../instances.ts';
import { WRONG } from '../wrong.ts';
import { type Bottleneck, bottlenecksOf } from './bottlenecks.ts';
import type { MeasuredPhase } from './knee.ts';

/** What was measured in a stretch of a load's time. */
export interface Stretch {
  /** From the load's beginning. */
  readonly from: Milliseconds;
  readonly to: Milliseconds;
  readonly planned: number;
  readonly started: number;
  readonly dropped: number;
  readonly ended: number;
  readonly inFlight: number;
  readonly requests: number;
  readonly failures: Readonly<Record<string, number>>;
  /** How long tasks took that ended here, and hand-overs that were seen here; milliseconds. */
  readonly response: Histogram;
  readonly handOver: Histogram;
  readonly request: Histogram;
  /** Steps that were looked at, those of them that went wrong, and of these the ones of which nobody can tell. */
  readonly steps: number;
  readonly wrong: number;
  readonly unclear: number;
}

/** One load, measured from the evidence. */
export interface LoadResult {
  readonly run: string;
  readonly started: LoadStarted;
  readonly ended: LoadEnded | undefined;
  /** The whole of it, and its slices in order. */
  readonly whole: Stretch;
  readonly slices: readonly Stretch[];
  readonly phases: readonly MeasuredPhase[];
  readonly handOvers: readonly HandOverResult[];
  /** How long the tasks of each kind took. */
  readonly responseByKind: ReadonlyMap<string, Histogram>;
  readonly startLag: Histogram;
  readonly loopLag: Histogram;
  /** Why the figures say more of the generator than of the system; empty when they do not. */
  bottlenecks(lagAtMost?: Milliseconds): readonly Bottleneck[];
}

/** A step with the moments that a load is measured by. */
interface TimedStep {
  readonly kind: string;
  readonly verdict: Verdict;
  readonly endedAt: number;
  /** Of a task that was done: from when it was planned to begin, for the first of a flow, else from when it began. */
  readonly response?: Milliseconds;
  /** Of a question on the system's clock. */
  readonly handOver?: Milliseconds;
}

/** Measures one load: percentiles come from all its steps together, never from averages of parts. */
export function measureLoad(history: LoadHistory, all: readonly InstanceResult[]): LoadResult {
  const { run, started, slices, ended } = history;
  const own = all.filter(
    ({ history: { started: flow }, run: ofRun }) => ofRun === run && flow.load === started.load,
  );
  const steps = own.flatMap((instance) => instance.steps.flatMap(timed));
  const count = Math.max(started.plannedPerSlice.length, ...slices.map(({ slice }) => slice + 1));
  const bySlice = Map.groupBy(steps, ({ endedAt }) =>
    Math.min(count - 1, Math.max(0, Math.floor((endedAt - started.beganAt) / started.slice))),
  );
  const stretches = Array.from({ length: count }, (_, index) =>
    stretchOf(history, index, index + 1, bySlice.get(index) ?? []),
  );
  const byKind = Map.groupBy(
    steps.filter(({ response }) => response !== undefined),
    ({ kind }) => kind,
  );
  const startLag = Histogram.from(...slices.map((slice) => slice.startLag));
  const loopLag = Histogram.from(...slices.map((slice) => slice.loopLag));
  return {
    run,
    started,
    ended,
    whole: stretchOf(history, 0, count, steps),
    slices: stretches,
    phases: started.phases.map((phase) => {
      const [from, to] = [phase.from, phase.to].map((time) => Math.ceil(time / started.slice));
      const inPhase = steps.filter(({ endedAt }) => {
        const at = endedAt - started.beganAt;
        return at >= phase.from && at < phase.to;
      });
      return { phase, stretch: stretchOf(history, from ?? 0, to ?? count, inPhase) };
    }),
    handOvers: handOversOf(own),
    responseByKind: new Map(
      [...byKind].map(([kind, group]) => [
        kind,
        histogramOf(group.flatMap(({ response }) => response ?? [])),
      ]),
    ),
    startLag,
    loopLag,
    bottlenecks: (lagAtMost) => bottlenecksOf({ startLag, loopLag, ended, lagAtMost }),
  };
}

function timed({ ended, coverage, verdict, index, kind, step }: StepResult): TimedStep[] {
  if (ended === undefined || coverage !== 'observed' || kind === undefined) return [];
  const { startedAt, endedAt, plannedAt = startedAt, latency } = ended;
  const begun = index === 0 ? Math.min(plannedAt, startedAt) : startedAt;
  return [
    {
      kind,
      verdict,
      endedAt,
      ...(step.activity.type === 'task' ? { response: endedAt - begun } : {}),
      ...(latency?.clock === 'system' ? { handOver: latency.milliseconds } : {}),
    },
  ];
}

function stretchOf(
  { started, slices }: LoadHistory,
  from: number,
  to: number,
  steps: readonly TimedStep[],
): Stretch {
  const own = slices.filter(({ slice }) => slice >= from && slice < to);
  const sum = (key: 'started' | 'dropped' | 'ended' | 'requests'): number =>
    own.reduce((total, slice) => total + slice[key], 0);
  const failures: Record<string, number> = {};
  for (const [kind, count] of own.flatMap((slice) => Object.entries(slice.failures)))
    failures[kind] = (failures[kind] ?? 0) + count;
  return {
    from: from * started.slice,
    to: to * started.slice,
    planned: started.plannedPerSlice.slice(from, to).reduce((total, count) => total + count, 0),
    started: sum('started'),
    dropped: sum('dropped'),
    ended: sum('ended'),
    inFlight: Math.max(0, ...own.map(({ inFlight }) => inFlight)),
    requests: sum('requests'),
    failures,
    response: histogramOf(steps.flatMap(({ response }) => response ?? [])),
    handOver: histogramOf(steps.flatMap(({ handOver }) => handOver ?? [])),
    request: Histogram.from(...own.map(({ request }) => request)),
    steps: steps.length,
    wrong: steps.filter(({ verdict }) => WRONG.has(verdict)).length,
    unclear: steps.filter(({ verdict }) => verdict === 'unknown').length,
  };
}

function histogramOf(values: readonly number[]): Histogram {
  const histogram = new Histogram();
  for (const value of values) histogram.record(value);
  return histogram;
}
