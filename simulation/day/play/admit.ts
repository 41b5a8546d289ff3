import { type Effect, hold, type Outcome, seize } from '../../kernel/index.ts';
import { WARD } from '../model/day-model.ts';
import { type Hospital, the } from './hospital.ts';
import { stay } from './inpatient.ts';
import { leave, leavePlace, urgencyOf, type Visit } from './visit.ts';
import { work } from './work.ts';

/** Waits for a bed where the visit is, moves and stays; or waits for a ward outside the model. */
export function* admit(hospital: Hospital, visit: Visit, step: number): Generator<Effect, void, Outcome> {
  const { model, draws, beds, simulation } = hospital;
  const { purpose, number } = visit.entity;
  const ward = visit.stream.triage ? wardFor(hospital, visit, step) : visit.places.own;
  if (ward === undefined) {
    yield hold(draws.ticks(model.admission.elsewhere, visit.entity, 'elsewhere'));
    yield* leavePlace(hospital, visit);
    leave(hospital, visit, 'admitted');
    return;
  }
  yield seize(the(beds, ward), { priority: urgencyOf(visit).priority });
  for (const each of model.admission.move) {
    if (each.kind !== 'work' || (each.unit !== WARD && !visit.stream.triage)) continue;
    const unit = each.unit === WARD ? ward : (visit.places[each.unit] ?? each.unit);
    yield* work(hospital, { ...each, unit, step: 1_000 + each.number }, visit.entity, urgencyOf(visit));
  }
  yield* leavePlace(hospital, visit);
  leave(hospital, visit, 'admitted');
  yield* stay(hospital, { purpose: `${purpose} stay`, number }, ward, simulation.now);
}

/** By the wards' shares; undefined for one outside the model. */
function wardFor({ model, draws }: Hospital, { entity }: Visit, step: number): string | undefined {
  let left = draws.chance(entity, 'ward', step);
  for (const { unit, share } of model.admission.wards) {
    left -= share;
    if (left < 0) return unit;
  }
  return undefined;
}
