import {
  type Body,
  type Effect,
  type Outcome,
  release,
  seize,
  type Tick,
  until,
} from '../../kernel/index.ts';
import { UNTRIAGED } from '../model/day-model.ts';
import { DAY, sinceCensus } from '../model/time.ts';
import type { Entity } from './draws.ts';
import { type Hospital, the } from './hospital.ts';
import { work } from './work.ts';

/** Care's draws are keyed apart from those of the steps of leaving. */
const CARE = 100;

/** Those who do not leave are there when the simulated day is over. */
const TOMORROW = 2 * DAY;

/** Somebody who lies in a bed at the census, and may leave during the day. */
export function* inpatient(hospital: Hospital, ward: string, entity: Entity): Body {
  const { model, draws, beds } = hospital;
  yield seize(the(beds, ward), { priority: -1 });
  const { leavingShare, leavingHour } = model.inpatients;
  const leaves = draws.chance(entity, 'leaves') < leavingShare;
  const hour = draws.value(leavingHour, entity, 'hour');
  const leavesAt = leaves ? sinceCensus(hour * 60, model.startsAt) : TOMORROW;
  yield* stay(hospital, entity, ward, 0, leavesAt);
}

/** Has the day's care in a bed that is held, and gives the bed back when it is time. */
export function* stay(
  hospital: Hospital,
  entity: Entity,
  ward: string,
  from: Tick,
  leavesAt: Tick = TOMORROW,
): Generator<Effect, void, Outcome> {
  const { model, draws, simulation } = hospital;
  for (const [index, { at, spread, task, role }] of model.inpatients.care.entries()) {
    const due = at + Math.round(spread * draws.chance(entity, 'care', index));
    if (due < from) continue;
    if (due >= leavesAt) break;
    yield until(Math.max(due, simulation.now));
    yield* work(hospital, { role, task, unit: ward, step: CARE + index }, entity, { priority: UNTRIAGED });
  }
  yield until(Math.max(leavesAt, simulation.now));
  for (const step of model.inpatients.leave) {
    if (step.kind !== 'work') continue;
    yield* work(hospital, { role: step.role, task: step.task, unit: ward, step: step.number }, entity, {
      priority: UNTRIAGED,
    });
  }
  yield release(the(hospital.beds, ward));
}
