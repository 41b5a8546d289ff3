import type { Outcome } from '../domain/outcome.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { Readiness } from './readiness.ts';

/** The verdict whose symbol and colour tell what some runs, or a weighed stage, came to. */
export const toneOf = ({ scope, decision, outcome }: Readiness): Verdict =>
  scope === 'stage' ? (decision === 'go' ? 'pass' : 'fail') : TONES[outcome];

/** The verdict whose symbol and colour an outcome has. */
const TONES: Readonly<Record<Outcome, Verdict>> = {
  passed: 'pass',
  failed: 'fail',
  inconclusive: 'unknown',
  broken: 'error',
  interrupted: 'unknown',
};
