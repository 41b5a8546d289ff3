import type { Ref } from '../../domain/ref.ts';

/** The messages of lag (2017:612) om samverkan vid utskrivning, between hospital, primary care and municipality. */
export const COORDINATION_MESSAGES = {
  admission: 'inskrivningsmeddelande',
  'ready-for-discharge': 'meddelande om utskrivningsklar',
  'discharge-information': 'utskrivningsinformation',
} as const;
export type CoordinationMessage = keyof typeof COORDINATION_MESSAGES;

export type CoordinationTask =
  | { readonly type: 'task'; readonly kind: 'record-consent'; readonly decision: 'permit' | 'deny' }
  | {
      readonly type: 'task';
      readonly kind: 'send-message';
      readonly message: CoordinationMessage;
      readonly as: string;
    }
  /** Sends without knowing whether it will be let through; a later step asks what reached the receiver. */
  | {
      readonly type: 'task';
      readonly kind: 'attempt-to-send-message';
      readonly message: CoordinationMessage;
      readonly as: string;
    }
  | { readonly type: 'task'; readonly kind: 'acknowledge-message'; readonly message: Ref }
  /** Calls to samordnad individuell planering (SIP). */
  | { readonly type: 'task'; readonly kind: 'call-care-planning'; readonly as: string };

export type CoordinationQuestion =
  | { readonly type: 'question'; readonly kind: 'message-in-inbox'; readonly message: Ref }
  /** The sender sees that the receiver, and not merely the sending system, has the message. */
  | { readonly type: 'question'; readonly kind: 'message-received'; readonly message: Ref }
  /** Nothing about the patient is in the receiver's inbox. */
  | { readonly type: 'question'; readonly kind: 'nothing-in-inbox' }
  | { readonly type: 'question'; readonly kind: 'care-planning-called'; readonly meeting: Ref };

export const recordConsent = (decision: 'permit' | 'deny'): CoordinationTask => ({
  type: 'task',
  kind: 'record-consent',
  decision,
});
export const sendMessage = (message: CoordinationMessage, as: string): CoordinationTask => ({
  type: 'task',
  kind: 'send-message',
  message,
  as,
});
export const attemptToSendMessage = (message: CoordinationMessage, as: string): CoordinationTask => ({
  type: 'task',
  kind: 'attempt-to-send-message',
  message,
  as,
});
export const acknowledgeMessage = (message: Ref): CoordinationTask => ({
  type: 'task',
  kind: 'acknowledge-message',
  message,
});
export const callCarePlanning = (as: string): CoordinationTask => ({
  type: 'task',
  kind: 'call-care-planning',
  as,
});

export const messageInInbox = (message: Ref): CoordinationQuestion => ({
  type: 'question',
  kind: 'message-in-inbox',
  message,
});
export const messageReceived = (message: Ref): CoordinationQuestion => ({
  type: 'question',
  kind: 'message-received',
  message,
});
export const nothingInInbox = (): CoordinationQuestion => ({ type: 'question', kind: 'nothing-in-inbox' });
export const carePlanningCalled = (meeting: Ref): CoordinationQuestion => ({
  type: 'question',
  kind: 'care-planning-called',
  meeting,
});
