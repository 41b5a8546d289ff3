import type { Dose } from './fault.ts';

/** What decides whose turn it is beside how many there have been. */
export interface Moment {
  /** Epoch milliseconds. */
  readonly now: number;
  /** Requests under way. */
  readonly underWay: number;
}

/**
 * Whose turn it is: the first, and then every n-th new subject, as far as the dose lets it; the same subject always gets
 * the same answer.
 */
export function createTurns(
  dose: Dose,
  startedAt: number,
): (subject: string | undefined, moment: Moment) => boolean {
  const decided = new Map<string, boolean>();
  let chances = 0;
  let seen = 0;
  let struck = 0;
  let lastsUntil = 0;

  function decide({ now, underWay }: Moment): boolean {
    chances += 1;
    if (now < lastsUntil) return true;
    if (underWay <= (dose.aboveLoad ?? -1)) return false;
    if (chances < (dose.fromChance ?? 0) || now - startedAt < (dose.fromSecond ?? 0) * 1_000) return false;
    const turn = seen % dose.every === 0 && struck < (dose.times ?? Number.POSITIVE_INFINITY);
    seen += 1;
    if (!turn) return false;
    struck += 1;
    if (dose.lasts !== undefined) lastsUntil = now + dose.lasts * 1_000;
    return true;
  }

  return (subject, moment) => {
    const earlier = subject === undefined ? undefined : decided.get(subject);
    if (earlier !== undefined) return earlier;
    const turn = decide(moment);
    if (subject !== undefined) decided.set(subject, turn);
    return turn;
  };
}
