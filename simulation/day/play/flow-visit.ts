import type { Milliseconds } from '../../../domain/time.ts';
import {
  act,
  type Body,
  type Effect,
  hold,
  type Outcome,
  type Process,
  type Tick,
  waitFor,
} from '../../kernel/index.ts';
import type { FlowOf, FlowStep, StreamVariant } from '../model/day-model.ts';
import { dayTimeOf } from '../model/time.ts';
import type { Entity } from './draws.ts';
import type { Hospital } from './hospital.ts';
import { Lag, TICK } from './lag.ts';
import { work } from './work.ts';

/** One patient who goes through a compiled flow. */
export interface FlowVisit {
  readonly entity: Entity;
  readonly flow: FlowOf;
  readonly places: StreamVariant['places'];
  readonly priority: number;
  /** Of a planned flow. */
  readonly planned?: { readonly instance: string; readonly channel: 'api' | 'ui' };
  /** Where it goes on, of a flow that was broken off. */
  readonly begun?: FlowPosition;
}

export interface FlowPosition {
  /** How many steps are done. */
  readonly steps: number;
  /** The flow's own time on the day's clock. */
  readonly dayTime: Milliseconds;
}

/** What a robot is to do. */
export type FlowAct = { readonly visit: FlowVisit } & (
  | { readonly kind: 'begin' | 'end'; readonly dayTime: Milliseconds }
  /** Steps from one up to, not including, another: a task with the looks that follow it. */
  | { readonly kind: 'steps'; readonly from: number; readonly to: number; readonly dayTime: Milliseconds }
);

/** What became of steps in the world. */
export interface StepsPlayed {
  /** The day's clock when they were done, the system's time taken for what it is. */
  readonly dayTime: Milliseconds;
  /** The flow broke off; what is left of it needs nobody. */
  readonly isOver: boolean;
}

/**
 * A flow as its patient lives it: waits for whom the next task needs, has it done, and has its part in the system done.
 * The robot does its part while the work passes, since the system's real time is many times as long on a compressed day's
 * clock. What it really took is added to the flow's own time, and those who did the task are late with their next one by as
 * much. Looks hold nobody, since limits measure them.
 */
export function* flowVisit(hospital: Hospital, visit: FlowVisit): Body {
  const { seen, model, simulation } = hospital;
  const { begun, planned, flow } = visit;
  const lag = new Lag();
  const now = (): Milliseconds => dayTimeOf(simulation.now, model.startsAt);
  const begunAt = simulation.now;
  let waited: Tick = 0;
  if (begun !== undefined) lag.milliseconds = Math.max(0, now() - begun.dayTime);
  else if (hospital.hasRobots) yield act({ visit, kind: 'begin', dayTime: now() }, 0);
  for (const part of partsOf(visit)) {
    if (planned?.channel === 'api') seen.noteLag('api', Math.max(0, lag.milliseconds), simulation.now);
    let turn: Turn | undefined;
    const staff = yield* handsOn(hospital, visit, part.step, lag, (wait, ticks) => {
      waited += wait;
      turn = startTurn(hospital, visit, part, now() - lag.milliseconds + ticks * TICK);
    });
    turn ??= startTurn(hospital, visit, part, now() - lag.milliseconds);
    if (turn.robot !== undefined) yield waitFor(turn.robot.ended);
    lag.milliseconds = now() - turn.dayTime - turn.took;
    if (staff !== undefined) hospital.owed.add(staff, turn.took);
    const ahead = lag.ahead();
    if (ahead > 0) yield hold(ahead);
    if (turn.isOver) break;
  }
  if (hospital.hasRobots) yield act({ visit, kind: 'end', dayTime: now() - lag.milliseconds }, 0);
  seen.flows.push({
    flow: flow.id,
    channel: planned?.channel,
    waited,
    took: simulation.now - begunAt - lag.milliseconds / TICK,
    isCensored: simulation.isCensored(begunAt),
  });
}

/** What the system has to do in one part of a flow, from a moment of the flow's own time on. */
interface Turn {
  readonly dayTime: Milliseconds;
  /** How long it took when it is over; until then what the model has for it. */
  took: Milliseconds;
  isOver: boolean;
  /** The robot that does it; none on the virtual clock, where it takes what the model has. */
  readonly robot: Process | undefined;
}

function startTurn(hospital: Hospital, visit: FlowVisit, part: Part, dayTime: Milliseconds): Turn {
  const { draws, model, simulation, hasRobots } = hospital;
  const took = draws.ticks(model.system, visit.entity, 'system', part.step?.number) * TICK;
  if (!hasRobots) return { dayTime, took, isOver: false, robot: undefined };
  const turn = { dayTime, took, isOver: false };
  return Object.assign(turn, { robot: simulation.start(playTurn(turn, visit, part), { name: 'robot' }) });
}

function* playTurn(
  turn: Pick<Turn, 'dayTime' | 'took' | 'isOver'>,
  visit: FlowVisit,
  { from, to }: Part,
): Body {
  const { dayTime } = turn;
  const outcome = yield act({ visit, kind: 'steps', from, to, dayTime }, 0);
  if (outcome.kind === 'failed') throw outcome.error;
  const played = outcome.kind === 'done' ? (outcome.value as StepsPlayed | undefined) : undefined;
  if (played === undefined) return;
  turn.took = played.dayTime - dayTime;
  turn.isOver = played.isOver;
}

/** A task or a wait with the looks that follow it; looks before the first of them come alone. */
interface Part {
  readonly step: FlowStep | undefined;
  readonly from: number;
  readonly to: number;
}

/** The parts of a flow that are left to do. */
function partsOf({ flow, begun }: FlowVisit): Part[] {
  const done = begun?.steps ?? 0;
  const starts = flow.steps.map((step) => ({ step, from: step.number - 1 }));
  const all = [{ step: undefined, from: 0 }, ...starts].map(({ step, from }, index) => ({
    step: from < done ? undefined : step,
    from: Math.max(from, done),
    to: starts[index]?.from ?? flow.length,
  }));
  return all.filter(({ from, to }) => to > from);
}

/** What must pass before the system is touched. Gives back who did it. */
function* handsOn(
  hospital: Hospital,
  { entity, places, priority }: FlowVisit,
  step: FlowStep | undefined,
  lag: Lag,
  begins: (waited: Tick, ticks: Tick) => void,
): Generator<Effect, string | undefined, Outcome> {
  if (step?.kind === 'wait') {
    yield hold(lag.shorten(hospital.draws.ticks(step.time, entity, 'wait', step.number)));
  }
  if (step?.kind !== 'work') return undefined;
  const { role, task, number } = step;
  const unit = places[step.unit] ?? step.unit;
  return yield* work(hospital, { role, task, unit, step: number }, entity, { priority }, { begins, lag });
}
