import { VERDICT_TEXTS } from '../../pages/verdict.ts';
import type { DrillResult } from './measure-drill.ts';
import { namedNumbers } from './words.ts';

/** Drills in a terminal: each with its checks, and what speaks against those that did not hold. */
export const drillLines = (drills: readonly DrillResult[]): string[] =>
  drills.flatMap(({ opened, checks, verdict }) => [
    `  ${VERDICT_TEXTS[verdict].symbol} Övning  ${opened.sv}`,
    ...checks.flatMap(({ words, measured, against, verdict: own }) => [
      `      ${VERDICT_TEXTS[own].symbol} ${words.sv}: ${measured.sv}`,
      ...(own === 'pass' || against.length === 0 ? [] : [`          ${namedNumbers(against)}`]),
    ]),
  ]);
