import type { ResourceType } from '@medplum/fhirtypes';
import type { Role, UnitKind } from '../../../domain/role.ts';

/**
 * Who must see what, and who must not do or see what, where a system knows who is signed in. Sources: care roles as in the
 * region's authority matrix, an assumption until confirmed by the region; the municipality sees what is addressed to it and
 * no record (lag 2022:913); the patient reads the own record (patientdatalagen 2008:355, 5 kap.).
 */

/** How a reader stands to a patient. */
export type Relation = 'care' | 'laboratory' | 'municipality' | 'neighbour' | 'self' | 'other-patient';

const CHART: readonly ResourceType[] = [
  'AllergyIntolerance',
  'Appointment',
  'CarePlan',
  'Communication',
  'Condition',
  'Consent',
  'DetectedIssue',
  'DiagnosticReport',
  'DocumentReference',
  'Encounter',
  'Immunization',
  'MedicationAdministration',
  'MedicationRequest',
  'Observation',
  'Procedure',
  'ServiceRequest',
  'Specimen',
  'Task',
];

const OF_LABORATORY: readonly ResourceType[] = [
  'Communication',
  'DiagnosticReport',
  'Encounter',
  'Observation',
  'ServiceRequest',
  'Specimen',
  'Task',
];

const OF_PATIENT: readonly ResourceType[] = [
  'AllergyIntolerance',
  'Appointment',
  'CarePlan',
  'Condition',
  'Consent',
  'DiagnosticReport',
  'DocumentReference',
  'Encounter',
  'Immunization',
  'MedicationRequest',
  'Observation',
  'ServiceRequest',
];

/** What is addressed to a unit may be seen there, and what of that it is differs. */
const ADDRESSED: readonly ResourceType[] = ['Appointment', 'Communication', 'Task'];

const SEES: Readonly<Record<Relation, readonly ResourceType[]>> = {
  care: CHART,
  laboratory: OF_LABORATORY,
  municipality: [],
  neighbour: [],
  self: OF_PATIENT,
  'other-patient': [],
};

const NOTHING_OF: Readonly<Record<Relation, readonly ResourceType[]>> = {
  care: [],
  laboratory: CHART.filter((type) => !OF_LABORATORY.includes(type)),
  municipality: CHART.filter((type) => !ADDRESSED.includes(type)),
  // A municipality where the patient does not live, so that nothing is addressed to it.
  neighbour: [...ADDRESSED, 'DocumentReference', 'MedicationRequest', 'Observation'],
  self: [],
  'other-patient': CHART,
};

/** Whether a reader is to see this kind of thing; undefined where nothing is said of that. */
export function entitlement(relation: Relation, type: string): boolean | undefined {
  if (SEES[relation].some((each) => each === type)) return true;
  return NOTHING_OF[relation].some((each) => each === type) ? false : undefined;
}

/** Units that see what is addressed to them and no record. */
const OUTSIDE: ReadonlySet<UnitKind> = new Set([
  'municipality',
  'municipality-of-stay',
  'social-services',
  'school',
  'vaccination-register',
]);

export const relationOf = (role: Role, unit: UnitKind | null): Relation =>
  role === 'patient'
    ? 'self'
    : unit !== null && OUTSIDE.has(unit)
      ? 'municipality'
      : role === 'biomedical-scientist'
        ? 'laboratory'
        : 'care';

/** Where those of each role work whom a watch looks as. */
export const PLACES: readonly (readonly [Role, UnitKind])[] = [
  ['physician', 'emergency'],
  ['physician', 'ward'],
  ['physician', 'primary-care'],
  ['nurse', 'emergency'],
  ['nurse', 'ward'],
  ['nurse', 'primary-care'],
  ['assistant-nurse', 'ward'],
  ['medical-secretary', 'emergency'],
  ['district-nurse', 'primary-care'],
  ['pharmacist', 'pharmacy'],
  ['biomedical-scientist', 'laboratory'],
  ['care-manager', 'municipality'],
  ['district-nurse', 'municipality'],
];

/** A kind of thing, and who must not write it. */
interface Forbidden {
  readonly type: ResourceType;
  /** A code that it must have, where not all of the type are meant. */
  readonly code?: string;
  readonly sv: string;
  readonly en: string;
  readonly never: readonly (readonly [Role, UnitKind | null])[];
  /** Those among them who may change what others have made. */
  readonly mayChange?: readonly Role[];
}

const PATIENT = ['patient', null] as const;
const MUNICIPALITY = ['care-manager', 'municipality'] as const;
const LABORATORY = ['biomedical-scientist', 'laboratory'] as const;
const PHARMACIST = ['pharmacist', 'pharmacy'] as const;
const SECRETARY = ['medical-secretary', 'emergency'] as const;
const ASSISTANT = ['assistant-nurse', 'ward'] as const;
const DISTRICT = ['district-nurse', 'primary-care'] as const;
const NURSE = ['nurse', 'ward'] as const;
const PHYSICIAN = ['physician', 'ward'] as const;

export const FORBIDDEN: readonly Forbidden[] = [
  {
    type: 'Observation',
    code: 'ready-for-discharge',
    sv: 'bedöma patienten utskrivningsklar',
    en: 'declare the patient ready for discharge',
    never: [NURSE, ASSISTANT, DISTRICT, SECRETARY, PHARMACIST, LABORATORY, MUNICIPALITY, PATIENT],
  },
  {
    type: 'MedicationRequest',
    sv: 'ordinera läkemedel',
    en: 'prescribe drugs',
    never: [NURSE, ASSISTANT, DISTRICT, PHARMACIST, SECRETARY, LABORATORY, MUNICIPALITY, PATIENT],
  },
  {
    type: 'MedicationAdministration',
    sv: 'anteckna en given dos',
    en: 'record a given dose',
    never: [ASSISTANT, SECRETARY, PHARMACIST, LABORATORY, MUNICIPALITY, PATIENT],
  },
  {
    type: 'DiagnosticReport',
    sv: 'besvara en provordination',
    en: 'answer a test order',
    never: [PHYSICIAN, NURSE, ASSISTANT, SECRETARY, PHARMACIST, PATIENT, MUNICIPALITY],
  },
  {
    type: 'ServiceRequest',
    sv: 'ordinera prover',
    en: 'order tests',
    never: [ASSISTANT, SECRETARY, PHARMACIST, LABORATORY, MUNICIPALITY, PATIENT],
  },
  {
    type: 'Specimen',
    sv: 'anteckna ett taget prov',
    en: 'record a specimen',
    never: [SECRETARY, PHARMACIST, MUNICIPALITY, PATIENT],
  },
  {
    type: 'AllergyIntolerance',
    sv: 'registrera överkänslighet',
    en: 'record an allergy',
    never: [ASSISTANT, SECRETARY, LABORATORY, MUNICIPALITY, PATIENT],
  },
  {
    type: 'Observation',
    sv: 'anteckna mätvärden',
    en: 'record measurements',
    never: [SECRETARY, PHARMACIST, LABORATORY, MUNICIPALITY],
  },
  {
    type: 'DocumentReference',
    sv: 'skriva i journalen',
    en: 'write in the record',
    never: [LABORATORY, MUNICIPALITY, PATIENT],
  },
  {
    type: 'Encounter',
    sv: 'registrera vårdkontakter',
    en: 'register encounters',
    never: [ASSISTANT, LABORATORY, PHARMACIST, MUNICIPALITY, PATIENT],
    mayChange: ['assistant-nurse'],
  },
  {
    type: 'Communication',
    sv: 'skicka meddelanden och lämna svar',
    en: 'send messages and answers',
    never: [ASSISTANT, PHARMACIST, MUNICIPALITY, PATIENT],
  },
  {
    type: 'Consent',
    sv: 'registrera samtycke',
    en: 'record consent',
    never: [ASSISTANT, LABORATORY, PHARMACIST, MUNICIPALITY],
  },
  {
    type: 'Appointment',
    sv: 'boka tider',
    en: 'book appointments',
    never: [ASSISTANT, LABORATORY, PHARMACIST, PATIENT],
  },
  {
    type: 'Task',
    code: 'referral',
    sv: 'skicka remisser',
    en: 'send referrals',
    never: [NURSE, ASSISTANT, SECRETARY, LABORATORY, PATIENT, MUNICIPALITY],
  },
  {
    type: 'Task',
    code: 'sick-leave-certificate',
    sv: 'utfärda läkarintyg',
    en: 'issue certificates',
    never: [NURSE, ASSISTANT, DISTRICT, SECRETARY, PHARMACIST, LABORATORY, PATIENT, MUNICIPALITY],
  },
  {
    type: 'Task',
    code: 'compulsory-admission',
    sv: 'besluta om intagning för tvångsvård',
    en: 'decide on compulsory admission',
    never: [NURSE, ASSISTANT, DISTRICT, SECRETARY, PHARMACIST, LABORATORY, PATIENT, MUNICIPALITY],
  },
  {
    type: 'Task',
    code: 'blood-unit',
    sv: 'lämna ut blod',
    en: 'issue blood',
    never: [NURSE, PHYSICIAN, ASSISTANT, SECRETARY, PHARMACIST, PATIENT, MUNICIPALITY],
  },
  {
    type: 'Procedure',
    sv: 'dokumentera en åtgärd',
    en: 'record a procedure',
    never: [SECRETARY, ASSISTANT, PHARMACIST, LABORATORY, PATIENT, MUNICIPALITY],
  },
  {
    type: 'Task',
    code: 'review-prescription',
    sv: 'granska ordinationer',
    en: 'review prescriptions',
    never: [NURSE, PHYSICIAN, ASSISTANT, SECRETARY, LABORATORY, PATIENT, MUNICIPALITY],
  },
];

/** Who must not change what the population register says of a person. */
export const NOT_REGISTRARS: readonly (readonly [Role, UnitKind | null])[] = [
  NURSE,
  PHYSICIAN,
  LABORATORY,
  MUNICIPALITY,
  PATIENT,
];
