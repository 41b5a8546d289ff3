import type { Ref } from '../../domain/ref.ts';

export type ReferralTask =
  /** Asks the outpatient clinic of the flow to assess the patient. */
  | { readonly type: 'task'; readonly kind: 'send-referral'; readonly question: string; readonly as: string }
  | { readonly type: 'task'; readonly kind: 'accept-referral'; readonly referral: Ref }
  /** Sends it back, since it cannot be assessed as it is. */
  | {
      readonly type: 'task';
      readonly kind: 'return-referral';
      readonly referral: Ref;
      readonly reason: string;
    }
  | {
      readonly type: 'task';
      readonly kind: 'answer-referral';
      readonly referral: Ref;
      readonly answer: string;
    };

export type ReferralQuestion =
  /** It waits at the receiver, with what was asked and when. */
  | { readonly type: 'question'; readonly kind: 'referral-waiting'; readonly referral: Ref }
  /** It waits at the receiver no more. */
  | { readonly type: 'question'; readonly kind: 'referral-dealt-with'; readonly referral: Ref }
  /** The sender reads the answer, word for word. */
  | {
      readonly type: 'question';
      readonly kind: 'referral-answered';
      readonly referral: Ref;
      readonly answer: string;
    }
  /** The sender sees that it came back, and why. */
  | {
      readonly type: 'question';
      readonly kind: 'referral-returned';
      readonly referral: Ref;
      readonly reason: string;
    };

export const sendReferral = (question: string, as: string): ReferralTask => ({
  type: 'task',
  kind: 'send-referral',
  question,
  as,
});
export const acceptReferral = (referral: Ref): ReferralTask => ({
  type: 'task',
  kind: 'accept-referral',
  referral,
});
export const returnReferral = (referral: Ref, reason: string): ReferralTask => ({
  type: 'task',
  kind: 'return-referral',
  referral,
  reason,
});
export const answerReferral = (referral: Ref, answer: string): ReferralTask => ({
  type: 'task',
  kind: 'answer-referral',
  referral,
  answer,
});

export const referralWaiting = (referral: Ref): ReferralQuestion => ({
  type: 'question',
  kind: 'referral-waiting',
  referral,
});
export const referralDealtWith = (referral: Ref): ReferralQuestion => ({
  type: 'question',
  kind: 'referral-dealt-with',
  referral,
});
export const referralAnswered = (referral: Ref, answer: string): ReferralQuestion => ({
  type: 'question',
  kind: 'referral-answered',
  referral,
  answer,
});
export const referralReturned = (referral: Ref, reason: string): ReferralQuestion => ({
  type: 'question',
  kind: 'referral-returned',
  referral,
  reason,
});
