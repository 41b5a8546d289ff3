import { CRITICAL_ERRORS, type LabEvent, type LabNote, type LabSeat } from '../../domain/lab-evidence.ts';
import { ROLES } from '../../domain/role.ts';
import { type CardState, type LabState, stateAfter } from '../../lab/state.ts';
import type { RunHistory } from '../history.ts';
import { type Estimated, geometricMeanOf, meanOf, onScale, shareOf } from './intervals.ts';
import { type AnswersResult, measureAnswers } from './questionnaires/measure-answers.ts';

/** What came of people's cards at one kind of place. */
export interface LabPart {
  readonly role: { readonly sv: string; readonly en: string };
  readonly unitName: string;
  readonly people: number;
  /** Those that a person brought to an end; what a robot took over for another reason is not among them. */
  readonly cards: number;
  readonly unaided: number;
  readonly helped: number;
  readonly stuck: number;
  readonly unverifiable: number;
  /** Said to be done while the system did not show it. */
  readonly notShown: number;
  /** The system showed something else of the kind. */
  readonly otherwise: number;
  readonly success: Estimated | undefined;
  /** Answers to the single ease question, one to seven. */
  readonly ease: Estimated | undefined;
  /** A person's time from a card in hand to what the system shows, over the time that the day has for the step. */
  readonly friction: Estimated | undefined;
}

/** What people did in the labs of some runs. */
export interface LabResult {
  readonly people: number;
  readonly parts: readonly LabPart[];
  readonly all: LabPart;
  readonly notes: readonly { readonly kind: LabNote['kind']; readonly count: number }[];
  readonly critical: number;
  /** By person: how many cards were done without help. */
  readonly unaidedBy: readonly { readonly role: LabSeat['role']; readonly cards: number }[];
  /** What people answered when the day was over. */
  readonly answers: readonly AnswersResult[];
}

interface Measured {
  readonly seat: LabSeat;
  readonly card: CardState;
  readonly ease: number | undefined;
  readonly friction: number | undefined;
}

/** Nothing of runs that were no labs, and of labs that nobody came to. */
export function measureLabs(runs: readonly RunHistory[]): LabResult | undefined {
  const labs = runs.flatMap((run) => (run.lab === undefined ? [] : [{ run, state: stateAfter(run.lab) }]));
  const came = labs.flatMap(({ run, state }) => whoCame(run, state));
  if (came.length === 0) return undefined;
  const people = came.map(({ run, state, seat }) => ({ seat, cards: cardsOf(run, state, seat) }));
  const groups = Map.groupBy(people, ({ seat }) => `${seat.role} ${seat.unit}`);
  const notes = labs.flatMap(({ state }) => state.notes);
  const kinds = Map.groupBy(notes, ({ kind }) => kind);
  return {
    people: people.length,
    parts: [...groups.values()].map(partOf),
    all: partOf(people),
    notes: [...kinds].map(([kind, own]) => ({ kind, count: own.length })),
    critical: notes.filter(({ kind }) => isCritical(kind)).length,
    unaidedBy: people.map(({ seat, cards }) => ({
      role: seat.role,
      cards: cards.filter(({ card }) => isUnaided(card)).length,
    })),
    answers: measureAnswers(came),
  };
}

/** How many cards each person of a lab did without help; nobody where the run was no lab. */
export const unaidedIn = (run: RunHistory): { readonly seat: LabSeat; readonly cards: number }[] =>
  run.lab === undefined
    ? []
    : whoCame(run, stateAfter(run.lab)).map(({ state, seat }) => ({
        seat,
        cards: cardsOf(run, state, seat).filter(({ card }) => isUnaided(card)).length,
      }));

function whoCame(run: RunHistory, state: LabState) {
  const joined = joinedIn(run.lab ?? []);
  return state.seats.flatMap(({ seat }) => (joined.has(seat.id) ? [{ run, state, seat }] : []));
}

export const isCritical = (kind: LabNote['kind']): boolean =>
  CRITICAL_ERRORS.some((critical) => critical === kind);

const joinedIn = (events: readonly LabEvent[]): ReadonlySet<string> =>
  new Set(
    events.flatMap((event) => (event.type === 'lab-person' && event.change === 'joined' ? [event.seat] : [])),
  );

/** Done, and neither helped with nor said to be done before it was. */
export const isUnaided = ({ ending, help, wasNotShown }: CardState): boolean =>
  ending === 'shown' && help === 0 && !wasNotShown;

function cardsOf(run: RunHistory, state: LabState, seat: LabSeat): Measured[] {
  return [...state.cards.values()]
    .filter((card) => card.seat === seat.id && card.ending !== undefined && card.ending !== 'taken-back')
    .map((card) => {
      const ease = state.answers.find((answer) => answer.instrument === 'seq' && answer.card === card.id);
      const flow = run.instances.find(({ instance }) => instance === card.instance)?.flow;
      const planned = flow?.steps[card.step]?.workingTime ?? 0;
      return {
        ...{ seat, card, ease: ease?.items[0] ?? undefined },
        friction:
          card.ending === 'shown' && planned > 0 && (card.took ?? 0) > 0
            ? (card.took ?? 0) / planned
            : undefined,
      };
    });
}

function partOf(people: readonly { readonly seat: LabSeat; readonly cards: readonly Measured[] }[]): LabPart {
  const measured = people.flatMap(({ cards }) => cards);
  const count = (holds: (card: CardState) => boolean): number =>
    measured.filter(({ card }) => holds(card)).length;
  const [first] = people;
  const role = first === undefined ? undefined : ROLES[first.seat.role];
  const unaided = count(isUnaided);
  return {
    role: { sv: role?.title ?? '', en: role?.en.replace(/^the /, '') ?? '' },
    unitName: first?.seat.unitName ?? '',
    people: people.length,
    cards: measured.length,
    unaided,
    helped: count(({ help }) => help > 0),
    stuck: count(({ ending }) => ending === 'stuck'),
    unverifiable: count(({ ending }) => ending === 'unverifiable'),
    notShown: count(({ wasNotShown }) => wasNotShown),
    otherwise: count(({ otherwise }) => otherwise !== undefined),
    success: shareOf(unaided, measured.length),
    ease: onScale(meanOf(measured.flatMap(({ ease }) => ease ?? [])), [1, 7]),
    friction: geometricMeanOf(measured.flatMap(({ friction }) => friction ?? [])),
  };
}
