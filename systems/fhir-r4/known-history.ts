import type { AllergyIntolerance, Condition, MedicationRequest, Observation } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { PatientHistory } from '../../domain/patient.ts';
import { Refused } from '../driver/outcome.ts';
import type { FhirClient } from './client.ts';
import { coded, quantity } from './concepts.ts';

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
  for (const each of history.measurements ?? []) {
    made.push(...(await unlessThere(measurement(patient, each), patient, records)));
  }
  for (const each of history.drugs ?? []) {
    made.push(...(await unlessThere(prescription(patient, each), patient, records)));
  }
  return made;
}

type Told = Condition | AllergyIntolerance | Observation | MedicationRequest;

const conceptOf = (told: Told) =>
  told.resourceType === 'MedicationRequest' ? told.medicationCodeableConcept : told.code;

async function unlessThere(resource: Told, patient: string, records: FhirClient): Promise<readonly string[]> {
  const { system, code } = conceptOf(resource)?.coding?.[0] ?? {};
  const isIt = (found: Told): boolean =>
    conceptOf(found)?.coding?.some((coding) => coding.system === system && coding.code === code) === true;
  const query = { patient, code: `${system}|${code}` };
  try {
    const known = await records.search(resource.resourceType, query);
    if (known.find(isIt) !== undefined) return [];
    const { reference, isNew } = await records.createUnless(resource, query, isIt);
    return isNew ? [reference] : [];
  } catch (error) {
    throw error instanceof Refused && error.kind === 'authority' ? notAllowed(error) : error;
  }
}

/** Most often the register's account, which is taken where the profile names no other. */
const notAllowed = ({ message, kind }: Refused): Refused =>
  new Refused(
    `${message} Det patienten har sedan tidigare läggs in av kontot signIn.migration i systemprofilen, annars av signIn.registry.`,
    kind,
  );

export const problem = (patient: string, icd10: string, display: string, since: string): Condition => ({
  resourceType: 'Condition',
  clinicalStatus: coded(SYSTEMS.conditionClinical, 'active'),
  code: coded(SYSTEMS.icd10se, icd10, display),
  subject: { reference: patient },
  onsetDateTime: since,
  recordedDate: since,
});

export const allergy = (
  patient: string,
  snomed: string,
  display: string,
  since: string,
): AllergyIntolerance => ({
  resourceType: 'AllergyIntolerance',
  clinicalStatus: coded(SYSTEMS.allergyClinical, 'active'),
  criticality: 'high',
  code: coded(SYSTEMS.snomed, snomed, display),
  patient: { reference: patient },
  recordedDate: since,
});

type Measured = NonNullable<PatientHistory['measurements']>[number];

export const measurement = (
  patient: string,
  { system, code, display, value, unit, category, at }: Measured,
): Observation => ({
  resourceType: 'Observation',
  status: 'final',
  category: [coded(SYSTEMS.observationCategory, category)],
  code: coded(system, code, display),
  subject: { reference: patient },
  effectiveDateTime: at,
  valueQuantity: quantity(value, unit),
});

type Taken = NonNullable<PatientHistory['drugs']>[number];

export const prescription = (patient: string, { drug, weekly, since }: Taken): MedicationRequest => ({
  resourceType: 'MedicationRequest',
  status: 'active',
  intent: 'order',
  medicationCodeableConcept: coded(SYSTEMS.atc, drug.atc, drug.word),
  subject: { reference: patient },
  authoredOn: since,
  dosageInstruction: [
    {
      route: { text: drug.route },
      timing: {
        repeat: weekly
          ? { frequency: 1, period: 1, periodUnit: 'wk' }
          : { frequency: drug.timesPerDay, period: 1, periodUnit: 'd' },
      },
      doseAndRate: [{ doseQuantity: quantity(drug.dose, drug.unit) }],
    },
  ],
});
