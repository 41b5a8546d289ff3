import type { HopedFor } from '../../domain/refusal.ts';

/** What an attempt to prescribe is meant to meet; what it was stopped for is asked by the step after. */
export const STOPPED: HopedFor = { kinds: ['rule', 'unsaid'], because: 'läkemedlet inte passar patienten' };
