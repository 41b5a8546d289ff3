import type { Vocabulary } from '../../domain/area.ts';
import type { LoadPlanFacts } from '../../domain/load.ts';
import type { Stage } from '../../domain/stage.ts';
import type { Milliseconds } from '../../domain/time.ts';
import type { Bilingual } from '../../pages/bilingual.ts';
import type { Bottleneck } from './bottlenecks.ts';
import { judgePhases, kneeOf, limitsOf } from './knee.ts';
import type { LoadResult, Stretch } from './measure-load.ts';

/** Percentiles of some durations, in milliseconds; null of nothing. */
export interface Percentiles {
  readonly n: number;
  readonly p50: Milliseconds | null;
  readonly p95: Milliseconds | null;
  readonly p99: Milliseconds | null;
}

/** A stretch of time with its percentiles, as plain data. */
export interface StretchReport extends Omit<Stretch, 'response' | 'handOver' | 'request'> {
  readonly response: Percentiles;
  readonly handOver: Percentiles;
  readonly request: Percentiles;
}

/** A phase with whether the stage's limits on load held in it. */
export interface PhaseReport {
  readonly factor: number;
  readonly stretch: StretchReport;
  readonly holds: boolean;
}

/** One load as plain data, for pages and programs. */
export interface LoadReport {
  readonly run: string;
  readonly load: string;
  readonly beganAt: number;
  readonly facts: Omit<LoadPlanFacts, 'plannedPerSlice'>;
  readonly ending: 'complete' | 'crashed' | 'interrupted' | 'unknown';
  readonly reason?: string;
  readonly whole: StretchReport;
  readonly slices: readonly StretchReport[];
  readonly phases: readonly PhaseReport[];
  /** The last intensity that held every limit, in times the day's arrivals; null when none did. */
  readonly knee: number | null;
  readonly generators: number;
  /** The slowest kinds of task first. */
  readonly responseByKind: readonly (Percentiles & { readonly kind: string; readonly name: Bilingual })[];
  readonly startLag: Percentiles;
  readonly loopLag: Percentiles;
  readonly busiestCore?: number;
  readonly machine?: number;
  readonly bottlenecks: readonly Bottleneck[];
}

export function reportOf(load: LoadResult, stage: Pick<Stage, 'gates'>, vocabulary: Vocabulary): LoadReport {
  const { run, started, ended } = load;
  const phases = judgePhases(load.phases, limitsOf(stage));
  const { type: _, load: id, beganAt, plannedPerSlice: __, ...facts } = started;
  return {
    run,
    load: id,
    beganAt,
    facts,
    ending: ended?.ending ?? 'unknown',
    ...(ended?.reason === undefined ? {} : { reason: ended.reason }),
    whole: stretchReport(load.whole),
    slices: load.slices.map(stretchReport),
    phases: phases.map(({ phase, stretch, holds }) => ({
      factor: phase.factor,
      stretch: stretchReport(stretch),
      holds,
    })),
    knee: kneeOf(phases)?.phase.factor ?? null,
    generators: started.segments,
    responseByKind: [...load.responseByKind]
      .map(([kind, histogram]) => ({ kind, name: vocabulary.name(kind), ...percentilesOf(histogram) }))
      .sort((a, b) => (b.p95 ?? 0) - (a.p95 ?? 0) || (a.kind < b.kind ? -1 : 1)),
    startLag: percentilesOf(load.startLag),
    loopLag: percentilesOf(load.loopLag),
    ...(ended?.busiestCore === undefined ? {} : { busiestCore: ended.busiestCore }),
    ...(ended?.machine === undefined ? {} : { machine: ended.machine }),
    bottlenecks: load.bottlenecks(),
  };
}

const stretchReport = ({ response, handOver, request, ...stretch }: Stretch): StretchReport => ({
  ...stretch,
  response: percentilesOf(response),
  handOver: percentilesOf(handOver),
  request: percentilesOf(request),
});

const percentilesOf = (histogram: LoadResult['startLag']): Percentiles => ({
  n: histogram.total,
  p50: histogram.percentile(0.5) ?? null,
  p95: histogram.percentile(0.95) ?? null,
  p99: histogram.percentile(0.99) ?? null,
});
