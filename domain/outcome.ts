import { EXIT, type ExitCode, type Verdict } from './verdict.ts';

/**
 * What a run came to, by itself. It is never a go: whether a stage may go live is weighed by `readiness` over all gates.
 *
 * - `passed`        all that was played was seen to be as it should
 * - `failed`        something was seen that must not be, or was not seen in time
 * - `inconclusive`  it cannot be told: something could not be looked at, or its outcome is unknown
 * - `broken`        the system under test or the harness could not do its part
 * - `interrupted`   the run was cut off before its end, and nothing had failed until then
 */
export type Outcome = 'passed' | 'failed' | 'inconclusive' | 'broken' | 'interrupted';

/** The outcome of work whose worst verdict this is; `cut` where it did not come to its end. */
export function outcomeOf(verdict: Verdict, { cut = false }: { readonly cut?: boolean } = {}): Outcome {
  if (verdict === 'error') return 'broken';
  if (verdict === 'fail') return 'failed';
  if (cut) return 'interrupted';
  return verdict === 'pass' ? 'passed' : 'inconclusive';
}

/** The exit code of every command that comes to an outcome; a stage that is a go has passed. */
export const exitCodeOf = (outcome: Outcome): ExitCode => EXIT_CODES[outcome];

const EXIT_CODES: Readonly<Record<Outcome, ExitCode>> = {
  passed: EXIT.pass,
  failed: EXIT.fail,
  inconclusive: EXIT.inconclusive,
  broken: EXIT.broken,
  interrupted: EXIT.interrupted,
};
