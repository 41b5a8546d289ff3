import type { Patient } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import type { Fhir } from './fhir.ts';

/** A person as a page shows them. */
export interface Person {
  readonly id: string;
  readonly reference: string;
  readonly name: string;
  readonly identityNumber: string;
  readonly birthDate: string;
  readonly sex: 'female' | 'male' | 'other' | 'unknown';
  /** One line; empty where it is shielded. */
  readonly address: string;
  /** Where the person lives: 'Mark'; empty where that is not known or is shielded. */
  readonly municipality: string;
  readonly protectedIdentity: boolean;
  /** When the person died; undefined of the living. */
  readonly died: string | undefined;
  /** Other records that were found to be of the same person: 'Patient/2'. */
  readonly joined: readonly string[];
}

/** All the records of a person, as a search asks for them. */
export const recordsOf = ({ reference, joined }: Person): string => [reference, ...joined].join(',');

const PROTECTED = new Set(['sekretessmarkering', 'skyddadFolkbokforing']);

export function personFrom(patient: Patient): Person {
  const name = patient.name?.[0];
  const home = patient.address?.[0];
  return {
    id: patient.id ?? '',
    reference: `Patient/${patient.id}`,
    name: name?.text ?? [...(name?.given ?? []), name?.family ?? ''].join(' ').trim(),
    identityNumber: patient.identifier?.[0]?.value ?? '',
    birthDate: patient.birthDate ?? '',
    sex: patient.gender ?? 'unknown',
    address: [...(home?.line ?? []), [home?.postalCode, home?.city].filter(Boolean).join(' ')]
      .filter(Boolean)
      .join(', '),
    municipality: home?.district ?? home?.city ?? '',
    died: patient.deceasedDateTime,
    joined: (patient.link ?? []).flatMap(({ type, other }) =>
      type === 'replaces' ? (other.reference ?? []) : [],
    ),
    protectedIdentity: (patient.meta?.security ?? []).some(
      ({ system, code }) => system === SYSTEMS.securityLabel && PROTECTED.has(code ?? ''),
    ),
  };
}

/** The person with this identity number, if the register knows one. */
export async function findPerson(fhir: Fhir, identityNumber: string): Promise<Person | undefined> {
  const number = encodeURIComponent(identityNumber.trim());
  const { matches } = await fhir.search<Patient>(`Patient?identifier=${number}`);
  const [patient] = matches;
  return patient === undefined ? undefined : personFrom(patient);
}

/** Whole years since birth. */
export function ageOf({ birthDate }: Person, today: Date): number {
  const [year = 0, month = 1, day = 1] = birthDate.split('-').map(Number);
  const hadBirthday =
    today.getMonth() + 1 > month || (today.getMonth() + 1 === month && today.getDate() >= day);
  return today.getFullYear() - year - (hadBirthday ? 0 : 1);
}
