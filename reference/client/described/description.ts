import type { Role, UnitKind } from '../../../domain/role.ts';
import type { Act } from '../session/acts.ts';

/**
 * What a tab of the patient's page, or a unit's list, is made of when it is nothing but lists and forms: data, so that an
 * area of care gets its pages without a page of its own.
 */

/** What users read. */
export interface Words {
  readonly sv: string;
  readonly en: string;
}

/** 'statusReason.text', 'output.0.valueString': the way to a value of a record; the first of a list where it is not said. */
export type Way = string;

/**
 * What is written, as FHIR, with places to fill: a text that is nothing but `{name}`, or a way from it (`{record.code}`),
 * becomes the value there, and is left out where there is none; within a longer text it becomes words.
 */
export type Template =
  | string
  | number
  | boolean
  | readonly Template[]
  | { readonly [name: string]: Template };

interface ColumnDescription {
  readonly heading: Words;
  readonly way: Way;
  /** How it is shown; as it stands when absent. */
  readonly as?:
    | 'number'
    | 'moment'
    | 'unit'
    | 'rows'
    | 'values'
    | 'label'
    | 'study'
    | Readonly<Record<string, Words>>;
}

/** Records in a table. The first column is the number that forms and colleagues name them by. */
export interface ListDescription {
  readonly name: Words;
  /** A search with places to fill: 'Task?patient={patient}'. */
  readonly of: string;
  /** Of these only those that something in another search refers to by some way, or only the others. */
  readonly pointedAt?: { readonly of: string; readonly by: Way; readonly is: boolean };
  readonly columns: readonly [ColumnDescription, ...ColumnDescription[]];
}

export type FieldDescription = {
  readonly name: string;
  readonly label: Words;
} /** What may be left empty is for the system to ask for. */ & (
  | { readonly kind: 'line' | 'text' | 'number' | 'day'; readonly mayBeEmpty?: true }
  /** '2026-12-14 08:00'; when it ends, so many minutes later, is the name and `End`. */
  | { readonly kind: 'time'; readonly minutes: number }
  /** One of the house's units of a kind; its HSA-id and name are the name of the field and `HsaId`, `Name`. */
  | { readonly kind: 'unit'; readonly of: UnitKind }
  /** One of some words; the value is the key. */
  | { readonly kind: 'choice'; readonly of: Readonly<Record<string, Words>> }
  /** One of the records of the first list, by its number; what its second column says is the name and `Words`. */
  | { readonly kind: 'record' }
);

export interface FormDescription {
  readonly name: Words;
  readonly submit: Words;
  readonly act: Act;
  /** The kinds of unit whose staff it is for; all when absent. */
  readonly at?: readonly UnitKind[];
  readonly fields: readonly FieldDescription[];
  /** What the fields say, as rows of a Task: each by its Swedish label; `{rows}` in what is made. */
  readonly asRows?: true;
  /**
   * What is made, one after the other; later ones may name earlier ones: `{made0}`. The number of the first is the receipt.
   */
  readonly makes?: readonly Template[];
  /** What the record that is chosen is from now on, beside what it was. */
  readonly changes?: Template;
}

/** One tab of the patient's page. */
export interface TabDescription {
  /** In addresses. */
  readonly path: string;
  readonly name: Words;
  /** The heights of the first list as a picture, on the curve. */
  readonly picture?: 'height';
  readonly lists: readonly [ListDescription, ...ListDescription[]];
  readonly forms: readonly FormDescription[];
}

/** What is with the signed-in person's unit: a page of the menu. */
export interface QueueDescription {
  readonly path: string;
  readonly name: Words;
  readonly help: Words;
  /** Whose work it is. */
  readonly roles: readonly Role[];
  /** At units of these kinds; at all where health care is given when absent. */
  readonly at?: readonly UnitKind[];
  /** Each record names its patient, whom the search includes. */
  readonly list: ListDescription;
  /** For those who open no charts; what is written is about the patient of the record that is chosen. */
  readonly forms?: readonly FormDescription[];
}

/** One area's part of the pages. */
export interface ScreenDescription {
  readonly tab: TabDescription;
  readonly queues?: readonly QueueDescription[];
}

/** The resource types that a list shows, and that its being true depends on. */
export const typeOf = ({ of }: ListDescription): string => of.slice(0, of.indexOf('?'));
