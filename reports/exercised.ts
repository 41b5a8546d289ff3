import type { ActivityKind } from '../domain/activity.ts';
import type { Vocabulary } from '../domain/area.ts';
import { type Bilingual, both } from '../pages/bilingual.ts';
import type { InstanceResult } from './instances.ts';

/** The kinds of step that were seen to happen at least once. */
export const happenedIn = (instances: readonly InstanceResult[]): ReadonlySet<ActivityKind> =>
  new Set(
    instances.flatMap(({ steps }) =>
      steps.flatMap(({ kind, verdict }) => (kind !== undefined && verdict === 'pass' ? [kind] : [])),
    ),
  );

/** Why a requirement that held says nothing, where it only held because something never happened. */
export function saysNothing(
  shownBy: readonly ActivityKind[],
  happened: ReadonlySet<ActivityKind>,
  vocabulary: Vocabulary,
): Bilingual | undefined {
  for (const kind of shownBy) {
    const facts = vocabulary.of(kind);
    if (facts?.type !== 'question' || facts.saysNothingWithout === undefined) continue;
    const { seen, sv, en } = facts.saysNothingWithout;
    if (!happened.has(seen)) return both(sv, en);
  }
  return undefined;
}
