import type { Monitored } from '../domain/evidence.ts';
import type { Facts, Finding, Judgement, Monitor, ToldFinding } from '../domain/monitor.ts';

/** Lets every monitor judge the same facts; what follows from another's finding is told as that. */
export function judgeAll(monitors: readonly Monitor[], facts: Facts): Monitored[] {
  const judged = monitors.map((monitor) => ({ monitor, judgement: monitor.judge(facts) }));
  const things = new Map(judged.map(({ monitor, judgement }) => [monitor.id, namesIn(judgement)]));
  return judged.map(({ monitor, judgement: { lookedAt, findings } }) => {
    const { id, kind, sv, en, needs, follows = [] } = monitor;
    const explained = findings.map((finding) => ({
      finding,
      follows: follows.find((other) => namesOf(finding).some((name) => things.get(other)?.has(name))),
    }));
    const told = {
      type: 'monitored',
      monitor: id,
      kind,
      sv,
      en,
      lookedAt,
      findings: together(explained),
    } as const;
    if (explained.some((each) => each.follows === undefined)) return { ...told, verdict: 'fail' };
    if (findings.length > 0) return { ...told, verdict: 'unknown' };
    if (lookedAt > 0) return { ...told, verdict: 'pass' };
    const reason = facts.unwatched(needs);
    return reason === undefined
      ? { ...told, verdict: 'not-exercised' }
      : { ...told, verdict: 'not-covered', reason };
  });
}

/** The names of all that something was wrong with. */
const namesIn = ({ findings }: Judgement): ReadonlySet<string> => new Set(findings.flatMap(namesOf));

/** What the system calls the thing that a finding is about, and the mark of the step that wrote it. */
const namesOf = ({ reference, token }: Finding): string[] =>
  [reference, token].filter((name) => name !== undefined);

interface Explained {
  readonly finding: Finding;
  readonly follows: string | undefined;
}

/** Equal causes as one finding with how many there were and the first as example; those that explain others first. */
function together(explained: readonly Explained[]): ToldFinding[] {
  const groups = Map.groupBy(explained, ({ finding: { component, kind = '', cause }, follows = '' }) =>
    [component, kind, cause, follows].join(' '),
  );
  return [...groups.values()]
    .flatMap((group): ToldFinding[] => {
      const [example] = group;
      if (example === undefined) return [];
      const { token, ...told } = example.finding;
      const { follows } = example;
      const step = stepIn(token);
      return [
        {
          ...told,
          count: group.length,
          ...(follows === undefined ? {} : { follows }),
          ...(step === undefined ? {} : { step }),
        },
      ];
    })
    .sort((a, b) => Number(a.follows !== undefined) - Number(b.follows !== undefined) || b.count - a.count);
}

/** A token ends with the number of its step, from one. */
function stepIn(token: string | undefined): number | undefined {
  const step = Number(token?.slice(token.lastIndexOf('.') + 1)) - 1;
  return Number.isInteger(step) && step >= 0 ? step : undefined;
}
