import { formatPosition, InputError } from '../domain/input-error.ts';
import { thrownInArea } from '../domain/thrown-in-area.ts';
import { SystemError } from '../systems/care-system.ts';
import type { StepResult } from './step-result.ts';

/** What is written outside Genrep breaks at a line of its own, which its writer is to find. */
function brokenHarness(error: unknown): string {
  const place = thrownInArea(error);
  const at = place === undefined ? '' : `${formatPosition(place)}: `;
  if (error instanceof InputError) return `${at}${error.message}`;
  return place === undefined
    ? `Genrep gick sönder: ${messageOf(error)}`
    : `${at}Vårdområdet gick sönder: ${String(error).split('\n')[0]}`;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** An interrupted run is nobody's verdict: it ends the flow. */
function rethrowInterruption(error: unknown): void {
  if (error instanceof Error && error.name === 'AbortError') throw error;
}

/** What is said of a task during which the system, or the harness, broke. */
export function verdictOnBrokenTask(error: unknown): StepResult {
  rethrowInterruption(error);
  if (!(error instanceof SystemError))
    return { verdict: 'error', reason: brokenHarness(error), cause: 'harness' };
  switch (error.kind) {
    case 'wrong-answer':
      return { verdict: 'fail', reason: error.message, cause: 'system' };
    case 'timeout':
    case 'busy':
      return { verdict: 'unknown', reason: error.message, cause: 'system' };
    default:
      return { verdict: 'error', reason: error.message, cause: 'system' };
  }
}

/** The same of a question: no answer in time means that it was not seen. */
export function verdictOnBrokenQuestion(error: unknown): StepResult {
  const result = verdictOnBrokenTask(error);
  return error instanceof SystemError && error.kind === 'timeout' ? { ...result, verdict: 'fail' } : result;
}
