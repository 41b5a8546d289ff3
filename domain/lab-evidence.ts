import type { ActivityKind } from './activity.ts';
import type { Role, UnitKind } from './role.ts';
import type { Milliseconds } from './time.ts';

/** When something happened in a lab, on both of its clocks. */
interface LabMoment {
  /** Epoch milliseconds. */
  readonly at: number;
  /** The day's clock, milliseconds since midnight of the first day. */
  readonly dayTime: Milliseconds;
  /** Named by the browser that it came from, so that what is sent twice counts once. */
  readonly tap?: string;
}

/**
 * What a person said or wrote, closed with a key of that person's own that lies outside the evidence: without the key it
 * is gone, and the chain of the evidence is whole.
 */
export interface Sealed {
  /** Whose key closes it: the place of the one whom it is about. */
  readonly of: string;
  readonly text: string;
}

/** A place at a workstation that one person takes, and a robot while nobody does. */
export interface LabSeat {
  /** 'plats-1' */
  readonly id: string;
  /** 'Sjuksköterska 1': never a name. */
  readonly pseudonym: string;
  readonly role: Role;
  /** The unit by its key, its kind and its name. */
  readonly unit: string;
  readonly kind: UnitKind;
  readonly unitName: string;
  /** How many cards may be dealt to it in all; without limit when absent. */
  readonly cards?: number;
}

export type InjectMethod = 'phone' | 'message' | 'paper' | 'device';

/** Something that happens to people in the lab beside the flows. */
export interface LabInject {
  readonly id: string;
  readonly method: InjectMethod;
  readonly sv: string;
  readonly en?: string;
  /** What people should do about it; for the facilitator and the observers. */
  readonly expected?: string;
  /** Planned on the day's clock; absent of what was written on the spot. */
  readonly plannedAt?: Milliseconds;
  /** The places that it goes to; all when absent. */
  readonly to?: readonly string[];
}

/** A session begins: what it is made of. */
interface LabOpened extends LabMoment {
  readonly type: 'lab-opened';
  readonly seats: readonly LabSeat[];
  readonly injects: readonly LabInject[];
  /** The version of the text that a participant says yes to. */
  readonly consent: string;
  /** How much faster than real the day's clock goes while somebody has a card, and while nobody has. */
  readonly pace: number;
  readonly idlePace: number;
}

/** A place is added in mid-session. */
interface LabSeatAdded extends LabMoment {
  readonly type: 'lab-seat-added';
  readonly seat: LabSeat;
}

/** A person takes a place, goes away from it, or comes back. */
interface LabPerson extends LabMoment {
  readonly type: 'lab-person';
  readonly seat: string;
  readonly change: 'joined' | 'left' | 'returned';
  /** The version of the text that was said yes to. */
  readonly consent?: string;
}

/** What is done with the clock, or where it is (`shows`, every few seconds). */
interface LabClock extends LabMoment {
  readonly type: 'lab-clock';
  readonly change: 'held' | 'continued' | 'jumped' | 'paced' | 'shows';
  readonly pace?: number;
  /** Why it was held or went on, where the lab did it by itself. */
  readonly why?: string;
}

/** How a card ends. */
export const CARD_ENDINGS = ['shown', 'unverifiable', 'stuck', 'taken-back'] as const;
export type CardEnding = (typeof CARD_ENDINGS)[number];

/** A task of a flow that a person does, from when it is possible until the system shows it. */
export interface LabCard extends LabMoment {
  readonly type: 'lab-card';
  /** 'f-0001.3': the flow and the number of its step. */
  readonly card: string;
  readonly change:
    | 'dealt'
    | 'opened'
    | 'help'
    | 'said-done'
    /** It was said to be done, and the system did not show it. */
    | 'not-shown'
    /** The system shows something of the kind that says something else than the card. */
    | 'otherwise'
    | 'moved'
    | CardEnding;
  /** Of `dealt` and `moved`: to whom. */
  readonly seat?: string;
  /** Of `dealt`. */
  /** The instance of the flow, and its step. */
  readonly visit?: string;
  readonly step?: number;
  readonly kind?: ActivityKind;
  /** The driver's handle on what was seen. */
  readonly reference?: string;
  /** What the person said of it. */
  readonly said?: Sealed;
}

/** An inject reaches people, one of them has taken it in, or it is left out. */
interface LabInjected extends LabMoment {
  readonly type: 'lab-injected';
  readonly inject: LabInject;
  readonly change: 'sent' | 'acknowledged' | 'skipped';
  readonly seat?: string;
}

export const NOTE_KINDS = ['friction', 'workaround', 'communication', 'safety', 'good'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];
/** Use errors that may harm a patient. */
export const CRITICAL_ERRORS = ['wrong-patient', 'wrong-drug', 'wrong-dose', 'missed-alarm'] as const;
export type CriticalError = (typeof CRITICAL_ERRORS)[number];

/** What an observer saw. */
export interface LabNote extends LabMoment {
  readonly type: 'lab-note';
  readonly seat: string;
  readonly card?: string;
  readonly kind: NoteKind | CriticalError;
  /** 1 small, 2 hinders, 3 may harm. */
  readonly severity: 1 | 2 | 3;
  readonly said?: Sealed;
}

/** Answers to a questionnaire, item by item as they were given; `seq` is the single ease question after a card. */
export interface LabAnswered extends LabMoment {
  readonly type: 'lab-answered';
  readonly seat: string;
  readonly instrument: 'seq';
  /** Of the wording. */
  readonly version: string;
  readonly items: readonly number[];
  readonly card?: string;
}

export type LabEvent =
  | LabOpened
  | LabSeatAdded
  | LabPerson
  | LabClock
  | LabCard
  | LabInjected
  | LabNote
  | LabAnswered;

/** Whether an event tells of a lab. */
export const isLabEvent = (event: { readonly type: string }): event is LabEvent =>
  event.type.startsWith('lab-');
