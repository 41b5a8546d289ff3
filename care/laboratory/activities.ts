import type { LaboratoryTest } from '../../domain/codes/laboratory-tests.ts';
import type { Ref } from '../../domain/ref.ts';

/** What the laboratory answers: a quantity in the unit of the test, or words. */
export type LaboratoryAnswer = { readonly value: number; readonly unit: string } | { readonly text: string };

export type LaboratoryTask =
  /** The order is placed and signed in one go. */
  | {
      readonly type: 'task';
      readonly kind: 'order-test';
      readonly test: LaboratoryTest;
      readonly as: string;
    }
  | { readonly type: 'task'; readonly kind: 'collect-specimen'; readonly order: Ref }
  /** The laboratory answers and validates. */
  | {
      readonly type: 'task';
      readonly kind: 'answer-order';
      readonly order: Ref;
      readonly answer: LaboratoryAnswer;
      readonly as: string;
    }
  /** The laboratory telephones somebody about a critical answer, and says so in the record. */
  | {
      readonly type: 'task';
      readonly kind: 'telephone-critical-answer';
      readonly order: Ref;
      readonly as: string;
    }
  /** The one called reads the answer back and takes responsibility for it. */
  | { readonly type: 'task'; readonly kind: 'acknowledge-critical-answer'; readonly call: Ref };

export type LaboratoryQuestion =
  | { readonly type: 'question'; readonly kind: 'order-on-laboratory-worklist'; readonly order: Ref }
  /** At least one answer to the order is on the list of the one who ordered. */
  | { readonly type: 'question'; readonly kind: 'answer-on-orderers-list'; readonly order: Ref }
  | { readonly type: 'question'; readonly kind: 'exactly-one-answer'; readonly order: Ref }
  /** Every character of the answer, line breaks included, reads as the laboratory wrote it. */
  | { readonly type: 'question'; readonly kind: 'answer-reads-unchanged'; readonly answer: Ref }
  /** Who acknowledged, and when, is on record. */
  | { readonly type: 'question'; readonly kind: 'acknowledgement-on-record'; readonly call: Ref }
  | { readonly type: 'question'; readonly kind: 'patient-reads-answer'; readonly answer: Ref }
  | {
      readonly type: 'question';
      readonly kind: 'specimen-taken-before-dose';
      readonly order: Ref;
      readonly drug: Ref;
    };

export const orderTest = (test: LaboratoryTest, as: string): LaboratoryTask => ({
  type: 'task',
  kind: 'order-test',
  test,
  as,
});
export const collectSpecimen = (order: Ref): LaboratoryTask => ({
  type: 'task',
  kind: 'collect-specimen',
  order,
});
export const answerOrder = (order: Ref, answer: LaboratoryAnswer, as: string): LaboratoryTask => ({
  type: 'task',
  kind: 'answer-order',
  order,
  answer,
  as,
});
export const telephoneCriticalAnswer = (order: Ref, as: string): LaboratoryTask => ({
  type: 'task',
  kind: 'telephone-critical-answer',
  order,
  as,
});
export const acknowledgeCriticalAnswer = (call: Ref): LaboratoryTask => ({
  type: 'task',
  kind: 'acknowledge-critical-answer',
  call,
});

export const orderOnLaboratoryWorklist = (order: Ref): LaboratoryQuestion => ({
  type: 'question',
  kind: 'order-on-laboratory-worklist',
  order,
});
export const answerOnOrderersList = (order: Ref): LaboratoryQuestion => ({
  type: 'question',
  kind: 'answer-on-orderers-list',
  order,
});
export const exactlyOneAnswer = (order: Ref): LaboratoryQuestion => ({
  type: 'question',
  kind: 'exactly-one-answer',
  order,
});
export const answerReadsUnchanged = (answer: Ref): LaboratoryQuestion => ({
  type: 'question',
  kind: 'answer-reads-unchanged',
  answer,
});
export const acknowledgementOnRecord = (call: Ref): LaboratoryQuestion => ({
  type: 'question',
  kind: 'acknowledgement-on-record',
  call,
});
export const specimenTakenBeforeDose = (order: Ref, drug: Ref): LaboratoryQuestion => ({
  type: 'question',
  kind: 'specimen-taken-before-dose',
  order,
  drug,
});
export const patientReadsAnswer = (answer: Ref): LaboratoryQuestion => ({
  type: 'question',
  kind: 'patient-reads-answer',
  answer,
});
