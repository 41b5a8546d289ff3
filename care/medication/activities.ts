import type { Allergen, Drug } from '../../domain/codes/drugs.ts';
import type { Ref } from '../../domain/ref.ts';

/** The lists that must tell the same of a patient's drugs. */
export const MEDICATION_VIEWS = {
  physician: 'läkarens läkemedelslista',
  nurse: 'sjuksköterskans utdelningslista',
  pharmacist: 'farmaceutens granskningslista',
  patient: 'patientens lista på 1177',
} as const;
export type MedicationView = keyof typeof MEDICATION_VIEWS;

export type MedicationTask =
  | {
      readonly type: 'task';
      readonly kind: 'record-allergy';
      readonly allergen: Allergen;
      readonly as: string;
    }
  | { readonly type: 'task'; readonly kind: 'prescribe'; readonly drug: Drug; readonly as: string }
  /** Prescribes without knowing whether it will be let through; the outcome is asked for by a later step. */
  | {
      readonly type: 'task';
      readonly kind: 'attempt-to-prescribe';
      readonly drug: Drug;
      readonly as: string;
    }
  | {
      readonly type: 'task';
      readonly kind: 'change-dose';
      readonly prescription: Ref;
      readonly dose: number;
      readonly unit: string;
    }
  | { readonly type: 'task'; readonly kind: 'review-prescription'; readonly prescription: Ref }
  /** Prescribes a drug that is given once a week as if it were given every day. */
  | {
      readonly type: 'task';
      readonly kind: 'attempt-daily-dosing';
      readonly drug: Drug;
      readonly as: string;
    }
  /** Takes a drug off the lists, as when they are gone through at discharge. */
  | { readonly type: 'task'; readonly kind: 'stop-drug'; readonly prescription: Ref }
  /** Gives what the nurse's own list says, at the dose it says. */
  | { readonly type: 'task'; readonly kind: 'give-dose'; readonly prescription: Ref; readonly as: string };

export type MedicationQuestion =
  | {
      readonly type: 'question';
      readonly kind: 'prescription-stopped';
      readonly attempt: Ref;
      readonly reason: Allergen;
    }
  | { readonly type: 'question'; readonly kind: 'prescription-without-warning'; readonly prescription: Ref }
  /** All views of the patient's drugs show the same drugs at the same doses. */
  | {
      readonly type: 'question';
      readonly kind: 'medication-lists-agree';
      readonly views: readonly MedicationView[];
    }
  | {
      readonly type: 'question';
      readonly kind: 'dose-on-nurses-list';
      readonly prescription: Ref;
      readonly dose: number;
      readonly unit: string;
    }
  | {
      readonly type: 'question';
      readonly kind: 'given-dose-is-ordered-dose';
      readonly given: Ref;
      readonly prescription: Ref;
    }
  | { readonly type: 'question'; readonly kind: 'dose-given'; readonly given: Ref }
  | { readonly type: 'question'; readonly kind: 'daily-dosing-stopped'; readonly attempt: Ref }
  /** How often the drug is given reads the same in all views. */
  | {
      readonly type: 'question';
      readonly kind: 'schedule-on-every-list';
      readonly prescription: Ref;
      readonly views: readonly MedicationView[];
    }
  /** All views show what was kept, and nothing of what was stopped. */
  | {
      readonly type: 'question';
      readonly kind: 'stopped-on-every-list';
      readonly stopped: Ref;
      readonly kept: Ref;
      readonly views: readonly MedicationView[];
    };

export const recordAllergy = (allergen: Allergen, as: string): MedicationTask => ({
  type: 'task',
  kind: 'record-allergy',
  allergen,
  as,
});
export const prescribe = (drug: Drug, as: string): MedicationTask => ({
  type: 'task',
  kind: 'prescribe',
  drug,
  as,
});
export const attemptToPrescribe = (drug: Drug, as: string): MedicationTask => ({
  type: 'task',
  kind: 'attempt-to-prescribe',
  drug,
  as,
});
export const changeDose = (prescription: Ref, dose: number, unit: string): MedicationTask => ({
  type: 'task',
  kind: 'change-dose',
  prescription,
  dose,
  unit,
});
export const reviewPrescription = (prescription: Ref): MedicationTask => ({
  type: 'task',
  kind: 'review-prescription',
  prescription,
});
export const giveDose = (prescription: Ref, as: string): MedicationTask => ({
  type: 'task',
  kind: 'give-dose',
  prescription,
  as,
});

export const prescriptionStopped = (attempt: Ref, reason: Allergen): MedicationQuestion => ({
  type: 'question',
  kind: 'prescription-stopped',
  attempt,
  reason,
});
export const prescriptionWithoutWarning = (prescription: Ref): MedicationQuestion => ({
  type: 'question',
  kind: 'prescription-without-warning',
  prescription,
});
export const medicationListsAgree = (views: readonly MedicationView[]): MedicationQuestion => ({
  type: 'question',
  kind: 'medication-lists-agree',
  views,
});
export const doseOnNursesList = (prescription: Ref, dose: number, unit: string): MedicationQuestion => ({
  type: 'question',
  kind: 'dose-on-nurses-list',
  prescription,
  dose,
  unit,
});
export const givenDoseIsOrderedDose = (given: Ref, prescription: Ref): MedicationQuestion => ({
  type: 'question',
  kind: 'given-dose-is-ordered-dose',
  given,
  prescription,
});
export const doseGiven = (given: Ref): MedicationQuestion => ({
  type: 'question',
  kind: 'dose-given',
  given,
});
export const attemptDailyDosing = (drug: Drug, as: string): MedicationTask => ({
  type: 'task',
  kind: 'attempt-daily-dosing',
  drug,
  as,
});
export const stopDrug = (prescription: Ref): MedicationTask => ({
  type: 'task',
  kind: 'stop-drug',
  prescription,
});
export const dailyDosingStopped = (attempt: Ref): MedicationQuestion => ({
  type: 'question',
  kind: 'daily-dosing-stopped',
  attempt,
});
export const scheduleOnEveryList = (
  prescription: Ref,
  views: readonly MedicationView[],
): MedicationQuestion => ({
  type: 'question',
  kind: 'schedule-on-every-list',
  prescription,
  views,
});
export const stoppedOnEveryList = (
  stopped: Ref,
  kept: Ref,
  views: readonly MedicationView[],
): MedicationQuestion => ({ type: 'question', kind: 'stopped-on-every-list', stopped, kept, views });
