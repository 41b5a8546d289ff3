import type { Ref } from '../../domain/ref.ts';

export type ImagingTask =
  /** The patient is chosen in the modality's worklist, and the pictures go to the archive. */
  | { readonly type: 'task'; readonly kind: 'make-study'; readonly order: Ref; readonly as: string }
  /** Another patient stood on the modality when the pictures were taken. */
  | {
      readonly type: 'task';
      readonly kind: 'make-study-on-another';
      readonly order: Ref;
      readonly as: string;
    }
  /** The worklist was not at hand: the patient was typed in, and no order was named. */
  | { readonly type: 'task'; readonly kind: 'make-unordered-study'; readonly as: string }
  /** Somebody answers for what could not be paired, in these words. */
  | {
      readonly type: 'task';
      readonly kind: 'settle-unpaired-study';
      readonly study: Ref;
      readonly text: string;
    }
  /** The final answer, by the imaging department's own system. */
  | {
      readonly type: 'task';
      readonly kind: 'report-study';
      readonly order: Ref;
      readonly text: string;
      readonly as: string;
    }
  /** The one who ordered has read the answer and takes responsibility for it. */
  | { readonly type: 'task'; readonly kind: 'acknowledge-report'; readonly answer: Ref; readonly as: string };

export type ImagingQuestion =
  /** The modality's worklist has it, with the patient's number. */
  | { readonly type: 'question'; readonly kind: 'order-on-modality-worklist'; readonly order: Ref }
  /** The record has the study under the patient and the order, and the archive says it is the patient's. */
  | { readonly type: 'question'; readonly kind: 'study-in-record'; readonly study: Ref }
  /** It is with the imaging department, to be dealt with. */
  | { readonly type: 'question'; readonly kind: 'study-unpaired'; readonly study: Ref }
  /** Nothing hangs at the order. */
  | { readonly type: 'question'; readonly kind: 'no-study-of-order'; readonly order: Ref }
  /** The imaging department sees that the order waits for its pictures. */
  | { readonly type: 'question'; readonly kind: 'order-awaiting-study'; readonly order: Ref }
  /** The answer reads as it was written, and leads to the pictures that it is about. */
  | {
      readonly type: 'question';
      readonly kind: 'report-of-study';
      readonly answer: Ref;
      readonly study: Ref;
      readonly text: string;
    }
  | { readonly type: 'question'; readonly kind: 'report-acknowledged'; readonly receipt: Ref };

export const makeStudy = (order: Ref, as: string): ImagingTask => ({
  type: 'task',
  kind: 'make-study',
  order,
  as,
});
export const makeStudyOnAnother = (order: Ref, as: string): ImagingTask => ({
  type: 'task',
  kind: 'make-study-on-another',
  order,
  as,
});
export const makeUnorderedStudy = (as: string): ImagingTask => ({
  type: 'task',
  kind: 'make-unordered-study',
  as,
});
export const settleUnpairedStudy = (study: Ref, text: string): ImagingTask => ({
  type: 'task',
  kind: 'settle-unpaired-study',
  study,
  text,
});
export const reportStudy = (order: Ref, text: string, as: string): ImagingTask => ({
  type: 'task',
  kind: 'report-study',
  order,
  text,
  as,
});
export const acknowledgeReport = (answer: Ref, as: string): ImagingTask => ({
  type: 'task',
  kind: 'acknowledge-report',
  answer,
  as,
});

export const orderOnModalityWorklist = (order: Ref): ImagingQuestion => ({
  type: 'question',
  kind: 'order-on-modality-worklist',
  order,
});
export const studyInRecord = (study: Ref): ImagingQuestion => ({
  type: 'question',
  kind: 'study-in-record',
  study,
});
export const studyUnpaired = (study: Ref): ImagingQuestion => ({
  type: 'question',
  kind: 'study-unpaired',
  study,
});
export const noStudyOfOrder = (order: Ref): ImagingQuestion => ({
  type: 'question',
  kind: 'no-study-of-order',
  order,
});
export const orderAwaitingStudy = (order: Ref): ImagingQuestion => ({
  type: 'question',
  kind: 'order-awaiting-study',
  order,
});
export const reportOfStudy = (answer: Ref, study: Ref, text: string): ImagingQuestion => ({
  type: 'question',
  kind: 'report-of-study',
  answer,
  study,
  text,
});
export const reportAcknowledged = (receipt: Ref): ImagingQuestion => ({
  type: 'question',
  kind: 'report-acknowledged',
  receipt,
});
