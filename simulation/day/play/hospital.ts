import { byPeriod, followShifts, Resource, Simulation, takeBreaks } from '../../kernel/index.ts';
import type { DayModel } from '../model/day-model.ts';
import { capacityChanges } from '../model/shifts.ts';
import { MINUTE } from '../model/time.ts';
import { Draws } from './draws.ts';
import { Observations } from './observations.ts';
import { Owed } from './owed.ts';

/** Levels are kept by quarters, in which shifts begin and end. */
export const QUARTER = 15 * MINUTE;

/** One replication under way: the staff, the beds, the draws and what has been seen so far. */
export interface Hospital {
  readonly model: DayModel;
  readonly simulation: Simulation;
  /** Whether robots do in the world what flows do in the system; else the model says how long that takes. */
  readonly hasRobots: boolean;
  readonly staff: ReadonlyMap<string, Resource>;
  readonly beds: ReadonlyMap<string, Resource>;
  readonly draws: Draws;
  readonly owed: Owed;
  readonly seen: Observations;
}

export function openHospital(model: DayModel, seed: number, live?: Simulation): Hospital {
  const simulation = live ?? new Simulation();
  const level = byPeriod(QUARTER);
  const staff = new Map<string, Resource>();
  for (const { key, shifts } of model.staff) {
    const changes = capacityChanges(shifts);
    const resource = new Resource(simulation, key, { capacity: changes[0]?.capacity ?? 0, level });
    followShifts(simulation, resource, changes);
    for (const { breaks } of shifts)
      takeBreaks(
        simulation,
        resource,
        breaks.map((pause) => ({ ...pause, patience: 2 * 60 * MINUTE })),
      );
    staff.set(key, resource);
  }
  const beds = new Map<string, Resource>();
  for (const { key, beds: count } of model.units) {
    if (count !== undefined)
      beds.set(key, new Resource(simulation, `${key} beds`, { capacity: count, level }));
  }
  return {
    model,
    simulation,
    hasRobots: live !== undefined,
    staff,
    beds,
    draws: new Draws(seed),
    owed: new Owed(),
    seen: new Observations(),
  };
}

/** What a model says is there. */
export function the<T>(things: ReadonlyMap<string, T>, key: string): T {
  const thing = things.get(key);
  if (thing === undefined) throw new Error(`The model has no ${key}.`);
  return thing;
}
