import { type Failure, failureKey } from './failures.ts';
import type { Summary } from './verdicts.ts';

/** What earlier runs say of a failure. */
export interface Stability {
  /**
   * - `unknown`  no earlier run looked at the step
   * - `new`      it was looked at before and never failed
   * - `steady`   it has failed in every earlier run that looked, and in every instance now
   * - `flaky`    it has failed sometimes: in some earlier runs and not in others, or not in every instance
   */
  readonly is: 'unknown' | 'new' | 'steady' | 'flaky';
  /** The first run in which it failed, this one included. */
  readonly firstSeen: string;
  /** In how many of the earlier runs that looked it failed. */
  readonly failedIn: number;
  readonly lookedIn: number;
}

/** Tells of each failure whether it is new, from earlier runs of the same stage, the oldest first. */
export function stabilityIn(current: Summary, earlier: readonly Summary[]): Map<string, Stability> {
  const before = earlier.map((summary) => ({
    run: runOf(summary),
    failed: new Set(summary.failures.map(failureKey)),
    looked: lookedAt(summary),
  }));
  return new Map(
    current.failures.map((failure) => {
      const key = failureKey(failure);
      const looked = before.filter(
        ({ looked, failed }) =>
          failed.has(key) || looked.has(`${failure.flow.id} ${failure.step?.index ?? ''}`),
      );
      const failed = looked.filter((run) => run.failed.has(key));
      return [
        key,
        {
          is: kindOf(failure, looked.length, failed.length),
          firstSeen: failed[0]?.run ?? runOf(current),
          failedIn: failed.length,
          lookedIn: looked.length,
        },
      ];
    }),
  );
}

function kindOf({ count, of }: Failure, looked: number, failed: number): Stability['is'] {
  if (looked === 0) return 'unknown';
  if (failed === 0) return 'new';
  return failed === looked && count === of ? 'steady' : 'flaky';
}

const runOf = ({ runs }: Summary): string => runs.map(({ started }) => started.run).join(' + ');

const lookedAt = ({ instances }: Summary): Set<string> =>
  new Set(
    instances.flatMap(({ flow, steps }) => [
      `${flow.id} `,
      ...steps.filter(({ coverage }) => coverage === 'observed').map(({ index }) => `${flow.id} ${index}`),
    ]),
  );
