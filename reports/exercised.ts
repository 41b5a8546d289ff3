import type { ActivityKind } from '../domain/activity.ts';
import { type Bilingual, both } from '../pages/bilingual.ts';
import type { InstanceResult } from './instances.ts';

/**
 * What must have happened at least once before its absence elsewhere says anything: a system whose alarms are dead
 * passes every test that no alarm goes off.
 */
const SAYS_NOTHING_WITHOUT: Readonly<
  Partial<Record<ActivityKind, { kind: ActivityKind; reason: Bilingual }>>
> = {
  'no-early-warning': {
    kind: 'early-warning-raised',
    reason: both(
      'Ingen varning gick en enda gång, så att den uteblev här säger inget.',
      'No warning was raised even once, so its absence here says nothing.',
    ),
  },
  'prescription-without-warning': {
    kind: 'prescription-stopped',
    reason: both(
      'Ingen ordination stoppades en enda gång, så att ingen varning kom här säger inget.',
      'No prescription was stopped even once, so the absence of a warning here says nothing.',
    ),
  },
  'nothing-in-inbox': {
    kind: 'message-in-inbox',
    reason: both(
      'Inget meddelande kom fram en enda gång, så att inget kom fram här säger inget.',
      'No message arrived even once, so that nothing arrived here says nothing.',
    ),
  },
};

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
): Bilingual | undefined {
  for (const kind of shownBy) {
    const needed = SAYS_NOTHING_WITHOUT[kind];
    if (needed !== undefined && !happened.has(needed.kind)) return needed.reason;
  }
  return undefined;
}
