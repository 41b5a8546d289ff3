import type { ActivityKind } from '../../domain/activity.ts';
import type { Channel } from '../../domain/evidence.ts';
import type { Milliseconds } from '../../domain/time.ts';
import { stateAfter } from '../../lab/state.ts';
import type { RunHistory } from '../history.ts';
import { percentile } from '../statistics.ts';

/** How long robots take for one kind of task, from the first thing they do to the system's answer. */
export interface RobotTime {
  readonly channel: Channel;
  readonly n: number;
  readonly median: Milliseconds;
}

interface Taken {
  readonly kind: ActivityKind;
  readonly channel: Channel;
  readonly time: Milliseconds;
}

/** By kind of task; where some were done in pages, as people do them, only these count. */
export function robotTimes(runs: readonly RunHistory[]): ReadonlyMap<ActivityKind, RobotTime> {
  const kinds = Map.groupBy(runs.flatMap(takenIn), ({ kind }) => kind);
  return new Map(
    [...kinds].map(([kind, own]) => {
      const inPages = own.filter(({ channel }) => channel === 'ui');
      const [channel, counted] = inPages.length > 0 ? (['ui', inPages] as const) : (['api', own] as const);
      const median = percentile(
        counted.map(({ time }) => time),
        0.5,
      );
      return [kind, { channel, n: counted.length, median }];
    }),
  );
}

/** A card that went back to a robot holds the person's time too, so that no card counts. */
function takenIn(run: RunHistory): Taken[] {
  const cards = new Set(stateAfter(run.lab ?? []).cards.keys());
  return run.instances.flatMap(({ instance, flow, channel, ended }) =>
    [...ended.values()].flatMap(({ step, outcome }) => {
      const activity = flow.steps[step]?.activity;
      if (activity?.type !== 'task' || outcome?.status !== 'done' || outcome.resumed === true) return [];
      if (cards.has(`${instance}.${step + 1}`)) return [];
      return [{ kind: activity.kind, channel, time: outcome.acknowledgedAt - outcome.begunAt }];
    }),
  );
}
