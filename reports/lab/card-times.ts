import type { CardState } from '../../lab/state.ts';
import type { RunHistory } from '../history.ts';
import type { TimeSeen } from './kaplan-meier.ts';

/** When the clock was held, or the lab was cut off; real time. */
export interface Hold {
  readonly from: number;
  readonly to: number;
}

export function holdsIn({ lab: events = [], resumed }: Pick<RunHistory, 'lab' | 'resumed'>): readonly Hold[] {
  const holds: Hold[] = resumed.map(({ cutOffAt }) => ({
    from: cutOffAt,
    to: events.find(({ at }) => at > cutOffAt)?.at ?? Number.POSITIVE_INFINITY,
  }));
  let from: number | undefined;
  for (const event of events) {
    if (event.type === 'lab-opened') from = event.at;
    if (event.type !== 'lab-clock') continue;
    if (event.change === 'held') from ??= event.at;
    if (event.change === 'continued' && from !== undefined) {
      holds.push({ from, to: event.at });
      from = undefined;
    }
  }
  if (from !== undefined) holds.push({ from, to: Number.POSITIVE_INFINITY });
  return holds.filter((hold) => hold.to > hold.from);
}

/**
 * How long a person had a card in hand until the system showed it. Who gave up, whose card went to a robot, and whose
 * clock was held meanwhile, of them it is known only that it takes longer: what people did while the clock stood, nobody
 * knows. Undefined of a card that was never in hand while the clock went.
 */
export function timeOfCard(card: CardState, holds: readonly Hold[]): TimeSeen | undefined {
  const { inHandAt, endedAt, ending } = card;
  if (inHandAt === undefined || endedAt === undefined) return undefined;
  const before = holds.find(({ from, to }) => from <= inHandAt && inHandAt < to);
  const from = before?.to ?? inHandAt;
  const hold = holds.find((each) => each.from >= from && each.from < endedAt);
  const time = (hold?.from ?? endedAt) - from;
  return time > 0 ? { time, isEnded: ending === 'shown' && hold === undefined } : undefined;
}
