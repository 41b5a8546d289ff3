import { SYSTEMS } from '../../../domain/codes/systems.ts';
import { nationalReserveNumber, UNREACHED_SERIES } from '../../../domain/identifiers.ts';
import { HISTORY_SYSTEMS } from '../../fhir/systems.ts';
import type { JsonObject } from '../rule.ts';

/** Resources as the generators write them, as far as the rules look at them. */

interface Someone {
  readonly id?: string;
  readonly sex?: 'female' | 'male';
  readonly birthDate?: string;
  readonly died?: string;
  readonly district?: string;
  readonly identifier?: { readonly system: string; readonly value: string };
  readonly serial?: number;
}

export function patient({
  id = 'p-1',
  sex = 'female',
  birthDate = '1960-03-01',
  died,
  district = 'Borås',
  serial = 0,
  identifier = nationalReserveNumber(birthDate, sex, UNREACHED_SERIES.first, serial),
}: Someone = {}): JsonObject {
  return {
    resourceType: 'Patient',
    id,
    identifier: [{ system: identifier.system, value: identifier.value }],
    gender: sex,
    birthDate,
    address: [{ district }],
    ...(died === undefined ? {} : { deceasedDateTime: died }),
  };
}

const subject = { reference: 'Patient/p-1' };
const concept = (system: string, code: string, text = code): JsonObject => ({
  coding: [{ system, code, display: text }],
  text,
});

export const encounter = (id: string, start: string, end: string, more: JsonObject = {}): JsonObject => ({
  resourceType: 'Encounter',
  id,
  subject,
  period: { start, end },
  ...more,
});

export const condition = (id: string, code: string, onset: string, abated?: string): JsonObject => ({
  resourceType: 'Condition',
  id,
  subject,
  code: concept(HISTORY_SYSTEMS.icd10se, code),
  onsetDateTime: onset,
  recordedDate: onset,
  ...(abated === undefined ? {} : { abatementDateTime: abated }),
});

export const certificate = (id: string, date: string): JsonObject => ({
  resourceType: 'DocumentReference',
  id,
  subject,
  date,
  type: concept('http://loinc.org', '64297-5'),
});

/** A measured value; the test's code is that of its system. */
export const observation = (
  id: string,
  system: string,
  code: string,
  value: number,
  unit: string,
  at = '2025-06-01T08:00:00+02:00',
): JsonObject => ({
  resourceType: 'Observation',
  id,
  subject,
  code: concept(system, code),
  effectiveDateTime: at,
  issued: at,
  valueQuantity: { value, system: SYSTEMS.ucum, code: unit },
});

export function bloodPressure(id: string, systolic: number, diastolic: number, at?: string): JsonObject {
  const { valueQuantity, ...rest } = observation(id, SYSTEMS.loinc, '85354-9', 0, 'mm[Hg]', at);
  const part = (code: string, value: number): JsonObject => ({
    code: concept(SYSTEMS.loinc, code),
    valueQuantity: { value, system: SYSTEMS.ucum, code: 'mm[Hg]' },
  });
  return { ...rest, component: [part('8480-6', systolic), part('8462-4', diastolic)] };
}

interface Prescribed {
  readonly from: string;
  readonly to?: string;
  readonly conflict?: string;
}

export const prescription = (
  id: string,
  name: string,
  atc: string,
  { from, to, conflict }: Prescribed,
): JsonObject => ({
  resourceType: 'MedicationRequest',
  id,
  subject,
  meta:
    conflict === undefined
      ? {}
      : { tag: [{ system: SYSTEMS.genrep, code: `deliberate-conflict-${conflict}` }] },
  medicationCodeableConcept: concept(HISTORY_SYSTEMS.atc, atc, name),
  authoredOn: `${from}T09:00:00+01:00`,
  dosageInstruction: [
    {
      timing: { repeat: { boundsPeriod: to === undefined ? { start: from } : { start: from, end: to } } },
      doseAndRate: [{ doseQuantity: { value: 1, system: SYSTEMS.ucum, code: 'mg' } }],
    },
  ],
});

export const allergy = (id: string, snomed: string, recordedDate: string): JsonObject => ({
  resourceType: 'AllergyIntolerance',
  id,
  patient: subject,
  code: concept(SYSTEMS.snomed, snomed),
  recordedDate,
});

export const vaccination = (id: string, atc: string, dose: number, at: string): JsonObject => ({
  resourceType: 'Immunization',
  id,
  patient: subject,
  vaccineCode: concept(HISTORY_SYSTEMS.atc, atc),
  occurrenceDateTime: at,
  protocolApplied: [{ doseNumberPositiveInt: dose }],
});
