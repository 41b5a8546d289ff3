import { createHash } from 'node:crypto';
import type { Patient } from '@medplum/fhirtypes';
import { ROLES, type Role, SHIFTS, type Shift, type UnitKind } from '../../domain/role.ts';
import type { SignedIn, Store, Unit } from '../workflow.ts';

/** The roles that work at each kind of unit; there is an account of each role, shift and unit. */
const STAFFING: Readonly<Record<UnitKind, readonly Role[]>> = {
  emergency: ['physician', 'nurse', 'assistant-nurse', 'medical-secretary'],
  ward: ['physician', 'nurse', 'assistant-nurse', 'medical-secretary', 'pharmacist'],
  laboratory: ['biomedical-scientist'],
  pharmacy: ['pharmacist'],
  'primary-care': ['physician', 'nurse', 'district-nurse', 'assistant-nurse', 'medical-secretary'],
  municipality: ['district-nurse', 'care-manager'],
};

/** An account of staff, as somebody who is to sign in chooses it. */
export interface StaffAccount {
  readonly userName: string;
  readonly role: Role;
  readonly shift: Shift;
}

/** Every account of those who work at a unit. */
export const accountsAt = ({ key, kind }: Unit): StaffAccount[] =>
  STAFFING[kind].flatMap((role) =>
    (Object.keys(SHIFTS) as Shift[]).map((shift) => ({ userName: `${role}.${key}.${shift}`, role, shift })),
  );

/** Who a user name stands for; undefined when for nobody. */
export type Accounts = (userName: string) => Promise<SignedIn | undefined>;

/**
 * Accounts are worked out from the user name rather than kept: `{role}.{unit}.{shift}` of staff, the identity number of
 * any patient in the store, `registry` and `migration`.
 */
export function createAccounts(units: readonly Unit[], store: Store): Accounts {
  return async (userName) => {
    if (userName === 'registry') return { userName, role: 'registry', display: 'Befolkningsregistret' };
    if (userName === 'migration') return { userName, role: 'migration', display: 'Datamigreringen' };
    return staffOf(userName, units) ?? (await patientOf(userName, store));
  };
}

function staffOf(userName: string, units: readonly Unit[]): SignedIn | undefined {
  const [role = '', unitKey, shift = '', ...more] = userName.split('.');
  const unit = units.find(({ key }) => key === unitKey);
  if (unit === undefined || !isRole(role) || !isShift(shift) || more.length > 0) return undefined;
  if (!STAFFING[unit.kind].includes(role)) return undefined;
  return {
    userName,
    role,
    unit: unit.key,
    hsaId: hsaIdOf(userName),
    display: `${ROLES[role].title} ${capitalised(SHIFTS[shift])}, ${unit.name}`,
  };
}

async function patientOf(identityNumber: string, store: Store): Promise<SignedIn | undefined> {
  if (!/^[0-9A-Z+-]{8,20}$/.test(identityNumber)) return undefined;
  const [patient, ...others] = await store.search<Patient>(
    `Patient?identifier=${encodeURIComponent(identityNumber)}`,
  );
  if (patient === undefined || others.length > 0) return undefined;
  const [name] = patient.name ?? [];
  return {
    userName: identityNumber,
    role: 'patient',
    patient: `Patient/${patient.id}`,
    display: name?.text ?? [...(name?.given ?? []), name?.family ?? ''].join(' ').trim(),
  };
}

/** Of organisation number 000000-0000, which can belong to nobody. */
function hsaIdOf(userName: string): string {
  return `SE0000000000-P${createHash('sha256').update(userName).digest('hex').slice(0, 8).toUpperCase()}`;
}

const isRole = (text: string): text is Role => text in ROLES;
const isShift = (text: string): text is Shift => text in SHIFTS;
const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
