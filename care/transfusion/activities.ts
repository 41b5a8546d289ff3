import type { Ref } from '../../domain/ref.ts';

export type TransfusionTask =
  | { readonly type: 'task'; readonly kind: 'order-blood'; readonly as: string }
  /** The laboratory hands out one bag for the order. */
  | { readonly type: 'task'; readonly kind: 'issue-blood'; readonly order: Ref; readonly as: string }
  /** Somebody holds the bag against the patient, at the bedside, and signs for it. */
  | { readonly type: 'task'; readonly kind: 'check-blood'; readonly bag: Ref }
  | { readonly type: 'task'; readonly kind: 'transfuse'; readonly bag: Ref; readonly as: string }
  /** Gives blood without knowing whether it will be let through: before it is checked by two. */
  | { readonly type: 'task'; readonly kind: 'attempt-to-transfuse'; readonly bag: Ref; readonly as: string }
  /** The same with a bag that was issued for somebody else. */
  | { readonly type: 'task'; readonly kind: 'attempt-wrong-bag'; readonly as: string };

export type TransfusionQuestion =
  /** The ward sees the bag as issued for this patient. */
  | { readonly type: 'question'; readonly kind: 'blood-issued'; readonly bag: Ref }
  | { readonly type: 'question'; readonly kind: 'unchecked-blood-stopped'; readonly attempt: Ref }
  | { readonly type: 'question'; readonly kind: 'wrong-bag-stopped'; readonly attempt: Ref }
  /** The bag that was given, and two who checked it, are on record. */
  | {
      readonly type: 'question';
      readonly kind: 'transfusion-on-record';
      readonly transfusion: Ref;
      readonly bag: Ref;
    };

export const orderBlood = (as: string): TransfusionTask => ({ type: 'task', kind: 'order-blood', as });
export const issueBlood = (order: Ref, as: string): TransfusionTask => ({
  type: 'task',
  kind: 'issue-blood',
  order,
  as,
});
export const checkBlood = (bag: Ref): TransfusionTask => ({ type: 'task', kind: 'check-blood', bag });
export const transfuse = (bag: Ref, as: string): TransfusionTask => ({
  type: 'task',
  kind: 'transfuse',
  bag,
  as,
});
export const attemptToTransfuse = (bag: Ref, as: string): TransfusionTask => ({
  type: 'task',
  kind: 'attempt-to-transfuse',
  bag,
  as,
});
export const attemptWrongBag = (as: string): TransfusionTask => ({
  type: 'task',
  kind: 'attempt-wrong-bag',
  as,
});

export const bloodIssued = (bag: Ref): TransfusionQuestion => ({
  type: 'question',
  kind: 'blood-issued',
  bag,
});
export const uncheckedBloodStopped = (attempt: Ref): TransfusionQuestion => ({
  type: 'question',
  kind: 'unchecked-blood-stopped',
  attempt,
});
export const wrongBagStopped = (attempt: Ref): TransfusionQuestion => ({
  type: 'question',
  kind: 'wrong-bag-stopped',
  attempt,
});
export const transfusionOnRecord = (transfusion: Ref, bag: Ref): TransfusionQuestion => ({
  type: 'question',
  kind: 'transfusion-on-record',
  transfusion,
  bag,
});
