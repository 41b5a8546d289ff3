import type {
  Communication,
  Consent,
  DiagnosticReport,
  Encounter,
  MedicationRequest,
  Observation,
  Patient,
  ServiceRequest,
} from '@medplum/fhirtypes';
import { testCalled } from '../../../care/laboratory/words.ts';
import { drugCalled } from '../../../care/medication/words.ts';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import { VITAL_SIGNS, type VitalSigns } from '../../../domain/news2.ts';

/** Resources as docs/fhir-mapping.md writes them. */

const about = (patient: Patient) => ({ reference: `Patient/${patient.id}` });

export const encounter = (
  patient: Patient,
  unit: string,
  code: 'EMER' | 'IMP',
  status: Encounter['status'] = 'in-progress',
): Encounter => ({
  resourceType: 'Encounter',
  status,
  class: { system: SYSTEMS.actCode, code },
  subject: about(patient),
  serviceProvider: { reference: `Organization/${unit}` },
  period: { start: '2026-11-22T07:00:00Z' },
});

export const NORMAL_VITALS: VitalSigns = {
  respiratoryRate: 16,
  oxygenSaturation: 98,
  supplementalOxygen: false,
  systolicPressure: 125,
  heartRate: 72,
  consciousness: 'A',
  temperature: 37,
};

/** NEWS2 14 */
export const SEPTIC_VITALS: VitalSigns = {
  respiratoryRate: 28,
  oxygenSaturation: 90,
  supplementalOxygen: true,
  systolicPressure: 88,
  heartRate: 104,
  consciousness: 'A',
  temperature: 39.4,
};

export const vitalSigns = (patient: Patient, values: VitalSigns): Observation => ({
  resourceType: 'Observation',
  status: 'final',
  category: [{ coding: [{ system: SYSTEMS.observationCategory, code: 'vital-signs' }] }],
  code: { coding: [{ system: SYSTEMS.loinc, code: '85353-1' }] },
  subject: about(patient),
  effectiveDateTime: '2026-11-22T07:00:00Z',
  component: Object.entries(VITAL_SIGNS).map(([name, { loinc, unit }]) => {
    const value = values[name as keyof VitalSigns];
    return {
      code: { coding: [{ system: SYSTEMS.loinc, code: loinc }] },
      ...(typeof value === 'number' ? { valueQuantity: { value, code: unit ?? '1' } } : {}),
      ...(typeof value === 'boolean' ? { valueBoolean: value } : {}),
      ...(typeof value === 'string' ? { valueCodeableConcept: { text: value } } : {}),
    };
  }),
});

export const prescription = (patient: Patient, name: string): MedicationRequest => ({
  resourceType: 'MedicationRequest',
  status: 'active',
  intent: 'order',
  subject: about(patient),
  medicationCodeableConcept: { coding: [{ system: SYSTEMS.atc, code: drugCalled(name).atc }], text: name },
  dosageInstruction: [dosage(drugCalled(name).dose, drugCalled(name).unit)],
});

export const dosage = (value: number, unit: string) => ({
  doseAndRate: [{ doseQuantity: { value, unit, system: SYSTEMS.ucum, code: unit } }],
});

export const labOrder = (patient: Patient, name: string): ServiceRequest => ({
  resourceType: 'ServiceRequest',
  status: 'active',
  intent: 'order',
  category: [{ coding: [{ system: SYSTEMS.snomed, code: '108252007' }] }],
  code: {
    coding: [
      {
        system: testCalled(name).system,
        code: testCalled(name).code,
        display: testCalled(name).display,
      },
    ],
  },
  subject: about(patient),
  performer: [{ reference: 'Organization/sas-lab' }],
  authoredOn: '2026-11-22T07:00:00Z',
});

export const labAnswer = (
  patient: Patient,
  order: ServiceRequest,
  content: Pick<Observation, 'valueString' | 'valueQuantity'>,
  token = `token-${order.id}`,
): DiagnosticReport => ({
  resourceType: 'DiagnosticReport',
  meta: { tag: [{ system: SYSTEMS.token, code: token }] },
  status: 'final',
  code: order.code ?? {},
  subject: about(patient),
  basedOn: [{ reference: `ServiceRequest/${order.id}` }],
  issued: '2026-11-22T07:00:00Z',
  contained: [{ resourceType: 'Observation', id: 'r1', status: 'final', code: order.code ?? {}, ...content }],
  result: [{ reference: '#r1' }],
});

export const consent = (patient: Patient, type: 'permit' | 'deny'): Consent => ({
  resourceType: 'Consent',
  status: 'active',
  scope: { coding: [{ system: SYSTEMS.consentScope, code: 'patient-privacy' }] },
  category: [{ coding: [{ system: SYSTEMS.genrep, code: 'share-with-municipality' }] }],
  patient: about(patient),
  policyRule: { text: 'Samtycke till informationsdelning' },
  provision: { type },
});

export const message = (patient: Patient, kind = 'admission'): Communication => ({
  resourceType: 'Communication',
  status: 'completed',
  category: [{ coding: [{ system: SYSTEMS.genrep, code: kind }] }],
  subject: about(patient),
  recipient: [{ reference: 'Organization/boras-kommun' }],
  sent: '2026-11-22T07:00:00Z',
  payload: [{ contentString: 'Patienten är inskriven.' }],
});
