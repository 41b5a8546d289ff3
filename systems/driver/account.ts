import type { CareUnit } from '../../domain/care-day.ts';
import type { PersonIdentifier } from '../../domain/patient.ts';
import type { Actor } from '../../domain/role.ts';
import { SystemError } from '../care-system.ts';
import type { SystemProfile } from '../profile.ts';

/** User name in the system under test; one for all where nobody signs in. */
export type Account = string;

/** Who signs in as whom, as the profile says. */
export interface Accounts {
  readonly registry: Account;
  /** Who brings whole records in. */
  readonly migration: Account;
  /** The account of a member of staff at a unit, or of a patient. */
  of(actor: Actor, unit: CareUnit | undefined, patient: PersonIdentifier): Account;
}

export function accountsOf({ signIn }: SystemProfile): Accounts {
  if (signIn.method === 'none') return { registry: '', migration: '', of: () => '' };
  const names = new Map<string, Account>();
  const staffed = (actor: Actor, unit: CareUnit): Account => {
    const shift = actor.shift ?? 'day';
    const who = `${actor.role}.${unit.key}.${shift}`;
    const named = names.get(who);
    if (named !== undefined) return named;
    const name = signIn.staff
      .replaceAll('{role}', actor.role)
      .replaceAll('{unit}', unit.key)
      .replaceAll('{shift}', shift);
    names.set(who, name);
    return name;
  };
  return {
    registry: signIn.registry,
    migration: signIn.migration ?? signIn.registry,
    of(actor, unit, patient) {
      if (actor.role === 'patient') {
        if (signIn.patient === undefined)
          throw new SystemError('sign-in', 'Profilen säger inte hur patienter loggar in.');
        return signIn.patient.replaceAll('{identifier}', patient.value);
      }
      if (unit === undefined)
        throw new SystemError(
          'sign-in',
          `Flödet saknar den enhet där ${actor.role} arbetar; ingen kan logga in.`,
        );
      return staffed(actor, unit);
    },
  };
}
