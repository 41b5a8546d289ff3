import type { Channel } from '../../domain/evidence.ts';
import { Histogram } from '../../domain/histogram.ts';
import type { LoadHistory } from '../history.ts';
import type { InstanceResult } from '../instances.ts';

/** How long the steps of robots and people took while a load went on beside them, and without it. */
export interface BesideLoad {
  readonly channel: Channel;
  readonly kind: string;
  readonly during: Histogram;
  readonly without: Histogram;
}

/** Every kind of step that was done both during a load and without it; the steps of the load itself are left out. */
export function besideLoad(loads: readonly LoadHistory[], all: readonly InstanceResult[]): BesideLoad[] {
  const found = new Map<string, BesideLoad>();
  for (const { channel, history, steps } of all) {
    if (history.started.load !== undefined) continue;
    for (const { kind, ended, coverage } of steps) {
      if (kind === undefined || ended === undefined || coverage !== 'observed') continue;
      const key = `${channel} ${kind}`;
      const entry = found.get(key) ?? { channel, kind, during: new Histogram(), without: new Histogram() };
      found.set(key, entry);
      const isDuring = loads.some((load) => overlaps(load, ended));
      entry[isDuring ? 'during' : 'without'].record(ended.endedAt - ended.startedAt);
    }
  }
  return [...found.values()]
    .filter(({ during, without }) => during.total > 0 && without.total > 0)
    .sort((a, b) => (b.during.percentile(0.95) ?? 0) - (a.during.percentile(0.95) ?? 0));
}

const overlaps = (
  { started: { beganAt, duration } }: LoadHistory,
  step: { readonly startedAt: number; readonly endedAt: number },
): boolean => step.endedAt >= beganAt && step.startedAt <= beganAt + duration;
