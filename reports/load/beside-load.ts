import type { Vocabulary } from '../../domain/area.ts';
import type { Channel } from '../../domain/evidence.ts';
import type { Milliseconds } from '../../domain/time.ts';
import type { Bilingual } from '../../pages/bilingual.ts';
import type { LoadHistory, RunHistory } from '../history.ts';
import type { InstanceResult } from '../instances.ts';
import { percentile } from '../statistics.ts';
import { WRONG } from '../wrong.ts';
import { type Shift, shiftBetween } from './shift.ts';

/** How long one kind of step took. */
export interface Took {
  readonly n: number;
  readonly p50: Milliseconds;
  readonly p95: Milliseconds;
}

/** One kind of step on one way in, as robots and people did it while a load went on beside them, and without it. */
export interface ComparedStep {
  readonly channel: Channel;
  readonly kind: string;
  readonly name: Bilingual;
  readonly without: Took;
  readonly during: Took;
  /** How much longer it took under load; absent where it was done too few times to tell. */
  readonly shift?: Shift;
}

/** Steps that were done, and those of them that went wrong. */
interface Done {
  readonly steps: number;
  readonly wrong: number;
}

/** Whether the work of robots and people was slower while a load went on beside it. */
export interface BesideLoad {
  readonly slower: 'yes' | 'no' | 'unknown';
  /** What grew the most first. */
  readonly kinds: readonly ComparedStep[];
  readonly without: Done;
  readonly during: Done;
}

interface DoneStep {
  readonly key: string;
  readonly channel: Channel;
  readonly kind: string;
  readonly took: Milliseconds;
  readonly wrong: boolean;
  readonly during: boolean;
}

/**
 * Compares the same kinds of step with and without load, over all runs together: a load of one run lies beside another's
 * work when they overlap in time and are of the same system. The load's own steps are left out. Undefined where there was
 * no load, or nobody else at work.
 */
export function besideLoad(
  runs: readonly RunHistory[],
  all: readonly InstanceResult[],
  vocabulary: Vocabulary,
): BesideLoad | undefined {
  if (runs.every(({ loads }) => loads.length === 0)) return undefined;
  const steps = all.flatMap((instance) => stepsOf(instance, loadsBeside(instance.run, runs)));
  if (steps.length === 0) return undefined;
  const kinds = [...Map.groupBy(steps, ({ key }) => key).values()]
    .flatMap((same) => compare(same, vocabulary))
    .sort((a, b) => (b.shift?.estimate ?? 0) - (a.shift?.estimate ?? 0) || (a.kind < b.kind ? -1 : 1));
  return {
    slower: slowerIn(kinds),
    kinds,
    without: doneIn(steps.filter(({ during }) => !during)),
    during: doneIn(steps.filter(({ during }) => during)),
  };
}

/** The kinds that took longer under load, beyond what chance can do. */
export const slowerKinds = ({ kinds }: Pick<BesideLoad, 'kinds'>): readonly ComparedStep[] =>
  kinds.filter(({ shift }) => shift !== undefined && shift.from > 0);

function slowerIn(kinds: readonly ComparedStep[]): BesideLoad['slower'] {
  if (kinds.every(({ shift }) => shift === undefined)) return 'unknown';
  return slowerKinds({ kinds }).length > 0 ? 'yes' : 'no';
}

function loadsBeside(run: string, runs: readonly RunHistory[]): readonly LoadHistory[] {
  const systemOf = (id: string) => runs.find(({ started }) => started.run === id)?.started.system?.name;
  const system = systemOf(run);
  return runs.flatMap(({ loads }) => loads.filter((load) => systemOf(load.run) === system));
}

function stepsOf({ channel, history, steps }: InstanceResult, loads: readonly LoadHistory[]): DoneStep[] {
  if (history.started.load !== undefined) return [];
  return steps.flatMap(({ kind, ended, coverage, verdict }) => {
    if (kind === undefined || ended === undefined || coverage !== 'observed') return [];
    return [
      {
        key: `${channel} ${kind}`,
        channel,
        kind,
        took: ended.endedAt - ended.startedAt,
        wrong: WRONG.has(verdict),
        during: loads.some((load) => overlaps(load, ended)),
      },
    ];
  });
}

function compare(steps: readonly DoneStep[], vocabulary: Vocabulary): ComparedStep[] {
  const [first] = steps;
  const times = (during: boolean) => steps.filter((step) => step.during === during).map(({ took }) => took);
  const [without, during] = [times(false), times(true)];
  if (first === undefined || without.length === 0 || during.length === 0) return [];
  const { channel, kind } = first;
  const shift = shiftBetween(without, during);
  return [
    {
      channel,
      kind,
      name: vocabulary.name(kind),
      without: tookOf(without),
      during: tookOf(during),
      ...(shift && { shift }),
    },
  ];
}

const tookOf = (values: readonly number[]): Took => ({
  n: values.length,
  p50: percentile(values, 0.5),
  p95: percentile(values, 0.95),
});

const doneIn = (steps: readonly DoneStep[]): Done => ({
  steps: steps.length,
  wrong: steps.filter(({ wrong }) => wrong).length,
});

const overlaps = (
  { started: { beganAt, duration } }: LoadHistory,
  step: { readonly startedAt: number; readonly endedAt: number },
): boolean => step.endedAt >= beganAt && step.startedAt <= beganAt + duration;
