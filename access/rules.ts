import type { AccessRuleFacts, Standing } from '../domain/access-evidence.ts';
import type { CareUnit } from '../domain/care-day.ts';

/** The dimensions that rules speak of. */
export const DIMENSIONS = ['role', 'relation', 'consent', 'block', 'what', 'way'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** One situation that rules decide on: a value of every dimension. */
export type Situation = Readonly<Record<Dimension, string>>;

/** Values by dimension, all groups written out; a dimension that is not there does not matter. */
export type Condition = Readonly<Partial<Record<Dimension, readonly string[]>>>;

export interface AccessRule extends AccessRuleFacts {
  readonly when: Condition;
  readonly unless?: Condition;
}

/** The units that a matrix is tried at, by what they are to the patient. */
export type Places = Readonly<Record<string, CareUnit>> & {
  /** Whose data it is, and what the patient blocks. */
  readonly 'own-unit': CareUnit;
  /** Where the patient is cared for as well. */
  readonly 'other-ward': CareUnit;
  /** Where the patient has been. */
  readonly emergency: CareUnit;
  readonly laboratory: CareUnit;
  readonly 'other-caregiver': CareUnit;
  /** To whom a message is addressed. */
  readonly municipality: CareUnit;
};

/** Who must, may and must not read and do what. */
export interface AccessRules {
  /** Name of its file. */
  readonly name: string;
  readonly title: { readonly sv: string; readonly en: string };
  /** SHA-256 of its file, as hex. */
  readonly hash: string;
  readonly places: Places;
  readonly standings: readonly Standing[];
  readonly rules: readonly AccessRule[];
}
