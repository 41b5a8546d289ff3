import type { Outcome } from '../domain/outcome.ts';
import type { Verdict } from '../domain/verdict.ts';
import { type Bilingual, both } from '../pages/bilingual.ts';
import type { Readiness } from './readiness.ts';

/** The verdict whose symbol and colour tell what some runs, or a weighed stage, came to. */
export const toneOf = ({ scope, decision, outcome }: Readiness): Verdict =>
  scope === 'stage' ? (decision === 'go' ? 'pass' : 'fail') : TONES[outcome];

/** The verdict whose symbol and colour an outcome has. */
export const TONES: Readonly<Record<Outcome, Verdict>> = {
  passed: 'pass',
  failed: 'fail',
  inconclusive: 'unknown',
  broken: 'error',
  interrupted: 'unknown',
};

/** What an outcome is called in a table. */
export const OUTCOME_TEXTS: Readonly<Record<Outcome, Bilingual>> = {
  passed: both('godkänd', 'passed'),
  failed: both('underkänd', 'failed'),
  inconclusive: both('går inte att avgöra', 'inconclusive'),
  broken: both('bröts av fel', 'broke'),
  interrupted: both('avbruten', 'interrupted'),
};
