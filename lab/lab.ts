import { EventEmitter } from 'node:events';
import type { ActivityKind } from '../domain/activity.ts';
import type { EvidenceSink } from '../domain/evidence.ts';
import type { CardEnding, LabCard, LabEvent } from '../domain/lab-evidence.ts';
import type { Actor } from '../domain/role.ts';
import type { Milliseconds } from '../domain/time.ts';
import {
  afterEvent,
  type CardState,
  CLOSED_LAB,
  cardId,
  type LabState,
  openCards,
  type SeatState,
  stateAfter,
} from './state.ts';

/** How many cards may lie before a person, the one in hand among them; what is more is a robot's. An assumption. */
const MOST_CARDS = 2;

/** An event as the one who tells it knows it: the lab knows when. */
export type Told = LabEvent extends infer E
  ? E extends LabEvent
    ? Omit<E, 'at' | 'dayTime'>
    : never
  : never;

export interface LabOptions {
  readonly sink: EvidenceSink;
  /** Resolves when what was recorded is safe on the disk. */
  readonly flush: () => Promise<void>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** What the run had recorded of the lab before it was cut off. */
  readonly past?: readonly LabEvent[];
}

/** A task that somebody could do. */
export interface Offer {
  readonly instance: string;
  readonly step: number;
  readonly kind: ActivityKind;
  readonly actor: Actor;
  /** The key of the unit it is done at. */
  readonly unit: string | undefined;
}

/**
 * A lab under way. Whatever happens is an event in the run's journal first; what the lab is follows from its events alone,
 * so that a server that was killed comes back to where it was.
 */
export class Lab {
  readonly #options: LabOptions;
  readonly #changes = new EventEmitter().setMaxListeners(0);
  #state: LabState = CLOSED_LAB;
  #dayTime: () => Milliseconds = () => this.#state.clock.dayTime;

  constructor(options: LabOptions) {
    this.#options = options;
    this.#state = stateAfter(options.past ?? []);
  }

  get state(): LabState {
    return this.#state;
  }

  get now(): number {
    return this.#options.now();
  }

  /** Where the day's clock is. */
  get dayTime(): Milliseconds {
    return this.#dayTime();
  }

  /** From now on the day's clock is that of a day under way. */
  follow(dayTime: () => Milliseconds): void {
    this.#dayTime = dayTime;
  }

  /** Records what happened and resolves when it is safe on the disk; what a browser sends twice counts once. */
  async record(told: Told): Promise<void> {
    if (told.tap === undefined || !this.#state.taps.has(told.tap)) {
      const event = { ...told, at: this.now, dayTime: this.dayTime } as LabEvent;
      this.#options.sink(event);
      this.#state = afterEvent(this.#state, event);
      this.#changes.emit('change', event);
    }
    await this.#options.flush();
  }

  /** Told of every event; answers how to be told no more. */
  onChange(told: (event: LabEvent) => void): () => void {
    this.#changes.on('change', told);
    return () => void this.#changes.off('change', told);
  }

  /**
   * Deals a task to the one whom the facilitator gave it to, or else to somebody who takes that part and has room for it;
   * answers the card, or undefined for a robot's.
   */
  async offer({ instance, step, kind, actor, unit }: Offer): Promise<string | undefined> {
    const card = cardId(instance, step);
    const takes = this.#state.seats.filter((place) => takesPart(place, actor, unit));
    const taker = this.#state.handed.has(card)
      ? takes.find(({ seat }) => seat.id === this.#state.handed.get(card))
      : this.#withRoom(takes);
    if (taker === undefined) return undefined;
    const seat = taker.seat.id;
    await this.record({ type: 'lab-card', card, change: 'dealt', seat, visit: instance, step, kind });
    return card;
  }

  #withRoom(places: readonly SeatState[]): SeatState | undefined {
    const [first] = places
      .filter(({ seat, dealt }) => dealt < (seat.cards ?? Number.POSITIVE_INFINITY))
      .map((place) => ({ place, open: openCards(this.#state, place.seat.id).length }))
      .filter(({ open }) => open < MOST_CARDS)
      .toSorted((one, other) => one.open - other.open || one.place.dealt - other.place.dealt);
    return first?.place;
  }

  /** A card by the step it is of. */
  cardOf(instance: string, step: number): CardState | undefined {
    return this.#state.cards.get(cardId(instance, step));
  }

  /** Tells of a card that is not over. */
  async tell(
    card: string,
    change: LabCard['change'],
    more: Partial<Pick<LabCard, 'said' | 'seat' | 'tap' | 'pressedAt' | 'reference'>> = {},
  ): Promise<void> {
    if (this.#state.cards.get(card)?.ending !== undefined) return this.#options.flush();
    await this.record({ type: 'lab-card', card, change, ...more });
  }

  /** How a card ended, or undefined while it has not. */
  endingOf(card: string): CardEnding | undefined {
    return this.#state.cards.get(card)?.ending;
  }

  /** Whether a card is the one that its person does now. */
  isInHand(card: string): boolean {
    return this.#state.cards.get(card)?.inHandAt !== undefined;
  }

  /**
   * Resolves when something happens to a card or it comes in hand, or after a while; rejects when the day is broken off.
   */
  async somethingHappens(card: string, pause: Promise<void>): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const wasInHand = this.isInHand(card);
    const stop = this.onChange((event) => {
      if (event.type !== 'lab-card') return;
      if (event.card === card || this.isInHand(card) !== wasInHand) resolve();
    });
    try {
      await Promise.race([promise, pause]);
    } finally {
      stop();
    }
  }
}

/** Whether somebody is at a place who does what this actor does at this unit. */
export const takesPart = (
  { seat, presence }: SeatState,
  { role }: Pick<Actor, 'role'>,
  unit: string | undefined,
): boolean => presence === 'here' && seat.role === role && seat.unit === unit;
