import { Vocabulary } from '../domain/area.ts';
import type { RunHistory } from './history.ts';

/** What some runs tell of the kinds of step there were; of two that differ the later run counts. */
export function vocabularyOf(runs: readonly RunHistory[]): Vocabulary {
  const latestLast = runs.toSorted((one, other) => one.beganAt - other.beganAt);
  const facts = new Map(
    latestLast.flatMap(({ started }) => started.activities.map((each) => [each.kind, each] as const)),
  );
  return new Vocabulary([...facts.values()]);
}
