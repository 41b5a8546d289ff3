import type { Ref } from '../../domain/ref.ts';
import type { Guardian, GuardianAnswer, Vaccine } from './vaccine.ts';

interface Vaccinating {
  readonly type: 'task';
  readonly vaccine: Vaccine;
  readonly batch: string;
  readonly as: string;
}

export type VaccinationTask =
  | {
      readonly type: 'task';
      readonly kind: 'record-guardians-answer';
      readonly guardian: Guardian;
      readonly answer: GuardianAnswer;
    }
  | (Vaccinating & { readonly kind: 'vaccinate' })
  /** Records a vaccination without knowing whether it will be let through. */
  | (Vaccinating & { readonly kind: 'attempt-to-vaccinate' });

export type VaccinationQuestion =
  /** The vaccination is on record, with the number of its batch. */
  { readonly type: 'question'; readonly kind: 'vaccination-on-record'; readonly vaccination: Ref };

export const recordGuardiansAnswer = (guardian: Guardian, answer: GuardianAnswer): VaccinationTask => ({
  type: 'task',
  kind: 'record-guardians-answer',
  guardian,
  answer,
});
export const vaccinate = (vaccine: Vaccine, batch: string, as: string): VaccinationTask => ({
  type: 'task',
  kind: 'vaccinate',
  vaccine,
  batch,
  as,
});
export const attemptToVaccinate = (vaccine: Vaccine, batch: string, as: string): VaccinationTask => ({
  type: 'task',
  kind: 'attempt-to-vaccinate',
  vaccine,
  batch,
  as,
});

export const vaccinationOnRecord = (vaccination: Ref): VaccinationQuestion => ({
  type: 'question',
  kind: 'vaccination-on-record',
  vaccination,
});
