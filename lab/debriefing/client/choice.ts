import type { Bilingual } from '../../../pages/bilingual.ts';
import { MOMENT_KINDS, type Moment, type MomentKind, type Timeline } from '../timeline.ts';

/** What of a timeline is looked at; an empty text is all. */
export interface Choice {
  readonly seat: string;
  readonly visit: string;
  readonly handOver: string;
  readonly kinds: readonly MomentKind[];
  readonly hidesNames: boolean;
}

/** Everybody, and what they did; the system's and the robots' steps are many, and are asked for. */
export const AT_FIRST: Choice = {
  ...{ seat: '', visit: '', handOver: '', hidesNames: false },
  kinds: MOMENT_KINDS.filter((kind) => kind !== 'system'),
};

/** What belongs to everybody, as the clock, is seen whoever is chosen. */
export function chosenMoments({ moments }: Timeline, choice: Choice): readonly Moment[] {
  const fits = (wanted: string, is: string | undefined, ofAll: boolean): boolean =>
    wanted === '' || is === wanted || (ofAll && is === undefined);
  const visits = visitsOf(moments, choice);
  return moments.filter(
    ({ kind, seat, visit, handOver }) =>
      (choice.kinds.includes(kind) || (handOver !== undefined && handOver === choice.handOver)) &&
      fits(choice.seat, seat, kind === 'clock' || kind === 'inject' || kind === 'bookmark') &&
      fits(choice.visit, visit, kind === 'clock' || kind === 'bookmark') &&
      (choice.handOver === '' || handOver === choice.handOver || visits.has(visit ?? '')),
  );
}

/** A hand-over is seen with what happened to its patients. */
const visitsOf = (moments: readonly Moment[], { handOver }: Choice): ReadonlySet<string> =>
  new Set(moments.flatMap((moment) => (moment.handOver === handOver ? (moment.visit ?? []) : [])));

/** A place by its name, or by its role alone. */
export function seatName({ seats }: Timeline, id: string, { hidesNames }: Choice): Bilingual {
  const seat = seats.find((each) => each.id === id);
  return (hidesNames ? seat?.hidden : seat?.text) ?? { sv: id, en: id };
}

/** The same with where it is; nothing of what is nobody's. */
export function seatText(timeline: Timeline, id: string | undefined, choice: Choice): Bilingual {
  const unitName = timeline.seats.find((each) => each.id === id)?.unitName;
  if (id === undefined || unitName === undefined) return { sv: '', en: '' };
  const { sv, en } = seatName(timeline, id, choice);
  return { sv: `${sv}, ${unitName}`, en: `${en}, ${unitName}` };
}
