import type { Field, RecordKind } from '../record.ts';
import type { RawRows } from '../stage.ts';

/** A side that was opened: what it tells of each kind of record, and how references in it are resolved. */
export interface Extract {
  readonly format: 'ndjson' | 'csv' | 'hl7v2';
  /** Undefined where it says nothing of the kind; then it is not covered, unlike a kind of which there is none. */
  rowsOf(kind: RecordKind): RawRows | undefined;
  /** SQL of ids and numbers of people, and of ids and HSA ids of units. */
  readonly persons: string;
  readonly units: string;
  /** Whether records carry ids that the other side may have too. */
  hasIds(kind: RecordKind): boolean;
}

/** The fields that a side tells. */
export const toldBy = (rows: RawRows, { fields }: RecordKind): readonly Field[] =>
  fields.filter((field) => rows.says(field) !== undefined);
