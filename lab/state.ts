import type { ActivityKind } from '../domain/activity.ts';
import {
  CARD_ENDINGS,
  type CardEnding,
  type LabAnswered,
  type LabBookmark,
  type LabCard,
  type LabChecked,
  type LabEvent,
  type LabNote,
  type LabPerson,
  type LabPicture,
  type LabSeat,
  PICTURED,
  type Pictured,
  type Sealed,
} from '../domain/lab-evidence.ts';
import type { Questionnaire } from '../domain/questionnaire.ts';
import type { Milliseconds } from '../domain/time.ts';
import { afterClock, heldUntil, type LabClockState, UNSTARTED } from './clock-state.ts';
import { afterExpected, afterInjected, type InjectState, plannedInject } from './inject-state.ts';

/** All that a lab is at a moment: what its events come to, and nothing else. */
export interface LabState {
  /** How many events it comes of. */
  readonly events: number;
  readonly isOpen: boolean;
  readonly consent: string;
  readonly pace: number;
  readonly idlePace: number;
  readonly clock: LabClockState;
  readonly seats: readonly SeatState[];
  /** In the order in which they were dealt. */
  readonly cards: ReadonlyMap<string, CardState>;
  readonly injects: readonly InjectState[];
  readonly notes: readonly LabNote[];
  /** By step, as {@link cardId}: the place that the facilitator gave it to, or none for a robot. */
  readonly handed: ReadonlyMap<string, string | undefined>;
  /** By {@link staffId}: how many more there are than the shifts have. */
  readonly staffed: ReadonlyMap<string, number>;
  /** What the latest check of each thing showed. */
  readonly checks: readonly LabChecked[];
  readonly answers: readonly LabAnswered[];
  readonly questionnaires: readonly Questionnaire[];
  /** Whether work is over, and people are given the questionnaires. */
  readonly isAsked: boolean;
  readonly bookmarks: readonly LabBookmark[];
  /** What workstations showed, in the order in which it came. */
  readonly pictures: readonly LabPicture[];
  /** What browsers have sent so far. */
  readonly taps: ReadonlySet<string>;
}

export interface SeatState {
  readonly seat: LabSeat;
  /** `free`: nobody has come yet; `gone`: the place was taken away. */
  readonly presence: 'free' | 'here' | 'away' | 'gone';
  readonly dealt: number;
  /** The version of the text that whoever sits there said yes to. */
  readonly consent: string | undefined;
}

/** Something that happened to a card, of which there may be a picture. */
export interface CardMoment {
  readonly of: Pictured;
  readonly at: number;
  /** Whose it was then. */
  readonly seat: string;
}

export interface CardState {
  readonly id: string;
  readonly seat: string;
  readonly instance: string;
  readonly step: number;
  readonly kind: ActivityKind;
  readonly dealtAt: number;
  readonly dealtDayTime: Milliseconds;
  /** When it was the first of its place's cards; none while another is before it. */
  readonly inHandAt: number | undefined;
  /** Real milliseconds that the clock had been held when it came in hand. */
  readonly heldBefore: Milliseconds;
  readonly isOpened: boolean;
  readonly help: number;
  readonly isSaidDone: boolean;
  /** Said to be done while the system did not show it. */
  readonly wasNotShown: boolean;
  /** What was seen of the kind that says something else. */
  readonly otherwise: string | undefined;
  readonly said: readonly Sealed[];
  readonly moments: readonly CardMoment[];
  readonly ending: CardEnding | undefined;
  readonly endedAt: number | undefined;
  /** From when it was in hand to its end, without what the clock was held. */
  readonly took: Milliseconds | undefined;
}

export const CLOSED_LAB: LabState = {
  events: 0,
  isOpen: false,
  consent: '',
  pace: 1,
  idlePace: 1,
  clock: UNSTARTED,
  seats: [],
  cards: new Map(),
  injects: [],
  notes: [],
  handed: new Map(),
  staffed: new Map(),
  checks: [],
  answers: [],
  questionnaires: [],
  isAsked: false,
  bookmarks: [],
  pictures: [],
  taps: new Set(),
};

/** What a lab is after these events. */
export const stateAfter = (events: readonly LabEvent[]): LabState => events.reduce(afterEvent, CLOSED_LAB);

/** What a lab is after one more event. */
export function afterEvent(state: LabState, event: LabEvent): LabState {
  const { clock, taps } = state;
  const next: LabState = {
    ...state,
    events: state.events + 1,
    clock: { ...clock, dayTime: Math.max(clock.dayTime, event.dayTime) },
    taps: event.tap === undefined ? taps : new Set(taps).add(event.tap),
  };
  switch (event.type) {
    case 'lab-opened':
      return {
        ...next,
        isOpen: true,
        consent: event.consent,
        pace: event.pace,
        idlePace: event.idlePace,
        clock: { ...next.clock, dayTime: event.dayTime, heldSince: event.at },
        seats: event.seats.map(emptySeat),
        injects: event.injects.map(plannedInject),
        questionnaires: event.questionnaires ?? [],
      };
    case 'lab-seat-added':
      return { ...next, seats: [...next.seats, emptySeat(event.seat)] };
    case 'lab-person':
      return {
        ...next,
        seats: withSeat(next.seats, event.seat, (seat) => ({
          ...seat,
          presence: PRESENCE_AFTER[event.change],
          consent: event.consent ?? seat.consent,
        })),
      };
    case 'lab-clock':
      return { ...next, clock: afterClock(next.clock, event), pace: event.pace ?? next.pace };
    case 'lab-card':
      return afterCard(next, event);
    case 'lab-injected':
      return { ...next, injects: afterInjected(next.injects, event) };
    case 'lab-expected':
      return { ...next, injects: afterExpected(next.injects, event) };
    case 'lab-handed': {
      const { visit, step, seat } = event;
      return { ...next, handed: new Map(next.handed).set(cardId(visit, step), seat) };
    }
    case 'lab-staffed': {
      const id = staffId(event.unit, event.role);
      return { ...next, staffed: new Map(next.staffed).set(id, (next.staffed.get(id) ?? 0) + event.by) };
    }
    case 'lab-checked':
      return {
        ...next,
        checks: [
          ...next.checks.filter((each) => !(each.what === event.what && each.seat === event.seat)),
          event,
        ],
      };
    case 'lab-note':
      return { ...next, notes: [...next.notes, event] };
    case 'lab-answered':
      return { ...next, answers: [...next.answers, event] };
    case 'lab-asked':
      return { ...next, isAsked: true };
    case 'lab-bookmark':
      return { ...next, bookmarks: [...next.bookmarks, event] };
    case 'lab-picture':
      return { ...next, pictures: [...next.pictures, event] };
  }
}

/** The cards of a place that are not over, the one in hand first. */
export const openCards = (state: LabState, seat?: string): readonly CardState[] =>
  [...state.cards.values()].filter(
    (card) => card.ending === undefined && (seat === undefined || card.seat === seat),
  );

export const seatOf = (state: LabState, id: string): SeatState | undefined =>
  state.seats.find(({ seat }) => seat.id === id);

/** A card by the step that it is of, numbered from one as people do. */
export const cardId = (instance: string, step: number): string => `${instance}.${step + 1}`;

/** Some staff of a unit, as the day's simulation names them. */
export const staffId = (unit: string, role: string): string => `${unit}/${role}`;

const PRESENCE_AFTER: Readonly<Record<LabPerson['change'], SeatState['presence']>> = {
  joined: 'here',
  left: 'away',
  returned: 'here',
  removed: 'gone',
};

const emptySeat = (seat: LabSeat): SeatState => ({ seat, presence: 'free', dealt: 0, consent: undefined });

const withSeat = (
  seats: readonly SeatState[],
  id: string,
  change: (seat: SeatState) => SeatState,
): readonly SeatState[] => seats.map((each) => (each.seat.id === id ? change(each) : each));

function afterCard(state: LabState, event: LabCard): LabState {
  const cards = new Map(state.cards);
  if (event.change === 'dealt') {
    const { seat = '', visit: instance = '', step = 0, kind = '' } = event;
    const isFirst = openCards(state, seat).length === 0;
    cards.set(event.card, {
      ...{ id: event.card, seat, instance, step, kind },
      ...{ dealtAt: event.at, dealtDayTime: event.dayTime },
      inHandAt: isFirst ? event.at : undefined,
      heldBefore: isFirst ? heldUntil(state.clock, event.at) : 0,
      ...{ isOpened: false, help: 0, isSaidDone: false, wasNotShown: false, otherwise: undefined, said: [] },
      moments: [],
      ...{ ending: undefined, endedAt: undefined, took: undefined },
    });
    return {
      ...state,
      cards,
      seats: withSeat(state.seats, seat, (each) => ({ ...each, dealt: each.dealt + 1 })),
    };
  }
  const card = cards.get(event.card);
  if (card === undefined || card.ending !== undefined) return state;
  cards.set(card.id, { ...changed(state, card, event), moments: momentsAfter(card, event) });
  return { ...state, cards: broughtInHand(state, cards, event.at) };
}

function changed(state: LabState, card: CardState, event: LabCard): CardState {
  const said = event.said === undefined ? card.said : [...card.said, event.said];
  const { change } = event;
  switch (change) {
    case 'opened':
      return { ...card, said, isOpened: true };
    case 'help':
      return { ...card, said, help: card.help + 1 };
    case 'said-done':
      return { ...card, said, isSaidDone: true };
    case 'not-shown':
      return { ...card, said, isSaidDone: false, wasNotShown: true };
    case 'otherwise':
      return { ...card, said, otherwise: event.reference };
    case 'moved':
      return { ...card, said, seat: event.seat ?? card.seat, inHandAt: undefined, isOpened: false };
    case 'dealt':
      return card;
    default:
      return {
        ...card,
        said,
        ending: CARD_ENDINGS.find((ending) => ending === change),
        endedAt: event.at,
        took:
          card.inHandAt === undefined
            ? undefined
            : event.at - card.inHandAt - (heldUntil(state.clock, event.at) - card.heldBefore),
      };
  }
}

function momentsAfter({ moments, seat }: CardState, { change, at }: LabCard): readonly CardMoment[] {
  const of = PICTURED.find((each) => each === change);
  return of === undefined ? moments : [...moments, { of, at, seat }];
}

/** The first open card of each place is in hand from now on, where it was not before. */
function broughtInHand(
  state: LabState,
  cards: ReadonlyMap<string, CardState>,
  at: number,
): ReadonlyMap<string, CardState> {
  const found = new Map(cards);
  const busy = new Set([...cards.values()].filter((card) => isInHand(card)).map(({ seat }) => seat));
  for (const card of cards.values()) {
    if (card.ending !== undefined || busy.has(card.seat)) continue;
    busy.add(card.seat);
    found.set(card.id, { ...card, inHandAt: at, heldBefore: heldUntil(state.clock, at) });
  }
  return found;
}

const isInHand = ({ ending, inHandAt }: CardState): boolean => ending === undefined && inHandAt !== undefined;
