import { estimation } from '../check.ts';
import { cobham, type PriorityClass, preemptiveSojourns } from '../formulas/priority.ts';
import { type PriorityStation, priorityStation } from '../models/priority-station.ts';

export const classes = [
  { arrivals: 0.3, service: { kind: 'exponential', mean: 1 } },
  { arrivals: 0.5, service: { kind: 'erlang', mean: 0.9, phases: 2 } },
] as const satisfies PriorityStation['classes'];

const moments: readonly PriorityClass[] = [
  { arrivals: 0.3, service: 1, serviceSquared: 2 },
  { arrivals: 0.5, service: 0.9, serviceSquared: 0.9 ** 2 * 1.5 },
];

const bySojourn = (sojourns: readonly number[]): Record<string, number> =>
  Object.fromEntries(sojourns.map((sojourn, priority) => [`sojourn ${priority}`, sojourn]));

export const twoPriorities = estimation({
  name: 'two priorities wait as Cobham says',
  model: (engine) => priorityStation(engine, { classes, preempts: false, warmUp: 500, length: 6_000 }),
  expected: bySojourn(cobham(moments).map((wait, k) => wait + (moments[k]?.service ?? 0))),
});

export const preemption = estimation({
  name: 'two priorities with preemptive resume stay as long as they must',
  model: (engine) => priorityStation(engine, { classes, preempts: true, warmUp: 500, length: 6_000 }),
  expected: bySojourn(preemptiveSojourns(moments)),
});
