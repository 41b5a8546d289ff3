import { createHash } from 'node:crypto';
import type { CodeableConcept, Patient, RelatedPerson } from '@medplum/fhirtypes';
import { ROLES, type Role, SHIFTS, type Shift, type UnitKind } from '../../domain/role.ts';
import type { SignedIn, Store, Unit } from '../workflow.ts';
import { staffName } from './staff-names.ts';

/** The roles that work at each kind of unit; there is an account of each role, shift and unit. */
const STAFFING: Readonly<Record<UnitKind, readonly Role[]>> = {
  emergency: ['physician', 'nurse', 'assistant-nurse', 'medical-secretary'],
  ward: ['physician', 'nurse', 'assistant-nurse', 'medical-secretary', 'pharmacist'],
  laboratory: ['biomedical-scientist'],
  pharmacy: ['pharmacist'],
  surgery: ['physician', 'nurse', 'assistant-nurse'],
  clinic: ['physician', 'nurse', 'assistant-nurse', 'medical-secretary'],
  ambulance: ['nurse'],
  imaging: ['physician', 'nurse'],
  'intensive-care': ['physician', 'nurse', 'assistant-nurse'],
  'community-pharmacy': ['pharmacist'],
  maternity: ['physician', 'midwife', 'assistant-nurse'],
  'antenatal-care': ['midwife'],
  psychiatry: ['physician', 'nurse'],
  'school-health': ['nurse', 'physician'],
  'infection-control': ['physician'],
  'social-insurance': ['case-officer'],
  'primary-care': ['physician', 'nurse', 'district-nurse', 'assistant-nurse', 'medical-secretary'],
  'home-care': ['district-nurse', 'assistant-nurse'],
  municipality: ['district-nurse', 'care-manager'],
  'social-services': ['care-manager'],
  'municipality-of-stay': ['district-nurse', 'care-manager'],
  'private-primary-care': ['physician', 'nurse', 'district-nurse'],
  school: ['school-staff'],
  'new-school': ['nurse', 'physician'],
  'vaccination-register': ['case-officer'],
};

/** An account of staff, as somebody who is to sign in chooses it. */
export interface StaffAccount {
  readonly userName: string;
  /** 'Alva Provlund'; invented. */
  readonly name: string;
  readonly role: Role;
  readonly shift: Shift;
  /** Key of the unit. */
  readonly unit: string;
}

/** Every account of those who work at some units. */
export const staffAccounts = (units: readonly Unit[]): readonly StaffAccount[] =>
  units
    .flatMap(({ key: unit, kind }) =>
      STAFFING[kind].flatMap((role) => SHIFT_NAMES.map((shift) => ({ role, shift, unit }))),
    )
    .map((account, place) => ({
      ...account,
      userName: `${account.role}.${account.unit}.${account.shift}`,
      name: staffName(place),
    }));

const SHIFT_NAMES = Object.keys(SHIFTS) as Shift[];

/** Who a user name stands for; undefined when for nobody. */
export type Accounts = (userName: string) => Promise<SignedIn | undefined>;

/**
 * Accounts are worked out rather than kept: `{role}.{unit}.{shift}` of staff, the identity number of any patient in the
 * store, `registry` and `migration`.
 */
export function createAccounts(units: readonly Unit[], store: Store, now: () => number): Accounts {
  const staff = staffByUserName(units);
  return async (userName) => {
    if (userName === 'registry') return { userName, role: 'registry', display: 'Befolkningsregistret' };
    if (userName === 'migration') return { userName, role: 'migration', display: 'Datamigreringen' };
    return staff.get(userName) ?? (await patientOf(userName, store, now));
  };
}

function staffByUserName(units: readonly Unit[]): ReadonlyMap<string, SignedIn> {
  const unitNames = new Map(units.map(({ key, name }) => [key, name]));
  return new Map(
    staffAccounts(units).map(({ userName, name, role, unit }) => [
      userName,
      {
        userName,
        role,
        unit,
        hsaId: hsaIdOf(userName),
        display: `${name}, ${ROLES[role].title.toLowerCase()}, ${unitNames.get(unit)}`,
      },
    ]),
  );
}

async function patientOf(
  identityNumber: string,
  store: Store,
  now: () => number,
): Promise<SignedIn | undefined> {
  if (!/^[0-9A-Z+-]{8,20}$/.test(identityNumber)) return undefined;
  const [patient, ...others] = await store.search<Patient>(
    `Patient?identifier=${encodeURIComponent(identityNumber)}`,
  );
  if (patient === undefined || others.length > 0) return undefined;
  const [name] = patient.name ?? [];
  const wards = await wardsOf(identityNumber, store, now());
  return {
    userName: identityNumber,
    role: 'patient',
    patient: `Patient/${patient.id}`,
    ...(wards.length === 0 ? {} : { wards }),
    display: name?.text ?? [...(name?.given ?? []), name?.family ?? ''].join(' ').trim(),
  };
}

/** A guardian reads the child's record until the child turns thirteen (1177 in Västra Götaland). */
const GUARDIAN_UNTIL = 13;

async function wardsOf(identityNumber: string, store: Store, now: number): Promise<string[]> {
  const related = await store.search<RelatedPerson>(
    `RelatedPerson?identifier=${encodeURIComponent(identityNumber)}`,
  );
  const children = await Promise.all(
    related
      .filter(({ active, relationship }) => active !== false && relationship?.some(isGuardian) === true)
      .flatMap(({ patient }) => patient.reference ?? [])
      .map((reference) => store.read<Patient>(reference)),
  );
  return children.flatMap((child) =>
    child !== undefined && isYounger(child, GUARDIAN_UNTIL, now) ? `Patient/${child.id}` : [],
  );
}

const isGuardian = ({ coding }: CodeableConcept): boolean =>
  coding?.some(({ code }) => code === 'GUARD') === true;

/** Compared as dates are written: the birthday itself, in Sweden, is the first day of the new age. */
function isYounger({ birthDate }: Patient, years: number, now: number): boolean {
  if (birthDate === undefined) return false;
  const [year = '', ...rest] = birthDate.split('-');
  const birthday = [String(Number(year) + years), ...rest].join('-');
  return new Date(now).toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' }) < birthday;
}

/** The unit at which each member of staff works, by HSA-id. */
export const unitsByHsaId = (units: readonly Unit[]): ReadonlyMap<string, string> =>
  new Map(staffAccounts(units).map(({ userName, unit }) => [hsaIdOf(userName), unit]));

/** Of organisation number 000000-0000, which can belong to nobody. */
function hsaIdOf(userName: string): string {
  return `SE0000000000-P${createHash('sha256').update(userName).digest('hex').slice(0, 8).toUpperCase()}`;
}
