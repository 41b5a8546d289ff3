import { drawPeople } from '../generators/draw/draw-people.ts';
import { compileLoadPlan } from '../load/plan/compile-load-plan.ts';
import type { LoadPlan } from '../load/plan/load-plan.ts';
import { type LoadProfile, readLoadProfile } from '../load/profile.ts';
import type { WrittenDay } from './prepare-day.ts';
import { VERSION } from './project.ts';

/** What the user chose of a load; what is absent is the profile's. */
export interface LoadChoices {
  /** Name or path of a profile. */
  readonly profile: string;
  readonly hours?: LoadProfile['hours'];
  readonly multiply?: number;
  readonly in?: number;
  readonly seed: number;
  readonly segments: number;
}

/** Unrolls a day as load. Throws InputError; touches no system. */
export async function prepareLoad(
  { day, flows }: Pick<WrittenDay, 'day' | 'flows'>,
  { profile: name, hours, multiply, in: length, seed, segments }: LoadChoices,
): Promise<LoadPlan> {
  const profile = readLoadProfile(name);
  return compileLoadPlan({
    day,
    flows,
    seed,
    segments,
    version: VERSION,
    profile: {
      ...profile,
      hours: hours ?? profile.hours,
      multiply: multiply ?? profile.multiply,
      in: length ?? profile.in,
    },
    drawPatient: await drawPeople(seed, flows),
  });
}
