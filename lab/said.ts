import type { LabEvent, Sealed } from '../domain/lab-evidence.ts';
import type { Milliseconds } from '../domain/time.ts';
import type { LabSecrets } from './secrets.ts';

/** Words of the lab with what they are about, for those who talk it over afterwards. */
export interface Said {
  readonly dayTime: Milliseconds;
  readonly seat: string;
  /** What was noted, or what the person did with the card. */
  readonly what: string;
  readonly card: string | undefined;
  /** Undefined when the person is forgotten; empty when there were no words. */
  readonly words: string | undefined;
}

/** All notes, and all that participants said of their cards, in order. */
export function saidIn(events: readonly LabEvent[], secrets: Pick<LabSecrets, 'unseal'>): Said[] {
  const opened = (said: Sealed | undefined): string | undefined =>
    said === undefined ? '' : secrets.unseal(said);
  return events.flatMap((event): Said[] => {
    if (event.type === 'lab-note') {
      const { dayTime, seat, kind, card, said } = event;
      return [{ dayTime, seat, what: kind, card, words: opened(said) }];
    }
    if (event.type !== 'lab-card' || event.said === undefined) return [];
    const { dayTime, change, card, said } = event;
    return [{ dayTime, seat: said.of, what: change, card, words: opened(said) }];
  });
}
