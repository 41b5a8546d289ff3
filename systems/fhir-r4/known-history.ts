import type { AllergyIntolerance, Condition } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { PatientHistory } from '../../domain/patient.ts';
import type { FhirClient } from './client.ts';
import { coded } from './concepts.ts';

/**
 * Writes what the record tells of somebody from before; what is there already, from an earlier run or a population that
 * was loaded, is not written again. Gives what was made, as 'Type/id'.
 * @param patient 'Patient/17'
 */
export async function bringIn(
  history: PatientHistory | undefined,
  patient: string,
  records: FhirClient,
): Promise<readonly string[]> {
  if (history === undefined) return [];
  const made: string[] = [];
  for (const { icd10, display, since } of history.problems) {
    made.push(...(await unlessThere(problem(patient, icd10, display, since), patient, records)));
  }
  for (const { snomed, display, since } of history.allergies) {
    made.push(...(await unlessThere(allergy(patient, snomed, display, since), patient, records)));
  }
  return made;
}

async function unlessThere(
  resource: Condition | AllergyIntolerance,
  patient: string,
  records: FhirClient,
): Promise<readonly string[]> {
  const { system, code } = resource.code?.coding?.[0] ?? {};
  const isIt = (found: Condition | AllergyIntolerance): boolean =>
    found.code?.coding?.some((coding) => coding.system === system && coding.code === code) === true;
  const query = { patient, code: `${system}|${code}` };
  const known = await records.search(resource.resourceType, query);
  if (known.find(isIt) !== undefined) return [];
  const { reference, isNew } = await records.createUnless(resource, query, isIt);
  return isNew ? [reference] : [];
}

const problem = (patient: string, icd10: string, display: string, since: string): Condition => ({
  resourceType: 'Condition',
  clinicalStatus: coded(SYSTEMS.conditionClinical, 'active'),
  code: coded(SYSTEMS.icd10se, icd10, display),
  subject: { reference: patient },
  onsetDateTime: since,
  recordedDate: since,
});

const allergy = (patient: string, snomed: string, display: string, since: string): AllergyIntolerance => ({
  resourceType: 'AllergyIntolerance',
  clinicalStatus: coded(SYSTEMS.allergyClinical, 'active'),
  criticality: 'high',
  code: coded(SYSTEMS.snomed, snomed, display),
  patient: { reference: patient },
  recordedDate: since,
});
