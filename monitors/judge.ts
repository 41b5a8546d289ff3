import type { Monitored } from '../domain/evidence.ts';
import type { Facts, Finding, Monitor, ToldFinding } from '../domain/monitor.ts';

/** Lets every monitor judge the same facts. */
export const judgeAll = (monitors: readonly Monitor[], facts: Facts): Monitored[] =>
  monitors.map((monitor) => {
    const { id, kind, sv, en, needs } = monitor;
    const { lookedAt, findings } = monitor.judge(facts);
    const told = {
      type: 'monitored',
      monitor: id,
      kind,
      sv,
      en,
      lookedAt,
      findings: together(findings),
    } as const;
    if (findings.length > 0) return { ...told, verdict: 'fail' };
    if (lookedAt > 0) return { ...told, verdict: 'pass' };
    const reason = facts.unwatched(needs);
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
      const { token, ...told } = example;
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
