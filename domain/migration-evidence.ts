import type { SafetyClass } from './care-flow.ts';

interface Told {
  readonly sv: string;
  readonly en: string;
}

/** What a difference between source and target can be found to be. */
export interface MigrationFindingFacts extends Told {
  readonly id: string;
  /** Absent where it is as serious as the field or the record that it is of. */
  readonly class?: SafetyClass;
  /** Where the class comes from, or the word assumption. */
  readonly source: string;
}

/** A change that somebody has declared beforehand, so that it is no difference. */
interface DeclaredChange {
  /** RecordKind.name */
  readonly record: string;
  /** Absent where records are left out. */
  readonly field?: string;
  readonly why: string;
}

/** A migration is compared: all that a report must know beside what was found. */
export interface MigrationOpened {
  readonly type: 'migration-opened';
  readonly source: { readonly name: string; readonly format: 'ndjson' | 'csv' | 'hl7v2' };
  /** `extract`: a folder; `search`: all that the system lists; `person`: everything about each person, one by one. */
  readonly target: { readonly name: string; readonly by: 'extract' | 'search' | 'person' };
  /** An extract of the target from before the latest synchronisation, with its corrections, where one was held against. */
  readonly corrected?: string;
  /** What was declared of the source system, with the SHA-256 of its file. */
  readonly mapping?: {
    readonly name: string;
    readonly hash: string;
    readonly changes: readonly DeclaredChange[];
  };
  /** How many people the source has, and how many of them were compared: all, or those drawn by the seed. */
  readonly people: { readonly source: number; readonly compared: number };
  readonly findings: readonly MigrationFindingFacts[];
}

/** How many of one unit, status and year there are on both sides, where that differs. */
export interface MigrationCell {
  readonly unit?: string;
  readonly status?: string;
  readonly year?: string;
  readonly source: number;
  readonly target: number;
}

/** A control total of one field on both sides, where it differs. */
export interface MigrationControl {
  readonly field: string;
  readonly what: 'filled' | 'sum' | 'least' | 'most';
  readonly source: string;
  readonly target: string;
}

/** A field, by its name and in words. */
interface FieldTold extends Told {
  readonly name: string;
}

/** What one kind of record came to. */
export interface MigrationCompared extends Told {
  readonly type: 'migration-compared';
  /** 'allergy' */
  readonly record: string;
  readonly class: SafetyClass;
  /** Why it was not compared, where it was not. */
  readonly reason?: string;
  readonly rows: {
    readonly source: number;
    readonly target: number;
    /** Of the source, by a declared change; not among `source`. */
    readonly leftOut: number;
    readonly same: number;
    readonly changed: number;
    readonly lost: number;
    readonly invented: number;
    readonly doubled: number;
  };
  readonly cells: readonly MigrationCell[];
  readonly controls: readonly MigrationControl[];
  /** The fields that were compared, and those that one of the sides does not tell. */
  readonly fields: readonly FieldTold[];
  readonly untold: readonly FieldTold[];
}

/** One difference, told so that somebody can look it up; values that tell who somebody is are left out. */
export interface MigrationExample {
  readonly record: string;
  /** 'AllergyIntolerance/000042-pollen-0' in the source, or in the target where the source has none. */
  readonly ref: string;
  readonly field?: string;
  readonly source?: string;
  readonly target?: string;
}

/** What was found of one kind and class. */
export interface MigrationFound {
  readonly type: 'migration-found';
  /** MigrationFindingFacts.id */
  readonly finding: string;
  readonly class: SafetyClass;
  readonly count: number;
  /** How many people it concerns. */
  readonly people: number;
  readonly examples: readonly MigrationExample[];
}

/** What people's eyes said of a sample of single values, each of a record of its own, drawn by the seed from all records. */
export interface MigrationSampled {
  readonly type: 'migration-sampled';
  readonly drawn: number;
  readonly right: number;
  readonly wrong: number;
  /** Looked at without coming to an answer. */
  readonly unclear: number;
}

export type MigrationEvent = MigrationOpened | MigrationCompared | MigrationFound | MigrationSampled;
