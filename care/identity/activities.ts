import type { Ref } from '../../domain/ref.ts';

export type IdentityTask =
  /** Somebody whose name nobody knows gets a record of their own, under a reserve number. */
  | { readonly type: 'task'; readonly kind: 'register-unknown'; readonly as: string }
  | {
      readonly type: 'task';
      readonly kind: 'note-on-unknown';
      readonly unknown: Ref;
      readonly text: string;
      readonly as: string;
    }
  /** The unknown is the patient of the flow: the two records belong together from now on. */
  | { readonly type: 'task'; readonly kind: 'join-records'; readonly unknown: Ref }
  /** They were not the same: each has a record of their own again. */
  | { readonly type: 'task'; readonly kind: 'part-records'; readonly unknown: Ref };

export type IdentityQuestion =
  /** From the patient's record, what was written about the unknown is found too. */
  | {
      readonly type: 'question';
      readonly kind: 'histories-together';
      readonly unknown: Ref;
      readonly note: Ref;
    }
  /** What was written about the unknown is with the unknown, and not with the patient. */
  | {
      readonly type: 'question';
      readonly kind: 'histories-apart';
      readonly unknown: Ref;
      readonly note: Ref;
    };

export const registerUnknown = (as: string): IdentityTask => ({ type: 'task', kind: 'register-unknown', as });
export const noteOnUnknown = (unknown: Ref, text: string, as: string): IdentityTask => ({
  type: 'task',
  kind: 'note-on-unknown',
  unknown,
  text,
  as,
});
export const joinRecords = (unknown: Ref): IdentityTask => ({ type: 'task', kind: 'join-records', unknown });
export const partRecords = (unknown: Ref): IdentityTask => ({ type: 'task', kind: 'part-records', unknown });

export const historiesTogether = (unknown: Ref, note: Ref): IdentityQuestion => ({
  type: 'question',
  kind: 'histories-together',
  unknown,
  note,
});
export const historiesApart = (unknown: Ref, note: Ref): IdentityQuestion => ({
  type: 'question',
  kind: 'histories-apart',
  unknown,
  note,
});
