import type { Facts, Finding, Monitor, MonitorVerdict, ToldFinding } from '../domain/monitor.ts';

/** What one monitor says of a run. */
export interface Monitored {
  readonly monitor: Monitor;
  readonly verdict: MonitorVerdict;
  readonly lookedAt: number;
  /** Why it could not look, in Swedish. */
  readonly reason?: string;
  /** Equal causes are one, the most frequent first. */
  readonly findings: readonly ToldFinding[];
}

/** Lets every monitor judge the same facts. */
export const judgeAll = (monitors: readonly Monitor[], facts: Facts): Monitored[] =>
  monitors.map((monitor) => {
    const { lookedAt, findings } = monitor.judge(facts);
    const told = { monitor, lookedAt, findings: together(findings) };
    if (findings.length > 0) return { ...told, verdict: 'fail' };
    if (lookedAt > 0) return { ...told, verdict: 'pass' };
    const reason = facts.unwatched(monitor.needs);
    return reason === undefined
      ? { ...told, verdict: 'not-exercised' }
      : { ...told, verdict: 'not-covered', reason };
  });

/** Equal causes as one finding with how many there were and the first as example. */
function together(findings: readonly Finding[]): ToldFinding[] {
  const groups = Map.groupBy(findings, ({ component, kind = '', cause }) =>
    [component, kind, cause].join(' '),
  );
  return [...groups.values()]
    .flatMap((group): ToldFinding[] => {
      const [example] = group;
      if (example === undefined) return [];
      const { cause: _, token, ...told } = example;
      const step = stepIn(token);
      return [{ ...told, count: group.length, ...(step === undefined ? {} : { step }) }];
    })
    .sort((a, b) => b.count - a.count);
}

/** A token ends with the number of its step, from one. */
function stepIn(token: string | undefined): number | undefined {
  const step = Number(token?.slice(token.lastIndexOf('.') + 1)) - 1;
  return Number.isInteger(step) && step >= 0 ? step : undefined;
}
