import type { EvidenceEvent, RunStarted } from '../../domain/evidence.ts';
import { isLabEvent, type LabEvent, type LabPicture, type Sealed } from '../../domain/lab-evidence.ts';
import { ROLES } from '../../domain/role.ts';
import { both } from '../../pages/bilingual.ts';
import type { LabSecrets } from '../secrets.ts';
import { stateAfter } from '../state.ts';
import { bookmarkText, type KeptBookmark } from './bookmarks.ts';
import { momentOf } from './moments.ts';
import { systemMoments } from './system-moments.ts';
import type { CardSpan, Moment, Picture, Timeline } from './timeline.ts';

/** How a sealed text is opened: undefined when its key is gone, as is then the code of its place. */
export type Unseal = Pick<LabSecrets, 'unseal' | 'codeOf'>;

/**
 * One line of time for a lab that was: its clock, people, cards, injects and notes, what the system did for the patients
 * whom people had cards of, and the bookmarks that were set then or afterwards. Undefined of a run that was no lab.
 */
export function timelineOf(
  events: readonly EvidenceEvent[],
  secrets: Unseal,
  kept: readonly KeptBookmark[] = [],
): Timeline | undefined {
  const [started] = events;
  const lab = events.filter(isLabEvent);
  const [first, last] = [lab[0], lab.at(-1)];
  if (started?.type !== 'run-started' || first === undefined || last === undefined) return undefined;
  const words = (said: Sealed | undefined): Pick<Moment, 'words'> =>
    said === undefined ? {} : { words: secrets.unseal(said) ?? null };
  const cards = cardsIn(lab, started, last.at);
  const pictures = picturesIn(lab, secrets);
  const visits = new Set(cards.map(({ visit }) => visit));
  const { moments: ofSystem, handOvers } = systemMoments(events, visits);
  const told = new Map(cards.map((card) => [card.id, card]));
  const moments = [
    ...lab.flatMap((event) =>
      momentOf(event, told.get('card' in event ? (event.card ?? '') : ''), words).map((moment) => ({
        ...moment,
        ...pictures(event),
      })),
    ),
    ...kept.map(
      (bookmark): Omit<Moment, 'id'> => ({
        ...{ at: bookmark.at, dayTime: bookmark.dayTime, kind: 'bookmark', tone: 'plain' },
        ...{ text: bookmarkText(bookmark.text), bookmark: bookmark.id },
        ...(bookmark.seat === undefined ? {} : { seat: bookmark.seat }),
        ...words(bookmark.said),
      }),
    ),
    ...ofSystem,
  ];
  return {
    ...{ title: started.title, run: started.run, from: first.at, to: last.at, handOvers, cards },
    clock: lab.map(({ at, dayTime }) => [at, dayTime] as const),
    seats: stateAfter(lab).seats.map(({ seat: { id, pseudonym, role, unitName } }) => ({
      ...{ id, text: both(pseudonym, pseudonym), unitName },
      hidden: both(ROLES[role].title, ROLES[role].en.replace(/^the /, '')),
    })),
    visits: visitsOf(events, started, visits),
    moments: moments
      .toSorted((one, other) => one.at - other.at)
      .map((moment, index) => ({ ...moment, id: `m-${index + 1}` })),
  };
}

/** Finds the picture of what happened to a card. */
function picturesIn(lab: readonly LabEvent[], secrets: Unseal): (event: LabEvent) => Pick<Moment, 'picture'> {
  const taken = new Map(
    lab.flatMap((event) =>
      event.type === 'lab-picture' ? [[`${event.card} ${event.of} ${event.happenedAt}`, event]] : [],
    ),
  );
  return (event) => {
    if (event.type !== 'lab-card') return {};
    const picture = taken.get(`${event.card} ${event.change} ${event.at}`);
    return picture === undefined ? {} : { picture: shownOf(picture, secrets) };
  };
}

function shownOf({ seat, sha256, withheld }: LabPicture, secrets: Unseal): Picture {
  if (secrets.codeOf(seat) === undefined) return { withheld: 'forgotten' };
  return sha256 === undefined ? { withheld: withheld ?? 'closed' } : { id: sha256 };
}

function cardsIn(lab: readonly LabEvent[], { activities }: RunStarted, end: number): readonly CardSpan[] {
  const words = new Map(activities.map((facts) => [facts.kind, facts]));
  return [...stateAfter(lab).cards.values()].map((card) => {
    const { sv = card.kind, en = card.kind } = words.get(card.kind) ?? {};
    return {
      ...{ id: card.id, seat: card.seat, visit: card.instance, text: both(sv, en) },
      ...{ from: card.inHandAt ?? card.dealtAt, to: card.endedAt ?? end },
      came: card.ending === 'shown' ? 'done' : card.ending === 'stuck' ? 'stuck' : 'other',
    };
  });
}

function visitsOf(
  events: readonly EvidenceEvent[],
  { flows }: RunStarted,
  visits: ReadonlySet<string>,
): Timeline['visits'] {
  const names = new Map(flows.map(({ id, name }) => [id, name]));
  return events.flatMap((event) => {
    if (event.type !== 'flow-started' || !visits.has(event.instance)) return [];
    const told = `${event.instance}: ${names.get(event.flow) ?? event.flow}`;
    return [{ id: event.instance, text: both(told, told) }];
  });
}
