import type { Ref } from '../../domain/ref.ts';

interface Sampling {
  readonly type: 'task';
  readonly child: Ref;
  readonly as: string;
}

export type NewbornTask =
  /** The child gets a record of its own, under a reserve number, and is tied to the patient of the flow, its mother. */
  | { readonly type: 'task'; readonly kind: 'register-newborn'; readonly as: string }
  /** The sample of newborn screening, with the mother's number on its card. */
  | (Sampling & { readonly kind: 'sample-newborn' })
  /** The same with another mother's number on the card. */
  | (Sampling & { readonly kind: 'attempt-to-sample-newborn' })
  | {
      readonly type: 'task';
      readonly kind: 'answer-newborn-sample';
      readonly child: Ref;
      readonly sample: Ref;
      readonly text: string;
      readonly as: string;
    };

export type NewbornQuestion =
  /** From the child's record the mother is found, and from hers the child. */
  | { readonly type: 'question'; readonly kind: 'child-with-mother'; readonly child: Ref }
  /** The answer is in the child's record word for word, and not in the mother's. */
  | {
      readonly type: 'question';
      readonly kind: 'newborn-sample-answered';
      readonly child: Ref;
      readonly answer: Ref;
    };

export const registerNewborn = (as: string): NewbornTask => ({ type: 'task', kind: 'register-newborn', as });
export const sampleNewborn = (child: Ref, as: string): NewbornTask => ({
  type: 'task',
  kind: 'sample-newborn',
  child,
  as,
});
export const attemptToSampleNewborn = (child: Ref, as: string): NewbornTask => ({
  type: 'task',
  kind: 'attempt-to-sample-newborn',
  child,
  as,
});
export const answerNewbornSample = (child: Ref, sample: Ref, text: string, as: string): NewbornTask => ({
  type: 'task',
  kind: 'answer-newborn-sample',
  child,
  sample,
  text,
  as,
});

export const childWithMother = (child: Ref): NewbornQuestion => ({
  type: 'question',
  kind: 'child-with-mother',
  child,
});
export const newbornSampleAnswered = (child: Ref, answer: Ref): NewbornQuestion => ({
  type: 'question',
  kind: 'newborn-sample-answered',
  child,
  answer,
});
