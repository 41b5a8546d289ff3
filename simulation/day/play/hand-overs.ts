import { type Body, serve, type Tick, until } from '../../kernel/index.ts';
import type { HandOverModel } from '../model/day-model.ts';
import { type Hospital, the } from './hospital.ts';
import type { HandOverSeen } from './observations.ts';

/** More urgent than everything but red and orange. */
const PRIORITY = 1;

/** At every change of shifts, one hand-over a patient who is there: prepared, then received. */
export function startHandOvers(hospital: Hospital): void {
  for (const model of hospital.model.handOvers) {
    for (const [change, { at }] of model.changes.entries()) {
      hospital.simulation.start(changeOfShifts(hospital, model, change, at), { name: 'change of shifts' });
    }
  }
}

function* changeOfShifts(hospital: Hospital, model: HandOverModel, change: number, at: Tick): Body {
  const { simulation, beds } = hospital;
  yield until(at);
  const patients = the(beds, model.unit).inUse;
  for (let patient = 0; patient < patients; patient++) {
    simulation.start(handOver(hospital, model, change, patient), { name: 'hand-over' });
  }
}

function* handOver(hospital: Hospital, model: HandOverModel, change: number, patient: number): Body {
  const { simulation, draws, staff, seen } = hospital;
  const { at, by } = model.changes[change] ?? { at: 0, by: 0 };
  const record: HandOverSeen = { unit: model.unit, change, at, by };
  seen.handOvers.push(record);
  const entity = { purpose: `hand-over ${model.unit}`, number: patient };
  const role = the(staff, model.staff);
  yield* serve(role, draws.ticks(model.prepare, entity, 'prepare', change), {
    priority: PRIORITY,
  });
  yield* serve(role, draws.ticks(model.receive, entity, 'receive', change), {
    priority: PRIORITY,
  });
  record.receivedAt = simulation.now;
}
