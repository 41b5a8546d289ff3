import type {
  AllergyIntolerance,
  Appointment,
  Communication,
  Consent,
  DiagnosticReport,
  DocumentReference,
  Encounter,
  Patient as FhirPatient,
  MedicationAdministration,
  MedicationRequest,
  Observation,
  RelatedPerson,
  Resource,
  ServiceRequest,
} from '@medplum/fhirtypes';
import type { CareUnit } from '../domain/care-day.ts';
import { SYSTEMS } from '../domain/codes/systems.ts';
import type { Patient } from '../domain/patient.ts';
import { coded, concept } from '../systems/fhir-r4/concepts.ts';

/** A unit as the system knows it. */
export interface KnownUnit extends CareUnit {
  /** 'Organization/3' */
  readonly reference: string;
}

/** What a matrix is made of, about one person; a word in each tells it from all else. */
export interface About {
  /** 'Patient/17' */
  readonly patient: string;
  /** A word that stands nowhere else. */
  readonly word: string;
  /** The token that marks it as made by this run. */
  readonly token: string;
  /** ISO 8601 */
  readonly now: string;
}

const marked = ({ token }: Pick<About, 'token'>) => ({
  meta: { tag: [{ system: SYSTEMS.token, code: token }] },
});
const to = (reference: string) => ({ reference });

export const personOf = (
  { identifier, givenName, familyName, sex, birthDate, address, protectedIdentity }: Patient,
  token: string,
): FhirPatient => ({
  resourceType: 'Patient',
  meta: {
    tag: [{ system: SYSTEMS.token, code: token }],
    ...(protectedIdentity
      ? { security: [{ system: SYSTEMS.securityLabel, code: 'sekretessmarkering' }] }
      : {}),
  },
  active: true,
  identifier: [identifier],
  name: [{ use: 'official', family: familyName, given: [givenName] }],
  gender: sex,
  birthDate,
  address: [
    { use: 'home', line: [address.line], postalCode: address.postalCode, city: address.city, country: 'SE' },
  ],
});

export const guardianOf = (child: string, guardian: Patient, token: string): RelatedPerson => ({
  resourceType: 'RelatedPerson',
  ...marked({ token }),
  active: true,
  identifier: [guardian.identifier],
  patient: to(child),
  relationship: [coded('http://terminology.hl7.org/CodeSystem/v3-RoleCode', 'GUARD', 'guardian')],
  name: [{ family: guardian.familyName, given: [guardian.givenName] }],
});

export const contact = (
  about: About,
  unit: KnownUnit,
  status: Encounter['status'] = 'in-progress',
): Encounter => ({
  resourceType: 'Encounter',
  ...marked(about),
  status,
  class: { system: SYSTEMS.actCode, code: 'IMP' },
  subject: to(about.patient),
  period: { start: about.now, ...(status === 'finished' ? { end: about.now } : {}) },
  reasonCode: [{ text: about.word }],
  serviceProvider: { reference: unit.reference, display: unit.name },
});

export const note = (about: About): DocumentReference => ({
  resourceType: 'DocumentReference',
  ...marked(about),
  status: 'current',
  type: concept('daily-note', 'Daganteckning'),
  subject: to(about.patient),
  date: about.now,
  description: about.word,
  content: [
    {
      attachment: {
        contentType: 'text/plain; charset=utf-8',
        data: Buffer.from(about.word, 'utf8').toString('base64'),
      },
    },
  ],
});

export const prescription = (about: About, perDay = 1): MedicationRequest => ({
  resourceType: 'MedicationRequest',
  ...marked(about),
  status: 'active',
  intent: 'order',
  medicationCodeableConcept: { ...coded(SYSTEMS.atc, 'A11CC05', 'Kolekalciferol'), text: about.word },
  subject: to(about.patient),
  authoredOn: about.now,
  dosageInstruction: [
    {
      timing: { repeat: { frequency: perDay, period: 1, periodUnit: 'd' } },
      doseAndRate: [{ doseQuantity: { value: 1, unit: 'tablett' } }],
    },
  ],
});

export const dose = (about: About, request: string): MedicationAdministration => ({
  resourceType: 'MedicationAdministration',
  ...marked(about),
  status: 'completed',
  medicationCodeableConcept: { ...coded(SYSTEMS.atc, 'A11CC05', 'Kolekalciferol'), text: about.word },
  subject: to(about.patient),
  effectiveDateTime: about.now,
  request: to(request),
  dosage: { dose: { value: 1, unit: 'tablett' } },
});

export const allergy = (about: About): AllergyIntolerance => ({
  resourceType: 'AllergyIntolerance',
  ...marked(about),
  clinicalStatus: coded(SYSTEMS.allergyClinical, 'active', 'Aktiv'),
  code: { text: about.word },
  patient: to(about.patient),
  recordedDate: about.now,
});

export const measurement = (about: About): Observation => ({
  resourceType: 'Observation',
  ...marked(about),
  status: 'final',
  category: [coded(SYSTEMS.observationCategory, 'vital-signs', 'Vitalparametrar')],
  code: coded(SYSTEMS.loinc, '8302-2', 'Längd'),
  subject: to(about.patient),
  effectiveDateTime: about.now,
  valueQuantity: { value: 172, unit: 'cm', system: SYSTEMS.ucum, code: 'cm' },
  note: [{ text: about.word }],
});

export const readyForDischarge = (about: About): Observation => ({
  resourceType: 'Observation',
  ...marked(about),
  status: 'final',
  code: concept('ready-for-discharge', 'Utskrivningsklar'),
  subject: to(about.patient),
  effectiveDateTime: about.now,
  valueDateTime: about.now,
});

/** Hemoglobin, which every laboratory answers. */
const TEST = { system: SYSTEMS.npu, code: 'NPU28309', display: 'Hemoglobin' } as const;

export const order = (about: About, laboratory: KnownUnit): ServiceRequest => ({
  resourceType: 'ServiceRequest',
  ...marked(about),
  status: 'active',
  intent: 'order',
  category: [coded(SYSTEMS.snomed, '108252007', 'Laboratorieundersökning')],
  code: coded(TEST.system, TEST.code, TEST.display),
  subject: to(about.patient),
  performer: [to(laboratory.reference)],
  authoredOn: about.now,
});

export const answer = (about: About, ordered: string): DiagnosticReport => {
  const code = coded(TEST.system, TEST.code, TEST.display);
  const subject = to(about.patient);
  return {
    resourceType: 'DiagnosticReport',
    ...marked(about),
    status: 'final',
    category: [coded(SYSTEMS.diagnosticServiceSection, 'LAB', 'Laboratorium')],
    code,
    subject,
    basedOn: [to(ordered)],
    issued: about.now,
    contained: [
      { resourceType: 'Observation', id: 'r1', status: 'final', code, subject, valueString: about.word },
    ],
    result: [{ reference: '#r1' }],
  };
};

export const booking = (about: About, unit: KnownUnit): Appointment => ({
  resourceType: 'Appointment',
  ...marked(about),
  status: 'booked',
  start: about.now,
  end: new Date(Date.parse(about.now) + 30 * 60_000).toISOString(),
  description: about.word,
  participant: [
    { actor: { reference: about.patient }, status: 'accepted' },
    {
      actor: {
        type: 'Organization',
        identifier: { system: SYSTEMS.hsaId, value: unit.hsaId },
        display: unit.name,
      },
      status: 'accepted',
    },
  ],
});

export const message = (about: About, receiver: KnownUnit): Communication => ({
  resourceType: 'Communication',
  ...marked(about),
  status: 'completed',
  category: [concept('admission', 'Inskrivningsmeddelande')],
  subject: to(about.patient),
  recipient: [to(receiver.reference)],
  sent: about.now,
  payload: [{ contentString: about.word }],
});

/** What a patient has said: of a unit's data to others, of another caregiver's reading, of sharing with the municipality. */
export const patientsWord = (
  about: Omit<About, 'word'>,
  kind: 'block' | 'cohesive-record' | 'share-with-municipality',
  says: 'permit' | 'deny',
  unit?: KnownUnit,
): Consent => ({
  resourceType: 'Consent',
  ...marked(about),
  status: 'active',
  scope: coded(SYSTEMS.consentScope, 'patient-privacy', 'Privacy Consent'),
  category: [concept(kind, kind)],
  patient: to(about.patient),
  dateTime: about.now,
  policyRule: { text: 'Patientdatalagen (2008:355), lag (2022:913)' },
  ...(unit === undefined ? {} : { organization: [to(unit.reference)] }),
  provision: { type: says },
});

/** The resources of an answer, whatever it is a list of. */
export function resourcesIn(body: Resource | undefined): readonly Resource[] {
  if (body === undefined) return [];
  if (body.resourceType !== 'Bundle') return [body];
  return (body.entry ?? []).flatMap(({ resource }) => resource ?? []);
}
