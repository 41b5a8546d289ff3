import type { SafetyClass } from '../domain/care-flow.ts';

/** How a value is compared: to the letter, as a number, as a moment, or as whom it points at. */
type As = 'text' | 'number' | 'instant' | 'person';

/** One field of a kind of record. */
export interface Field {
  readonly name: string;
  readonly sv: string;
  readonly en: string;
  readonly as: As;
  /** Where it stands in the resource: 'code.coding[*].code'. */
  readonly path?: string;
  /** An expression over the elements in `from`, where a path cannot tell it. */
  readonly sql?: string;
  readonly from?: readonly string[];
  /** Where it is not that of the record. */
  readonly class?: SafetyClass;
  /** Its values are added up to a control total. */
  readonly sum: boolean;
  /** Its values tell who somebody is, and never stand in the evidence. */
  readonly hidden: boolean;
}

/** One kind of record that is compared, as a file of records/ tells it. */
export interface RecordKind {
  /** Name of its file: 'allergy'. */
  readonly name: string;
  readonly resource: string;
  readonly sv: string;
  readonly en: string;
  readonly class: SafetyClass;
  /** What knows it again where no source has an id: 'person', 'at' or fields. */
  readonly natural: readonly string[];
  /** Which resources of the type are such records, where not all are: an expression over the elements in `onlyFrom`. */
  readonly only?: string;
  readonly onlyFrom?: readonly string[];
  /** Paths to the references to person and unit, and to its time. */
  readonly person?: string;
  readonly unit?: string;
  readonly at?: string;
  /** Name of the field that it is counted by. */
  readonly status?: string;
  readonly fields: readonly Field[];
}

/** What every record is compared by beside its fields: whose it is. */
export const PERSON: Field = {
  ...{ name: 'person', sv: 'person', en: 'person', as: 'person', sum: false, hidden: true },
};

/** The kind that the people themselves are. */
export const PEOPLE = 'patient';
