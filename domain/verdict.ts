/**
 * What is said of a step, a flow, a requirement or a gate. There is one order and one roll-up, from worst to best;
 * everything that summarises verdicts uses them, so that no summary can be greener than its parts.
 *
 * - `error`        the harness or the system under test broke in a way that leaves nothing to judge
 * - `fail`         something was seen that must not be, or was not seen in time
 * - `unknown`      it cannot be told what happened (a write that timed out and could not be looked up)
 * - `not-covered`  nobody looked, with the reason in words
 * - `pass`         it was looked for and seen
 */
export const VERDICTS = ['error', 'fail', 'unknown', 'not-covered', 'pass'] as const;

export type Verdict = (typeof VERDICTS)[number];

const severity = (verdict: Verdict): number => VERDICTS.indexOf(verdict);

/** The worst of some verdicts; nothing at all is `not-covered`, never `pass`. */
export function worst(verdicts: Iterable<Verdict>): Verdict {
  let result: Verdict | undefined;
  for (const verdict of verdicts) {
    if (result === undefined || severity(verdict) < severity(result)) result = verdict;
  }
  return result ?? 'not-covered';
}

/** How many of each verdict, with a zero for those that did not occur. */
export function countVerdicts(verdicts: Iterable<Verdict>): Record<Verdict, number> {
  const counts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const verdict of verdicts) counts[verdict] += 1;
  return counts;
}

/** Exit codes of every command. */
export const EXIT = {
  pass: 0,
  fail: 1,
  badInput: 2,
  inconclusive: 3,
  broken: 4,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
