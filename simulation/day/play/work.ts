import type { Role } from '../../../domain/role.ts';
import { type Effect, hold, type Outcome, type SeizeOptions, serve } from '../../kernel/index.ts';
import type { WorkTime } from '../model/day-model.ts';
import { enterAfterwards, isDown } from './downtime.ts';
import type { Entity } from './draws.ts';
import { type Hospital, the } from './hospital.ts';

/** Has a task done by a role at a unit: its delay, the wait for somebody, the work; on paper while the system is down. */
export function* work(
  hospital: Hospital,
  { role, task, unit, step }: { role: Role; task: string; unit: string; step: number },
  entity: Entity,
  options: SeizeOptions,
  begins?: () => void,
): Generator<Effect, void, Outcome> {
  const { draws, model } = hospital;
  const { staff, time, delay, factor } = workTimeOf(hospital, role, task, unit);
  if (delay !== undefined) yield hold(draws.ticks(delay, entity, 'delay', step));
  const down = isDown(hospital);
  const paper = down ? (model.downtime?.paper ?? 1) : 1;
  const ticks = draws.ticks(time, entity, 'work', step, factor * paper);
  if (staff === undefined) yield hold(ticks);
  else {
    const resource = the(hospital.staff, staff);
    yield* serve(resource, ticks, options, begins);
    if (down) enterAfterwards(hospital, resource, entity, step);
  }
}

function workTimeOf({ model }: Hospital, role: Role, task: string, unit: string): WorkTime {
  const found = model.work[task]?.[unit]?.[role];
  if (found === undefined)
    throw new Error(`The model has no working time for ${task} by ${role} at ${unit}.`);
  return found;
}
