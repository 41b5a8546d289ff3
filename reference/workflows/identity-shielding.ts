import type { Filter } from '@medplum/core';
import type { Patient, Reference, Resource } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { Faults } from '../faults/fault.ts';
import { patientOf } from '../fhir/subjects.ts';
import type { ReferenceWorkflow, SignedIn, Store } from '../workflow.ts';
import { referenceTo } from './concept.ts';

const PROTECTED_NAME = 'Skyddad identitet';

const LABELS: readonly (string | undefined)[] = ['sekretessmarkering', 'skyddadFolkbokforing'];

export const isProtected = ({ meta }: Patient): boolean =>
  meta?.security?.some(({ system, code }) => system === SYSTEMS.securityLabel && LABELS.includes(code)) ===
  true;

/** A protected person as others may see them. What is not named here is not shown. */
export const shielded = (patient: Patient): Patient => ({
  resourceType: 'Patient',
  id: patient.id,
  meta: patient.meta,
  identifier: patient.identifier,
  active: patient.active,
  name: [{ text: PROTECTED_NAME }],
  gender: patient.gender,
  birthDate: patient.birthDate,
  deceasedBoolean: patient.deceasedBoolean,
  deceasedDateTime: patient.deceasedDateTime,
});

const KNOWING: readonly SignedIn['role'][] = ['registry', 'migration', 'system'];
const mayKnow = ({ role }: SignedIn): boolean => KNOWING.includes(role);

/** What is asked of a person by the name or address that is not shown. */
const HIDDEN = /^(name|family|given|phonetic|telecom|phone|email|address(-.*)?)$/;

const asksForHidden = ({ code }: Filter): boolean => HIDDEN.test(code.split('.').at(-1) ?? '');

/** Where other resources say who they are about; the display there is the person's name. */
const ABOUT = ['subject', 'patient', 'for', 'beneficiary'] as const;

function withoutName(resource: Resource, protectedPeople: ReadonlySet<string>): Resource {
  let shown = resource;
  for (const key of ABOUT) {
    const about: Reference | undefined = Reflect.get(resource, key);
    if (about?.display !== undefined && protectedPeople.has(about.reference ?? '')) {
      shown = { ...shown, [key]: { ...about, display: PROTECTED_NAME } };
    }
  }
  return shown;
}

/** Name and address of people with protected identity are shown to nobody but the population register. */
export async function identityShielding(faults: Faults, store: Store): Promise<ReferenceWorkflow> {
  const query = LABELS.map((label) => `${SYSTEMS.securityLabel}|${label}`).join(',');
  const known = await store.search<Patient>(`Patient?_security=${encodeURIComponent(query)}`);
  const protectedPeople = new Set(known.map((patient) => referenceTo(patient).reference));
  return {
    name: 'identity-shielding',
    heedsMigration: true,
    async afterWrite({ resource }) {
      if (resource.resourceType !== 'Patient') return;
      const { reference } = referenceTo(resource);
      if (isProtected(resource)) protectedPeople.add(reference);
      else protectedPeople.delete(reference);
    },
    onRead(resource, reader, _store, surface) {
      if (mayKnow(reader)) return resource;
      if (resource.resourceType === 'Patient') {
        if (!isProtected(resource)) return resource;
        return faults.strikes('protected-identity-shown', { surface }, resource.id)
          ? resource
          : shielded(resource);
      }
      return protectedPeople.size === 0 ? resource : withoutName(resource, protectedPeople);
    },
    mayMatch: (resource, reader, filters) =>
      mayKnow(reader) || !filters.some(asksForHidden) || !protectedPeople.has(patientOf(resource) ?? ''),
  };
}
