import type { HopedFor } from '../../domain/refusal.ts';

/** What an attempt to prescribe is meant to meet; what it was stopped for is asked by the step after. */
export const STOPPED: HopedFor = { kinds: ['rule', 'unsaid'], because: 'läkemedlet inte passar patienten' };

/** What an attempt to prescribe a weekly drug for every day is meant to meet. */
export const NOT_DAILY: HopedFor = {
  kinds: ['rule', 'unsaid'],
  because: 'läkemedlet ges en gång i veckan',
  words: ['i veckan', 'veckodos', 'weekly', 'once a week'],
};
