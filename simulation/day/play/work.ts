import type { Role } from '../../../domain/role.ts';
import { type Effect, hold, type Outcome, type SeizeOptions, serve, type Tick } from '../../kernel/index.ts';
import type { WorkTime } from '../model/day-model.ts';
import { enterAfterwards, isDown } from './downtime.ts';
import type { Entity } from './draws.ts';
import { type Hospital, the } from './hospital.ts';
import { Lag } from './lag.ts';

interface WorkOptions {
  /** Told when the work begins: how long somebody was waited for, and how long it will take. */
  readonly begins?: (waited: Tick, ticks: Tick) => void;
  /** What can be made up for while nobody works. */
  readonly lag?: Lag;
}

/**
 * Has a task done by a role at a unit: its delay, the wait for somebody, the work; on paper while the system is down.
 * Gives back the key of those who did it; none for a patient's own doings.
 */
export function* work(
  hospital: Hospital,
  { role, task, unit, step }: { role: Role; task: string; unit: string; step: number },
  entity: Entity,
  urgency: SeizeOptions,
  { begins, lag = new Lag() }: WorkOptions = {},
): Generator<Effect, string | undefined, Outcome> {
  const { draws, model, simulation, seen } = hospital;
  const { staff, time, delay, factor } = workTimeOf(hospital, role, task, unit);
  if (delay !== undefined) yield hold(lag.shorten(draws.ticks(delay, entity, 'delay', step)));
  const down = isDown(hospital);
  const paper = down ? (model.downtime?.paper ?? 1) : 1;
  const drawn = draws.ticks(time, entity, 'work', step, factor * paper);
  if (staff === undefined) {
    begins?.(0, drawn);
    yield hold(drawn);
    return undefined;
  }
  const ticks = drawn + hospital.owed.take(staff);
  const resource = the(hospital.staff, staff);
  const asked = simulation.now;
  yield* serve(resource, ticks, urgency, () => {
    if (!simulation.isCensored(asked)) seen.waited(staff, simulation.now - asked);
    begins?.(simulation.now - asked, ticks);
  });
  if (down) enterAfterwards(hospital, resource, entity, step);
  return staff;
}

function workTimeOf({ model }: Hospital, role: Role, task: string, unit: string): WorkTime {
  const found = model.work[task]?.[unit]?.[role];
  if (found === undefined)
    throw new Error(`The model has no working time for ${task} by ${role} at ${unit}.`);
  return found;
}
