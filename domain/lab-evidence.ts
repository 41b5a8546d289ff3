import type { ActivityKind } from './activity.ts';
import type { Instrument, Questionnaire } from './questionnaire.ts';
import type { Role, UnitKind } from './role.ts';
import type { Milliseconds } from './time.ts';
import type { Verdict } from './verdict.ts';

/** When something happened in a lab, on both of its clocks. */
interface LabMoment {
  /** Epoch milliseconds. */
  readonly at: number;
  /** The day's clock, milliseconds since midnight of the first day. */
  readonly dayTime: Milliseconds;
  /** Named by the browser that it came from, so that what is sent twice counts once. */
  readonly tap?: string;
  /** When it was pressed, epoch milliseconds of this clock, where the browser had no contact and sent it later. */
  readonly pressedAt?: number;
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

export const INJECT_METHODS = ['phone', 'message', 'paper', 'device'] as const;
export type InjectMethod = (typeof INJECT_METHODS)[number];

/**
 * What an inject does to the care system beneath, and not only says: plants a fault of the embedded environment, cuts the
 * network between its pages and the people at them, or takes its printers out of order.
 */
export interface LabAct {
  readonly kind: 'fault' | 'network' | 'printer';
  /** Of `fault`: as --fault takes it, 'order-lost=1/3'. */
  readonly fault?: string;
  /** How long on the day's clock; until the facilitator ends it when absent. */
  readonly lasts?: Milliseconds;
}

/** Something that happens to people in the lab beside the flows. */
export interface LabInject {
  readonly id: string;
  readonly method: InjectMethod;
  readonly sv: string;
  readonly en?: string;
  /** What people should do about it; for the facilitator and the observers. */
  readonly expected?: string;
  /** How long they have for that on the day's clock, from when the first of them has taken it in. */
  readonly within?: Milliseconds;
  readonly act?: LabAct;
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
  /** What people are asked when the day is over; absent where there is nothing to ask. */
  readonly questionnaires?: readonly Questionnaire[];
}

/** A place is added in mid-session. */
interface LabSeatAdded extends LabMoment {
  readonly type: 'lab-seat-added';
  readonly seat: LabSeat;
}

/** A person takes a place, goes away from it or comes back, or the place is taken away. */
export interface LabPerson extends LabMoment {
  readonly type: 'lab-person';
  readonly seat: string;
  readonly change: 'joined' | 'left' | 'returned' | 'removed';
  /** The version of the text that was said yes to. */
  readonly consent?: string;
}

/** What is done with the clock, or where it is (`shows`, every few seconds). */
export interface LabClock extends LabMoment {
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

/** What of a card is pictured, where Genrep runs the browser that its person works in. */
export const PICTURED = [
  'shown',
  'not-shown',
  'help',
  'stuck',
] as const satisfies readonly LabCard['change'][];
export type Pictured = (typeof PICTURED)[number];

/**
 * What the care system showed at a workstation when something happened to a card: a picture, closed with the key of the one
 * who sat there, in a file of the run; or why none was kept.
 */
export interface LabPicture extends LabMoment {
  readonly type: 'lab-picture';
  /** The place, whose key closes it. */
  readonly seat: string;
  readonly card: string;
  readonly of: Pictured;
  /** When that happened to the card, epoch milliseconds: `at` of its event. */
  readonly happenedAt: number;
  /** Relative to the run's folder, with the SHA-256 of its bytes as hex. */
  readonly file?: string;
  readonly sha256?: string;
  readonly withheld?: PictureWithheld;
}

/**
 * Why there is no picture: the browser stood at something that is not the care system, what it showed could be the identity
 * number of a living person or a secret, it had no page open, or the picture was too large.
 */
export const PICTURE_WITHHELD = ['elsewhere', 'unsafe', 'closed', 'too-large'] as const;
export type PictureWithheld = (typeof PICTURE_WITHHELD)[number];

/** An inject reaches people, one of them has taken it in, or it is left out; what it does begins, ends or fails. */
export interface LabInjected extends LabMoment {
  readonly type: 'lab-injected';
  readonly inject: LabInject;
  readonly change: 'sent' | 'acknowledged' | 'skipped' | 'begun' | 'ended' | 'failed';
  readonly seat?: string;
  /** Of `failed`: why it could not be done. */
  readonly why?: string;
}

/**
 * What became of what people were expected to do about an inject: somebody saw that they did or did not, or its time was
 * out. Of what reached nobody that is not covered, and of what nobody looked at it is unknown.
 */
export interface LabExpected extends LabMoment {
  readonly type: 'lab-expected';
  /** The inject by its id. */
  readonly inject: string;
  readonly change: 'met' | 'missed' | 'expired';
  readonly verdict: Verdict;
}

/** The facilitator says beforehand whose a task shall be: a place's, or a robot's when none is named. */
interface LabHanded extends LabMoment {
  readonly type: 'lab-handed';
  /** The instance of the flow, and its step. */
  readonly visit: string;
  readonly step: number;
  readonly seat?: string;
}

/** More or fewer of a unit's staff from now on, beside those of its shifts. */
interface LabStaffed extends LabMoment {
  readonly type: 'lab-staffed';
  readonly unit: string;
  readonly role: Role;
  readonly by: number;
}

/** What a check before the day showed, or what somebody at a workstation says of it. */
export interface LabChecked extends LabMoment {
  readonly type: 'lab-checked';
  readonly what: 'system' | 'pages' | 'patients' | 'login' | 'tablet' | 'workstation' | 'printer';
  /** The place that it is about. */
  readonly seat?: string;
  readonly isThere: boolean;
  /** What is wrong, or how much was looked at. */
  readonly says?: string;
}

export const NOTE_KINDS = ['friction', 'workaround', 'communication', 'safety', 'good'] as const;
type NoteKind = (typeof NOTE_KINDS)[number];
/** Use errors that may harm a patient. */
export const CRITICAL_ERRORS = ['wrong-patient', 'wrong-drug', 'wrong-dose', 'missed-alarm'] as const;
type CriticalError = (typeof CRITICAL_ERRORS)[number];

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

/** People's work is over, and they are given the questionnaires. */
interface LabAsked extends LabMoment {
  readonly type: 'lab-asked';
}

/** Answers to a questionnaire, item by item as they were given; `seq` is the single ease question after a card. */
export interface LabAnswered extends LabMoment {
  readonly type: 'lab-answered';
  readonly seat: string;
  readonly instrument: Instrument | 'seq';
  /** Of the wording. */
  readonly version: string;
  /** Null of an item that was left out; none at all of a questionnaire that was declined. */
  readonly items: readonly (number | null)[];
  readonly card?: string;
}

/** A moment that the facilitator wants to come back to when the day is talked over. */
export interface LabBookmark extends LabMoment {
  readonly type: 'lab-bookmark';
  /** Whom it is about; everybody when absent. */
  readonly seat?: string;
  /** Why, where it is about nobody in particular. */
  readonly text?: string;
  /** Why, where it is about a person. */
  readonly said?: Sealed;
}

export type LabEvent =
  | LabOpened
  | LabSeatAdded
  | LabPerson
  | LabClock
  | LabCard
  | LabInjected
  | LabExpected
  | LabHanded
  | LabStaffed
  | LabChecked
  | LabNote
  | LabAsked
  | LabAnswered
  | LabBookmark
  | LabPicture;

/** Whether an event tells of a lab. */
export const isLabEvent = (event: { readonly type: string }): event is LabEvent =>
  event.type.startsWith('lab-');
