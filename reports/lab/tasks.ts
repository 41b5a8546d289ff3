import type { ActivityKind } from '../../domain/activity.ts';
import type { LabSeat } from '../../domain/lab-evidence.ts';
import type { Milliseconds } from '../../domain/time.ts';
import { type CardState, type LabState, stateAfter } from '../../lab/state.ts';
import type { Bilingual } from '../../pages/bilingual.ts';
import type { RunHistory } from '../history.ts';
import { vocabularyOf } from '../vocabulary.ts';
import { holdsIn, timeOfCard } from './card-times.ts';
import { type Estimated, geometricMeanOf, type Spread, spreadOf } from './intervals.ts';
import { type MedianTime, medianTimeOf, type TimeSeen } from './kaplan-meier.ts';
import { isCritical, isUnaided } from './measure-lab.ts';
import { type RobotTime, robotTimes } from './robot-times.ts';

/** What came of one kind of task at one kind of place: a row of the table of NISTIR 7742. Times in milliseconds. */
export interface TaskRow {
  readonly kind: ActivityKind;
  readonly told: Bilingual;
  readonly role: LabSeat['role'];
  readonly unitName: string;
  readonly people: number;
  readonly cards: number;
  /** Of each person the share of cards that the system showed to be done, without help and false "klart". */
  readonly success: Spread | undefined;
  /** By card: said to be done and not shown, or something else written. A robot has none. */
  readonly deviations: Spread | undefined;
  /** Of cards that the system showed and during which the clock went. */
  readonly time: Spread | undefined;
  readonly typical: Estimated | undefined;
  readonly median: MedianTime;
  readonly robot: RobotTime | undefined;
  /** Time that the day has for it. */
  readonly planned: Milliseconds;
  /** Errors that may harm a patient, as observers saw them, by card. */
  readonly errors: Spread | undefined;
  /** The single ease question, 1–7. */
  readonly rating: Spread | undefined;
}

interface Done {
  readonly person: string;
  readonly seat: LabSeat;
  readonly card: CardState;
  readonly time: TimeSeen | undefined;
  readonly planned: Milliseconds;
  readonly ease: number | undefined;
  readonly errors: number;
}

/**
 * Every kind of task that people brought to an end, by role and setting, the most frequent first.
 *
 * @param robots runs whose robots are held beside; the labs themselves when none are given
 */
export function tasksOf(
  labs: readonly RunHistory[],
  robots: readonly RunHistory[] = labs,
): readonly TaskRow[] {
  const words = new Map(vocabularyOf(labs).activities.map((facts) => [facts.kind, facts]));
  const times = robotTimes(robots);
  const done = labs.flatMap((run) => (run.lab === undefined ? [] : doneIn(run, stateAfter(run.lab))));
  const groups = Map.groupBy(done, ({ card, seat }) => `${card.kind} ${seat.role} ${seat.unit}`);
  return [...groups.values()]
    .flatMap((own): TaskRow[] => {
      const [first] = own;
      if (first === undefined) return [];
      const { card, seat } = first;
      const { sv = card.kind, en = card.kind } = words.get(card.kind) ?? {};
      return [
        {
          ...{ kind: card.kind, told: { sv, en }, role: seat.role, unitName: seat.unitName },
          robot: times.get(card.kind),
          ...measured(own),
        },
      ];
    })
    .sort((one, other) => other.cards - one.cards);
}

function doneIn(run: RunHistory, state: LabState): Done[] {
  const holds = holdsIn(run);
  const seats = new Map(state.seats.map(({ seat }) => [seat.id, seat]));
  const flows = new Map(run.instances.map(({ instance, flow }) => [instance, flow]));
  return [...state.cards.values()].flatMap((card) => {
    const seat = seats.get(card.seat);
    if (seat === undefined || card.ending === undefined || card.ending === 'taken-back') return [];
    const ease = state.answers.find((answer) => answer.instrument === 'seq' && answer.card === card.id);
    return [
      {
        ...{ person: `${run.started.run} ${seat.id}`, seat, card, time: timeOfCard(card, holds) },
        planned: flows.get(card.instance)?.steps[card.step]?.workingTime ?? 0,
        ease: ease?.items[0] ?? undefined,
        errors: state.notes.filter((note) => note.card === card.id && isCritical(note.kind)).length,
      },
    ];
  });
}

function measured(done: readonly Done[]) {
  const people = [...Map.groupBy(done, ({ person }) => person).values()];
  const shown = done.flatMap(({ time }) => (time?.isEnded === true ? [time.time] : []));
  return {
    ...{ people: people.length, cards: done.length },
    success: spreadOf(people.map((own) => own.filter(({ card }) => isUnaided(card)).length / own.length)),
    deviations: spreadOf(
      done.map(({ card }) => Number(card.wasNotShown) + Number(card.otherwise !== undefined)),
    ),
    time: spreadOf(shown),
    typical: geometricMeanOf(shown),
    median: medianTimeOf(done.flatMap(({ time }) => time ?? [])),
    planned: spreadOf(done.map(({ planned }) => planned))?.mean ?? 0,
    errors: spreadOf(done.map(({ errors }) => errors)),
    rating: spreadOf(done.flatMap(({ ease }) => ease ?? [])),
  };
}
