import type { ActivityKind } from './activity.ts';
import type { Role } from './role.ts';
import type { Milliseconds } from './time.ts';

/** The part of a system, or of the way to it, in which something was seen. */
export const COMPONENTS = {
  api: { sv: 'API och lagring', en: 'API and storage' },
  page: { sv: 'sidor och utskrifter', en: 'pages and prints' },
  message: { sv: 'meddelanden', en: 'messages' },
  laboratory: { sv: 'laboratoriekedjan', en: 'the laboratory chain' },
  access: { sv: 'behörighet och logg', en: 'authority and audit' },
  time: { sv: 'tider', en: 'times' },
  load: { sv: 'svar och svarstid', en: 'answers and response times' },
} as const;

export type Component = keyof typeof COMPONENTS;

/** Which look: soon after the flow ended, or when the day is over. */
export type Round = 'after-flow' | 'day-end';

/**
 * In which way a reader met something.
 * - `everything` the whole record, as the one reader sees it that may see all
 * - `chart`      a search by patient
 * - `record`     read by its own name
 * - `list`       a list of a unit, by whom it is for or its state
 * - `extract`    the record as one extract
 */
export type View = 'everything' | 'chart' | 'record' | 'list' | 'extract';

/** What a thing says, flat: the path of each value, and the value as text; what a system may word as it likes is left out. */
export type Content = Readonly<Record<string, string>>;

/** A thing of the record. */
interface Thing {
  /** What it is: 'Observation'. */
  readonly what: string;
  /** What the system calls it: 'Observation/17'. */
  readonly id: string;
  /** Who it says did it, in the system's own way; undefined where it says nobody. */
  readonly author?: string | undefined;
  readonly content: Content;
  readonly component: Component;
}

/** Something that a step wrote and the system acknowledged. */
export interface Acted extends Thing {
  readonly fact: 'acted';
  readonly interaction: 'made' | 'changed';
  readonly instance: string;
  /** Patient.key of the flow. */
  readonly patient: string;
  readonly kind: ActivityKind;
  readonly token: string;
  /** Who was signed in: the account, its role and the unit's key. */
  readonly account: string;
  readonly role?: Role | undefined;
  /** To whom it was addressed: units, by the system's own names. */
  readonly receivers: readonly string[];
  /** Epoch milliseconds of Genrep's clock: when it was sent, and acknowledged. */
  readonly sentAt: number;
  readonly at: number;
  /** It is only passed on, so that it turns up later and in another form. */
  readonly passedOn?: true;
}

/** Something that the record holds. */
export interface Held extends Thing {
  readonly fact: 'held';
  readonly round: Round;
  /** Patient.key of whom it says it is about; 'stranger' of somebody whom the run does not know; undefined of nobody. */
  readonly about?: string | undefined;
  readonly tokens: readonly string[];
  readonly version?: string | undefined;
  /** Epoch milliseconds of the system's clock. */
  readonly updatedAt?: number | undefined;
  /** Epoch milliseconds of Genrep's clock when it was seen. */
  readonly seenAt: number;
  /** Other things that it names: what it answers, concerns or follows from. */
  readonly links: readonly string[];
  /** Whom it is with: units, by the system's own names. */
  readonly owners: readonly string[];
}

/** What one thing looked like to a reader, as a digest of all that it says. */
export interface Shown {
  readonly id: string;
  readonly digest: string;
}

/** One look of one reader at one kind of thing: all that was shown. */
export interface Looked {
  readonly fact: 'looked';
  readonly round: Round;
  readonly view: View;
  /** Account, role and how the reader stands to the patient. */
  readonly reader: string;
  readonly role?: Role | 'registry' | undefined;
  readonly what: string;
  /** Patient.key, or of a list the unit's own name in the system. */
  readonly about: string;
  readonly instance?: string | undefined;
  readonly shown: readonly Shown[];
  /** What the reader must be shown, by the whole record at the same time; absent where nothing can be said of that. */
  readonly due?: readonly Shown[];
  /** Those shown that are about somebody else, where it is a patient's chart that was looked at. */
  readonly others?: readonly string[];
  /** The system said that this was not the reader's to see. */
  readonly refused?: string;
  /** Whether the reader is to see this kind of thing at all. */
  readonly entitled: boolean;
  /** Of a list in an order that was asked for: whether it was in it. */
  readonly inOrder?: boolean;
  /** When it was due and when it was first seen so, where it was not so at once. */
  readonly waited?: Milliseconds;
}

/** Whether a look was met by a no to who looked, and not by there being nothing. */
export const isDenied = ({ refused }: { readonly refused?: string | undefined }): boolean =>
  refused === '401' || refused === '403';

/** Something that must not be possible was tried, or something that must be. */
export interface Tried {
  readonly fact: 'tried';
  /** Which of the things that are tried: 'prescribe-as-nurse'. */
  readonly probe: string;
  /** What was tried, by whom, in words. */
  readonly sv: string;
  readonly en: string;
  readonly about: 'authority' | 'reading' | 'signing-in' | 'two-at-once' | 'sent-twice' | 'decoy';
  readonly instance?: string | undefined;
  readonly kind?: ActivityKind | undefined;
  readonly expected: string;
  readonly observed: string;
  /** `unclear`: the answer was about something else, so that nothing is shown by it. */
  readonly outcome: 'as-it-must' | 'otherwise' | 'unclear';
  readonly reference?: string | undefined;
}

/** An access that Genrep made to a patient's record. */
export interface Accessed {
  readonly fact: 'accessed';
  readonly account: string;
  readonly action: 'C' | 'R' | 'U' | 'E';
  /** Patient.key. */
  readonly patient: string;
  /** 'Observation/17' of one thing; 'Observation' of a search. */
  readonly what: string;
  readonly instance?: string | undefined;
  readonly kind?: ActivityKind | undefined;
  readonly at: number;
  /** The system said no. */
  readonly refused?: true;
}

/** An entry of the system's own log of accesses. */
export interface Logged {
  readonly fact: 'logged';
  readonly account: string;
  readonly action: string;
  readonly patient: string;
  readonly what: string;
  /** Epoch milliseconds of the system's clock. */
  readonly at: number;
  /** All that the entry says of who it was: the account, the number of the member of staff, the name. */
  readonly who: readonly string[];
  /** The entry says that it was refused. */
  readonly refused?: true;
}

/** A name, number or age on a page or print, held against whom it is about. */
export interface Named {
  readonly fact: 'named';
  readonly surface: 'banner' | 'label' | 'letter' | 'list' | 'chart' | 'extract';
  readonly patient: string;
  readonly instance?: string | undefined;
  readonly kind?: ActivityKind | undefined;
  readonly reference?: string | undefined;
  /** What was wrong, in words without names or numbers; empty when all was the patient's own. */
  readonly faults: readonly string[];
  /** Whether the person's identity is protected, so that the name must not be there. */
  readonly shielded: boolean;
}

/** How the system answered one request. */
export interface Answered {
  readonly fact: 'answered';
  /** 'GET Observation/:id' */
  readonly name: string;
  /** `busy`: it asked to be left in peace for a while, and told how long. */
  readonly status: number | 'none' | 'busy';
  readonly took: Milliseconds;
  /** Epoch milliseconds when the answer came; absent where that is not known. */
  readonly at?: number;
  /** The watch asked, and no step. */
  readonly watch?: true;
  /** Programs that wanted to run for each core of Genrep's own machine meanwhile, where that is known. */
  readonly programsPerCore?: number;
  readonly instance?: string | undefined;
  readonly kind?: ActivityKind | undefined;
}

/** Something of what is watched that cannot be looked at here. */
interface Unwatched {
  readonly fact: 'unwatched';
  readonly aspect: Aspect;
  /** In Swedish, for people. */
  readonly reason: string;
}

/** What a watch looks at. */
export type Aspect = 'record' | 'views' | 'authority' | 'audit' | 'lists' | 'pages' | 'answers' | 'writes';

/** Somebody at a workstation does a part of what is done for a patient: what bears no step's mark may be theirs. */
export interface ByHand {
  readonly fact: 'by-hand';
  /** Patient.key */
  readonly patient: string;
}

export type Fact = Acted | Held | Looked | Tried | Accessed | Logged | Named | Answered | ByHand | Unwatched;
