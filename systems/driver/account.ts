import type { CareUnit } from '../../domain/care-day.ts';
import type { PersonIdentifier } from '../../domain/patient.ts';
import type { Actor } from '../../domain/role.ts';
import { SystemError } from '../care-system.ts';
import type { SystemProfile } from '../profile.ts';
import type { AccountPatterns, CertificateSignIn, SignInProfile } from '../sign-in-profile.ts';

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
  switch (signIn.method) {
    case 'none':
      return { registry: '', migration: '', of: () => '' };
    case 'client-credentials':
    case 'private-key-jwt':
      return oneForAll(signIn.clientId);
    case 'certificate':
      return byRole(signIn);
    case 'password':
    case 'authorization-code':
      return accountsByPattern(signIn);
  }
}

/** Whether what patients do can be done as the patient. */
export function patientsSignIn(signIn: SignInProfile): boolean {
  if (signIn.method === 'none') return true;
  if (signIn.method === 'certificate') return signIn.certificates.patient !== undefined;
  return 'staff' in signIn && signIn.patient !== undefined;
}

/** Whether the system can tell who of the staff is asking. */
export const toldApart = ({ method }: SignInProfile): boolean =>
  method !== 'none' && method !== 'client-credentials' && method !== 'private-key-jwt';

/** The system trusts Genrep with what each of its people does; who that is stands in what is written. */
const oneForAll = (clientId: Account): Accounts => ({
  registry: clientId,
  migration: clientId,
  of({ role }) {
    if (role === 'patient') throw noPatients();
    return clientId;
  },
});

function byRole({ certificates }: CertificateSignIn): Accounts {
  const known = (role: string): Account => {
    if (certificates[role] !== undefined) return role;
    throw new SystemError(
      'sign-in',
      `Profilen har inget certifikat för ${role}; lägg till signIn.certificates.${role}.`,
    );
  };
  return {
    registry: 'registry',
    migration: certificates.migration === undefined ? 'registry' : 'migration',
    of: ({ role }) => known(role),
  };
}

/** Everybody has an account of their own, called after role, unit and shift. */
export function accountsByPattern(signIn: AccountPatterns): Accounts {
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
        if (signIn.patient === undefined) throw noPatients();
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

const noPatients = (): SystemError =>
  new SystemError('sign-in', 'Profilen säger inte hur patienter loggar in.');
