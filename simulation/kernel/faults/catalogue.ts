import type { EventQueue } from '../event-queue.ts';
import type { Process } from '../process.ts';
import type { Resource } from '../resource.ts';
import { Simulation } from '../simulation.ts';
import type { TruthCheck } from '../truth/check.ts';
import { blocking } from '../truth/checks/blocking.ts';
import { coverage } from '../truth/checks/coverage.ts';
import { impatient, noRoom, threeServers } from '../truth/checks/erlang.ts';
import { hourByHour } from '../truth/checks/hour-by-hour.ts';
import { littlesLawInMM1 } from '../truth/checks/littles-laws.ts';
import { preemption, twoPriorities } from '../truth/checks/priorities.ts';
import { shiftEnds } from '../truth/checks/shift-ends.ts';
import { streams } from '../truth/checks/streams.ts';
import { ties } from '../truth/checks/ties.ts';
import { type Engine, kernel } from '../truth/engine.ts';
import * as functions from './wrong-functions.ts';
import * as parts from './wrong-parts.ts';

/** An engine with one thing wrong in it, and the check that must notice. */
export interface PlantedFault {
  readonly name: string;
  readonly engine: Engine;
  readonly caughtBy: TruthCheck;
}

export const plantedFaults: readonly PlantedFault[] = [
  {
    name: 'last come is first served',
    engine: withResource(parts.LastComeFirst),
    caughtBy: threeServers,
  },
  {
    name: 'waits of zero are not tallied',
    engine: withResource(parts.ForgettingZeros),
    caughtBy: threeServers,
  },
  {
    name: 'one place too many to wait in',
    engine: withResource(parts.OneRoomMore),
    caughtBy: noRoom,
  },
  {
    name: 'patience never ends',
    engine: withResource(parts.EndlessPatience),
    caughtBy: impatient,
  },
  {
    name: 'urgency is not heard',
    engine: withResource(parts.DeafToUrgency),
    caughtBy: twoPriorities,
  },
  {
    name: 'nobody is preempted',
    engine: withResource(parts.NeverPreempting),
    caughtBy: preemption,
  },
  {
    name: 'preempted work starts over',
    engine: { ...kernel, serve: functions.startingOver },
    caughtBy: preemption,
  },
  {
    name: 'preempted work is taken for done',
    engine: { ...kernel, serve: functions.takenForDone },
    caughtBy: preemption,
  },
  {
    name: 'ties are broken backwards',
    engine: withQueue(() => new parts.LastCausedFirst()),
    caughtBy: ties,
  },
  {
    name: 'priorities within a tick are lost',
    engine: withQueue(() => new parts.WithoutPriorities()),
    caughtBy: shiftEnds,
  },
  {
    name: 'shifts change one tick late',
    engine: { ...kernel, followShifts: functions.oneTickLate },
    caughtBy: shiftEnds,
  },
  {
    name: 'a shift never ends',
    engine: withResource(parts.EndlessShift),
    caughtBy: shiftEnds,
  },
  {
    name: 'a hand-over lets go too early',
    engine: withResource(parts.FallingBetween),
    caughtBy: blocking,
  },
  {
    name: 'all draw from one stream',
    engine: { ...kernel, stream: functions.oneStreamForAll() },
    caughtBy: streams,
  },
  {
    name: 'all have the same draws',
    engine: { ...kernel, stream: functions.sameDrawsForAll },
    caughtBy: streams,
  },
  {
    name: 'arrivals are not thinned',
    engine: { ...kernel, poissonArrivals: functions.withoutThinning },
    caughtBy: hourByHour,
  },
  {
    name: 'levels are one change behind',
    engine: {
      ...kernel,
      resource: (simulation, name, options) =>
        kernel.resource(simulation, name, {
          ...options,
          level: (start, level) => new parts.LevelBehind(start, level),
        }),
    },
    caughtBy: littlesLawInMM1,
  },
  {
    name: "the normal bound stands in for Student's",
    engine: { ...kernel, interval: functions.normalInterval },
    caughtBy: coverage,
  },
];

function withResource(Wrong: typeof Resource): Engine {
  return { ...kernel, resource: (simulation, name, options) => new Wrong(simulation, name, options) };
}

function withQueue(queue: () => EventQueue<Process>): Engine {
  return { ...kernel, simulation: (trace) => new Simulation({ trace, queue: queue() }) };
}
