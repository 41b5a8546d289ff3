import type { Ref } from '../../domain/ref.ts';

/** What is written at the patient's home. */
export type Finding =
  | { readonly is: 'fall'; readonly account: string }
  /** mmHg */
  | { readonly is: 'blood-pressure'; readonly systolic: number; readonly diastolic: number };

export type HomeCareTask =
  | { readonly type: 'task'; readonly kind: 'plan-home-visit'; readonly reason: string; readonly as: string }
  /** A nurse delegates the giving of one patient's drugs. */
  | { readonly type: 'task'; readonly kind: 'delegate-drugs'; readonly as: string }
  /** Who is to give them takes the delegation on; it is that person's and nobody else's. */
  | {
      readonly type: 'task';
      readonly kind: 'accept-delegation';
      readonly delegation: Ref;
      readonly as: string;
    }
  /** Kept on the device, as there is no network. */
  | {
      readonly type: 'task';
      readonly kind: 'write-without-network';
      readonly finding: Finding;
      /** How many minutes the device's clock is ahead. */
      readonly clockAhead: number;
      readonly as: string;
    }
  | {
      readonly type: 'task';
      readonly kind: 'give-without-network';
      readonly prescription: Ref;
      readonly as: string;
    }
  /** Gives a dose on line without knowing whether it will be let through. */
  | {
      readonly type: 'task';
      readonly kind: 'attempt-to-give-at-home';
      readonly prescription: Ref;
      readonly as: string;
    }
  /** The network is back: what waits on the device is sent. */
  | {
      readonly type: 'task';
      readonly kind: 'send-from-device';
      readonly entry: Ref;
      /** The answer is lost on the way, so that the device does not know and sends again. */
      readonly answerLost: boolean;
      readonly as: string;
    };

export type HomeCareQuestion =
  /** What was written at home stands in the record as it was written, once. */
  | { readonly type: 'question'; readonly kind: 'home-entry-on-record'; readonly entry: Ref }
  | { readonly type: 'question'; readonly kind: 'home-dose-once'; readonly dose: Ref }
  /** What was measured at home stands before what was measured after it, whatever the device's clock said. */
  | {
      readonly type: 'question';
      readonly kind: 'measured-before';
      readonly earlier: Ref;
      readonly later: Ref;
    }
  /** Somebody else had given the same dose; who gave it second is told. */
  | { readonly type: 'question'; readonly kind: 'told-given-twice'; readonly dose: Ref }
  /** The list of drugs at home says how old it is. */
  | { readonly type: 'question'; readonly kind: 'list-age-told'; readonly prescription: Ref }
  /** A drug that was stopped meanwhile is told of as stopped. */
  | { readonly type: 'question'; readonly kind: 'told-drug-stopped'; readonly prescription: Ref };

export const planHomeVisit = (reason: string, as: string): HomeCareTask => ({
  type: 'task',
  kind: 'plan-home-visit',
  reason,
  as,
});
export const delegateDrugs = (as: string): HomeCareTask => ({ type: 'task', kind: 'delegate-drugs', as });
export const acceptDelegation = (delegation: Ref, as: string): HomeCareTask => ({
  type: 'task',
  kind: 'accept-delegation',
  delegation,
  as,
});
export const writeWithoutNetwork = (finding: Finding, as: string, clockAhead = 0): HomeCareTask => ({
  type: 'task',
  kind: 'write-without-network',
  finding,
  clockAhead,
  as,
});
export const giveWithoutNetwork = (prescription: Ref, as: string): HomeCareTask => ({
  type: 'task',
  kind: 'give-without-network',
  prescription,
  as,
});
export const attemptToGiveAtHome = (prescription: Ref, as: string): HomeCareTask => ({
  type: 'task',
  kind: 'attempt-to-give-at-home',
  prescription,
  as,
});
export const sendFromDevice = (entry: Ref, as: string, answerLost = false): HomeCareTask => ({
  type: 'task',
  kind: 'send-from-device',
  entry,
  answerLost,
  as,
});

export const homeEntryOnRecord = (entry: Ref): HomeCareQuestion => ({
  type: 'question',
  kind: 'home-entry-on-record',
  entry,
});
export const homeDoseOnce = (dose: Ref): HomeCareQuestion => ({
  type: 'question',
  kind: 'home-dose-once',
  dose,
});
export const measuredBefore = (earlier: Ref, later: Ref): HomeCareQuestion => ({
  type: 'question',
  kind: 'measured-before',
  earlier,
  later,
});
export const toldGivenTwice = (dose: Ref): HomeCareQuestion => ({
  type: 'question',
  kind: 'told-given-twice',
  dose,
});
export const listAgeTold = (prescription: Ref): HomeCareQuestion => ({
  type: 'question',
  kind: 'list-age-told',
  prescription,
});
export const toldDrugStopped = (prescription: Ref): HomeCareQuestion => ({
  type: 'question',
  kind: 'told-drug-stopped',
  prescription,
});
