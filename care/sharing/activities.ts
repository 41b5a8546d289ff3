import type { Ref } from '../../domain/ref.ts';
import type { Sharing, SharingAnswer } from './sharing.ts';

export type SharingTask = {
  readonly type: 'task';
  readonly kind: 'record-answer-to-sharing';
  readonly sharing: Sharing;
  readonly answer: SharingAnswer;
  readonly as: string;
};

export type SharingQuestion =
  /** The answer is on record, for those who are to go by it. */
  { readonly type: 'question'; readonly kind: 'sharing-on-record'; readonly answer: Ref };

export const recordAnswerToSharing = (sharing: Sharing, answer: SharingAnswer, as: string): SharingTask => ({
  type: 'task',
  kind: 'record-answer-to-sharing',
  sharing,
  answer,
  as,
});

export const sharingOnRecord = (answer: Ref): SharingQuestion => ({
  type: 'question',
  kind: 'sharing-on-record',
  answer,
});
