/**
 * The simulation kernel: discrete events by process interaction, for any model. It knows nothing of care.
 *
 * A *process* is a generator function that yields *effects* (hold, seize, release, …) and gets their outcomes. A
 * `Simulation` plays processes on the virtual clock; a `WallSimulation` plays the same ones on the wall clock. *Resources*
 * are held one unit at a time by priority; *signals* are waited for. Each draw comes from a stream keyed by what it
 * decides about (`domain/random.ts`), so that no change to a model moves the draws of what was not changed.
 *
 * ```ts
 * const simulation = new Simulation();
 * const nurse = new Resource(simulation, 'nurse', { capacity: 2 });
 * startArrivals(simulation, 'patient', poissonArrivals(constantRate(0.2), source), () => patient(nurse));
 * simulation.run(1_440);
 * nurse.statistics.waits.mean;
 * ```
 *
 * What it computes is checked against exact queueing results in `truth/`; that the checks would notice a wrong engine
 * is shown in `faults/`.
 */
export { constantRate, poissonArrivals, type Rate, startArrivals, steppedRate } from './arrivals.ts';
export {
  act,
  type Effect,
  handOver,
  hold,
  interrupt,
  type Outcome,
  release,
  type SeizeOptions,
  seize,
  until,
  waitFor,
} from './effects.ts';
export type { Tick } from './event-queue.ts';
export { type Body, Interrupted, Preemption, type Process } from './process.ts';
export { type Distribution, drawOnce, inTicks, type Sampler, sampler } from './random/distribution.ts';
export { meanOf } from './random/mean.ts';
export { Resource, type ResourceOptions } from './resource.ts';
export { serve } from './serve.ts';
export { type Break, type CapacityChange, followShifts, takeBreaks } from './shifts.ts';
export { Signal } from './signal.ts';
export { Simulation, type SimulationOptions, type StartOptions } from './simulation.ts';
export { covers, type Interval, interval } from './statistics/interval.ts';
export { byPeriod, PeriodicLevel } from './statistics/periodic-level.ts';
export {
  compare,
  type Measures,
  type Model,
  replicate,
  replicationSeed,
  summarise,
  summariseDifferences,
} from './statistics/replications.ts';
export { Sample } from './statistics/sample.ts';
export { Tally } from './statistics/tally.ts';
export { TimeWeighted } from './statistics/time-weighted.ts';
export type { StressDesAnswers } from './stress-des/items.ts';
export { kernelAnswers } from './stress-des/kernel-answers.ts';
export { stressDesPage } from './stress-des/page.ts';
export { formatTrace, Trace, type TraceEvent, type TraceKind } from './trace.ts';
export { type WallOptions, WallSimulation } from './wall-simulation.ts';
