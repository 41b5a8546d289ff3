import type { Ref } from '../../domain/ref.ts';
import type { Examination, Standing } from './examination.ts';

interface Ordering {
  readonly type: 'task';
  readonly examination: Examination;
  /** What the one who orders wants to know. */
  readonly question: string;
  readonly as: string;
}

export type ExaminationTask =
  | (Ordering & { readonly kind: 'order-examination' })
  /** Orders it without knowing whether it will be let through. */
  | (Ordering & { readonly kind: 'attempt-to-order-examination' })
  | {
      readonly type: 'task';
      readonly kind: 'answer-examination';
      readonly order: Ref;
      readonly standing: Standing;
      readonly text: string;
      readonly as: string;
    }
  /** Answers preliminarily once more, when the answer may be final already. */
  | {
      readonly type: 'task';
      readonly kind: 'attempt-late-preliminary';
      readonly order: Ref;
      readonly text: string;
      readonly as: string;
    }
  /** What was preliminary is final from now on, with these words. */
  | {
      readonly type: 'task';
      readonly kind: 'make-answer-final';
      readonly answer: Ref;
      readonly text: string;
    };

export type ExaminationQuestion =
  /** It is on the list of those who do it, with what was asked. */
  | { readonly type: 'question'; readonly kind: 'examination-waiting'; readonly order: Ref }
  /** The one who ordered reads the answer word for word, and how far it has come. */
  | {
      readonly type: 'question';
      readonly kind: 'examination-answered';
      readonly answer: Ref;
      readonly standing: Standing;
      readonly text: string;
    };

export const orderExamination = (
  examination: Examination,
  question: string,
  as: string,
): ExaminationTask => ({
  type: 'task',
  kind: 'order-examination',
  examination,
  question,
  as,
});
export const attemptToOrderExamination = (
  examination: Examination,
  question: string,
  as: string,
): ExaminationTask => ({ type: 'task', kind: 'attempt-to-order-examination', examination, question, as });
export const answerExamination = (
  order: Ref,
  standing: Standing,
  text: string,
  as: string,
): ExaminationTask => ({ type: 'task', kind: 'answer-examination', order, standing, text, as });
export const attemptLatePreliminary = (order: Ref, text: string, as: string): ExaminationTask => ({
  type: 'task',
  kind: 'attempt-late-preliminary',
  order,
  text,
  as,
});
export const makeAnswerFinal = (answer: Ref, text: string): ExaminationTask => ({
  type: 'task',
  kind: 'make-answer-final',
  answer,
  text,
});

export const examinationWaiting = (order: Ref): ExaminationQuestion => ({
  type: 'question',
  kind: 'examination-waiting',
  order,
});
export const examinationAnswered = (answer: Ref, standing: Standing, text: string): ExaminationQuestion => ({
  type: 'question',
  kind: 'examination-answered',
  answer,
  standing,
  text,
});
