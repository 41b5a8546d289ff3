import type { Drug } from '../../domain/codes/drugs.ts';
import type { Ref } from '../../domain/ref.ts';

interface Dispensing {
  readonly type: 'task';
  readonly eprescription: Ref;
  readonly as: string;
}

export type EprescriptionTask =
  /** A prescription for the pharmacy, on the patient's one national list, with what it is for. */
  | {
      readonly type: 'task';
      readonly kind: 'issue-eprescription';
      readonly drug: Drug;
      readonly reason: string;
      readonly as: string;
    }
  /** It stands no longer, for anybody. */
  | { readonly type: 'task'; readonly kind: 'withdraw-eprescription'; readonly eprescription: Ref }
  | (Dispensing & { readonly kind: 'dispense' })
  /** Dispenses without knowing whether it will be let through. */
  | (Dispensing & { readonly kind: 'attempt-to-dispense' });

export type EprescriptionQuestion =
  /** It stands on the national list, with its drug, its dose and what it is for. */
  | { readonly type: 'question'; readonly kind: 'on-national-list'; readonly eprescription: Ref }
  /** It stands there as withdrawn. */
  | { readonly type: 'question'; readonly kind: 'withdrawn-on-national-list'; readonly eprescription: Ref }
  /** What the pharmacy dispensed is on the list too. */
  | { readonly type: 'question'; readonly kind: 'dispensing-on-national-list'; readonly dispensing: Ref };

export const issueEprescription = (drug: Drug, reason: string, as: string): EprescriptionTask => ({
  type: 'task',
  kind: 'issue-eprescription',
  drug,
  reason,
  as,
});
export const withdrawEprescription = (eprescription: Ref): EprescriptionTask => ({
  type: 'task',
  kind: 'withdraw-eprescription',
  eprescription,
});
export const dispense = (eprescription: Ref, as: string): EprescriptionTask => ({
  type: 'task',
  kind: 'dispense',
  eprescription,
  as,
});
export const attemptToDispense = (eprescription: Ref, as: string): EprescriptionTask => ({
  type: 'task',
  kind: 'attempt-to-dispense',
  eprescription,
  as,
});

export const onNationalList = (eprescription: Ref): EprescriptionQuestion => ({
  type: 'question',
  kind: 'on-national-list',
  eprescription,
});
export const withdrawnOnNationalList = (eprescription: Ref): EprescriptionQuestion => ({
  type: 'question',
  kind: 'withdrawn-on-national-list',
  eprescription,
});
export const dispensingOnNationalList = (dispensing: Ref): EprescriptionQuestion => ({
  type: 'question',
  kind: 'dispensing-on-national-list',
  dispensing,
});
