import type { Patient as FhirPatient, Organization } from '@medplum/fhirtypes';
import type { CareUnit } from '../../domain/care-day.ts';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { Patient } from '../../domain/patient.ts';

/**
 * Whether a person in the system is the one who is meant: the number, and whatever is told of birth and name. What a
 * system keeps back, of somebody with protected identity, speaks against nobody.
 */
export const isPerson = ({ identifier, birthDate, name }: FhirPatient, meant: Patient): boolean =>
  (identifier ?? []).some(
    ({ system, value }) => system === meant.identifier.system && value === meant.identifier.value,
  ) &&
  (birthDate === undefined || birthDate === meant.birthDate) &&
  (meant.protectedIdentity ||
    name === undefined ||
    name.length === 0 ||
    name.some(
      ({ family, given }) =>
        sameText(family, meant.familyName) && sameText(given?.join(' '), meant.givenName),
    ));

/** Whether a unit in the system is the one who is meant; what it is called is the system's own matter. */
export const isUnit = ({ identifier }: Organization, meant: CareUnit): boolean =>
  (identifier ?? []).some(({ system, value }) => system === SYSTEMS.hsaId && value === meant.hsaId);

const sameText = (one: string | undefined, other: string): boolean =>
  one?.normalize('NFC').toLowerCase() === other.normalize('NFC').toLowerCase();
