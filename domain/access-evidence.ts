import type { Role } from './role.ts';
import type { Milliseconds } from './time.ts';

/** How somebody stands to a patient's data. */
export const RELATIONS = [
  'own-unit',
  'other-unit',
  'former-unit',
  'no-relation',
  'other-caregiver',
  'municipality',
  'other-municipality',
  'self',
  'guardian',
  'guardian-of-teenager',
  'stranger',
] as const;
type Relation = (typeof RELATIONS)[number];

/** What the patient has said to another caregiver's reading. */
export const CONSENTS = ['not-asked', 'given', 'refused'] as const;
export type ConsentGiven = (typeof CONSENTS)[number];

/** Whether the data is blocked, and how far somebody has come in opening it: by the first step, or by both. */
export const BLOCKS = ['none', 'blocked', 'first-step', 'opened', 'lifted'] as const;
export type Block = (typeof BLOCKS)[number];

/** What is read: parts of the record, what is addressed to somebody, and what is told of the patient and of the reading. */
export const THINGS = [
  'note',
  'drug',
  'allergy',
  'measurement',
  'answer',
  'contact',
  'booking',
  'message',
  'protected-identity',
  'blocked-at-all',
  'blocked-where',
  'log',
] as const;
export type Thing = (typeof THINGS)[number];

/** What is done. */
export const ACTS = [
  'write-note',
  'prescribe',
  'change-dose',
  'give-drug',
  'record-allergy',
  'measure',
  'declare-ready',
  'order-test',
  'answer-test',
  'register-contact',
  'book',
  'send-message',
  'change-register',
  'record-block',
  'open-blocked',
] as const;
export type Act = (typeof ACTS)[number];

/** The ways to what is read; `do` is the way of an act. */
export const ACCESS_WAYS = [
  'read',
  'search',
  'include',
  'history',
  'everything',
  'count',
  'ask-by-it',
  'do',
] as const;
export type AccessWay = (typeof ACCESS_WAYS)[number];

/** One cell of the matrix. */
export interface AccessCell {
  /** Standing.id */
  readonly who: string;
  readonly consent: ConsentGiven;
  readonly block: Block;
  readonly what: Thing | Act;
  readonly way: AccessWay;
}

/** Who reads or does: a role at a place, and how they stand to the patient. */
export interface Standing {
  readonly id: string;
  readonly sv: string;
  readonly en: string;
  readonly role: Role;
  readonly relation: Relation;
  /** Key of the place where they work; patients have none. */
  readonly at?: string;
}

export type Expected = 'must' | 'may' | 'must-not';

/** Where a rule comes from, in words: the paragraph and the version it was read in, or that it is an assumption. */
export interface AccessRuleFacts {
  readonly id: string;
  readonly sv: string;
  readonly en: string;
  readonly expect: Expected;
  readonly source: string;
}

/** A matrix of access is tried: all that a report must know beside what was seen. */
export interface AccessOpened {
  readonly type: 'access-opened';
  /** Name of its file. */
  readonly rules: string;
  readonly title: { readonly sv: string; readonly en: string };
  /** SHA-256 of its file, as hex. */
  readonly hash: string;
  readonly standings: readonly Standing[];
  readonly stated: readonly AccessRuleFacts[];
  /** Which combinations are tried: all of them, or all of so many dimensions at a time. */
  readonly strength: 2 | 3 | 'all';
  /** How many cells there are in all, and how many are tried. */
  readonly cells: { readonly all: number; readonly tried: number };
}

/** What came of one cell. */
export interface AccessTried {
  readonly type: 'access-tried';
  readonly cell: AccessCell;
  readonly expected: Expected;
  /** The rules that decided, by their ids; none where nothing permits. */
  readonly rules: readonly string[];
  /**
   * `shown`: it was shown, or done; `kept`: it was not; `not-covered`: it cannot be tried here; `error`: the answer was none
   * that anything can be told by.
   */
  readonly seen: 'shown' | 'kept' | 'not-covered' | 'error';
  /** What was answered, or why it was not tried. */
  readonly observed: string;
}

/** What must hold whatever the rules are: tried so many times, broken so many. */
export interface AccessRelated {
  readonly type: 'access-related';
  readonly relation: string;
  readonly sv: string;
  readonly en: string;
  readonly tried: number;
  readonly broken: number;
  /** The first that broke, or why it could not be tried. */
  readonly observed?: string;
}

/** Genrep's own list of what it opened, held against the system's log. */
export interface AccessLogged {
  readonly type: 'access-logged';
  /** Of what Genrep did: how much there is, and how much of it stands in the log as it was done. */
  readonly done: number;
  readonly found: number;
  /** Of what the log says of Genrep's accounts: how much there is, and how much Genrep did. */
  readonly entries: number;
  readonly explained: number;
  /** Some of what is missing or unexplained, without names. */
  readonly examples: readonly string[];
  /** Why nothing could be held against anything. */
  readonly reason?: string;
}

/** Planted snooping, and whether who follows up the log finds it. */
export interface AccessFollowedUp {
  readonly type: 'access-followed-up';
  readonly kind: string;
  readonly sv: string;
  readonly en: string;
  readonly planted: number;
  readonly found: number;
  /** Findings about those who only did their work. */
  readonly false: number;
  readonly reason?: string;
}

/** What was made in the system so that cells could be tried, and by trying them: its handles, in the order in which they were made. */
interface AccessMade {
  readonly type: 'access-made';
  readonly made: readonly string[];
}

/** The matrix has been tried. */
export interface AccessClosed {
  readonly type: 'access-closed';
  readonly requests: number;
  readonly took: Milliseconds;
}

export type AccessEvent =
  | AccessOpened
  | AccessTried
  | AccessRelated
  | AccessLogged
  | AccessFollowedUp
  | AccessMade
  | AccessClosed;
