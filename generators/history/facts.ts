import type { AllergenCode, Concept, DrugCode, TestCode, VaccineCode } from '../disease/codes.ts';
import type { Conflict, Contact, Specialty } from '../disease/module.ts';
import type { Unit } from '../organisation/units.ts';
import type { Minute } from './calendar.ts';

/**
 * What happened to one person, told once; FHIR and HL7 v2 are two ways of writing it. A fact is known by the module
 * that made it, the number of the state entry it belongs to and its place in it, so that its id never depends on what
 * else is told.
 */
export type Fact =
  | ContactFact
  | DiagnosisFact
  | MeasurementFact
  | PressureFact
  | ReportFact
  | PrescriptionFact
  | ProcedureFact
  | ReferralFact
  | VaccinationFact
  | AllergyFact
  | DeathFact;

interface FactBase {
  /** Position of the module. */
  readonly module: number;
  /** How many states the module had entered for this person. */
  readonly entry: number;
  /** Place among what the state writes. */
  readonly place: number;
  /** When it happened, and from when on it is told. */
  readonly at: Minute;
  readonly contact: ContactFact | undefined;
}

/** A meeting with care; planned ones were booked before. */
export interface ContactFact extends FactBase {
  readonly kind: 'contact';
  readonly plan: Contact;
  readonly unit: Unit;
  /** Number of the staff member at the unit who meets the patient. */
  readonly staff: number;
  readonly booked: Minute | undefined;
  /** Discharged, or the visit over. */
  end: Minute;
  /** The patient died before the visit. */
  cancelled: Minute | undefined;
}

export interface DiagnosisFact extends FactBase {
  readonly kind: 'diagnosis';
  readonly concept: Concept;
  readonly problem: boolean;
  abated: Minute | undefined;
}

export interface MeasurementFact extends FactBase {
  readonly kind: 'measurement';
  readonly test: TestCode;
  /** In the unit of the test, rounded; or words. */
  readonly value: number | string;
}

export interface PressureFact extends FactBase {
  readonly kind: 'pressure';
  /** mmHg */
  readonly systolic: number;
  readonly diastolic: number;
}

/** A laboratory's answer: `at` is when the specimen was taken. */
export interface ReportFact extends FactBase {
  readonly kind: 'report';
  readonly title: string;
  readonly results: readonly { readonly test: TestCode; readonly value: number | string }[];
  issued: Minute;
}

export interface PrescriptionFact extends FactBase {
  readonly kind: 'prescription';
  readonly drug: DrugCode;
  readonly dose: number;
  readonly perDay: number;
  readonly indication: Concept;
  readonly conflict: Conflict | undefined;
  /** Known from the start for a cure; else when somebody stopped it. */
  end: Minute | undefined;
  readonly isCure: boolean;
}

export interface ProcedureFact extends FactBase {
  readonly kind: 'procedure';
  readonly concept: Concept;
}

export interface ReferralFact extends FactBase {
  readonly kind: 'referral';
  readonly to: Specialty;
  readonly question: string;
}

export interface VaccinationFact extends FactBase {
  readonly kind: 'vaccination';
  readonly vaccine: VaccineCode;
  readonly dose: number;
}

export interface AllergyFact extends FactBase {
  readonly kind: 'allergy';
  readonly allergen: AllergenCode;
}

export interface DeathFact extends FactBase {
  readonly kind: 'death';
  readonly cause: Concept;
}

/** When the fact last changed, as far as it is known at a time. */
export function changedAt(fact: Fact, until: Minute): Minute {
  switch (fact.kind) {
    case 'contact':
      return fact.end < until ? fact.end : fact.at;
    case 'diagnosis':
      return fact.abated !== undefined && fact.abated < until ? fact.abated : fact.at;
    case 'prescription':
      return fact.end !== undefined && fact.end < until ? fact.end : fact.at;
    case 'report':
      return fact.issued;
    default:
      return fact.at;
  }
}
