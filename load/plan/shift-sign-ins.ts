import type { CareUnit } from '../../domain/care-day.ts';
import type { CareFlow } from '../../domain/care-flow.ts';
import { randomStream } from '../../domain/random.ts';
import type { Role } from '../../domain/role.ts';
import type { Milliseconds } from '../../domain/time.ts';
import type { LoadProfile } from '../profile.ts';
import type { SignInEntry } from './load-plan.ts';

const HOUR_IN_MINUTES = 60;

/** Everybody of the next shift signs in before each shift change that the load passes, at a time of their own. */
export function shiftSignIns(
  profile: LoadProfile,
  flows: readonly CareFlow[],
  units: readonly CareUnit[],
  seed: number,
  realTimeOf: (hours: number) => Milliseconds | undefined,
): SignInEntry[] {
  const staff = staffOf(flows, units);
  return profile.shiftChanges.flatMap((change) =>
    staff.flatMap(({ role, unit }) =>
      Array.from({ length: profile.staffPerUnit }, (_, desk): SignInEntry[] => {
        const draw = randomStream(seed, 'sign-in', `${change}/${role}/${unit}`, desk).next();
        const at = realTimeOf(change - (profile.signInMinutes * draw) / HOUR_IN_MINUTES);
        return at === undefined ? [] : [{ type: 'sign-in', at: Math.round(at), role, unit, desk }];
      }).flat(),
    ),
  );
}

/** Which roles work at which units, as the flows have it. */
function staffOf(flows: readonly CareFlow[], units: readonly CareUnit[]): { role: Role; unit: string }[] {
  const found = new Map<string, { role: Role; unit: string }>();
  for (const { actor } of flows.flatMap(({ steps }) => steps)) {
    for (const { key, kind } of units) {
      if (actor?.unit === kind) found.set(`${actor.role}@${key}`, { role: actor.role, unit: key });
    }
  }
  return [...found.values()];
}
