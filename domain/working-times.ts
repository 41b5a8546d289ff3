import type { ActivityKind } from './activity.ts';
import { MINUTE, type Milliseconds } from './time.ts';

/**
 * Hands-on time on the day's clock before the system is touched, per kind of task. All are assumptions (no public
 * source gives times a step); questions take none, since looking is what their limits measure.
 */
const WORKING_TIMES: Partial<Record<ActivityKind, Milliseconds>> = {
  'register-arrival': 3 * MINUTE,
  triage: 5 * MINUTE,
  admit: 5 * MINUTE,
  'call-in': 2 * MINUTE,
  'declare-ready-for-discharge': 5 * MINUTE,
  discharge: 10 * MINUTE,
  'print-document': 1 * MINUTE,
  'record-vitals': 6 * MINUTE,
  'contribute-blood-pressure': 5 * MINUTE,
  'order-test': 2 * MINUTE,
  'collect-specimen': 5 * MINUTE,
  'answer-order': 30 * MINUTE,
  'telephone-critical-answer': 4 * MINUTE,
  'acknowledge-critical-answer': 2 * MINUTE,
  'record-allergy': 2 * MINUTE,
  prescribe: 3 * MINUTE,
  'attempt-to-prescribe': 3 * MINUTE,
  'change-dose': 3 * MINUTE,
  'review-prescription': 6 * MINUTE,
  'give-dose': 5 * MINUTE,
  'write-note': 5 * MINUTE,
  'hand-over-shift': 4 * MINUTE,
  'record-consent': 3 * MINUTE,
  'send-message': 5 * MINUTE,
  'attempt-to-send-message': 5 * MINUTE,
  'acknowledge-message': 3 * MINUTE,
  'call-care-planning': 5 * MINUTE,
  'book-telephone-time': 4 * MINUTE,
};

export const workingTimeOf = (kind: ActivityKind): Milliseconds => WORKING_TIMES[kind] ?? 0;
