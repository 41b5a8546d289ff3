import { named, quoted } from './engine.ts';
import type { Change, Mapping } from './mapping.ts';
import { type Field, PEOPLE, PERSON, type RecordKind } from './record.ts';

/** A side of the comparison; `corrected` is the target as it was before the latest synchronisation. */
export type Side = 'source' | 'target' | 'corrected';

/** The rows of one kind of record on one side, as they are read: what each is told by. */
export interface RawRows {
  /** A table expression with the columns that `says` uses. */
  readonly from: string;
  /** Expressions of id, whose it is, where and when. */
  readonly id: string | undefined;
  readonly person: string | undefined;
  readonly unit: string | undefined;
  readonly at: string | undefined;
  /** The expression of a field; undefined where this side does not tell it. */
  says(field: Field): string | undefined;
}

/** How the rows of a side become comparable. */
export interface Staging {
  readonly side: Side;
  readonly kind: RecordKind;
  readonly raw: RawRows;
  /** The fields that both sides tell. */
  readonly fields: readonly Field[];
  readonly key: Mapping['key'];
  /** Declared changes, of the source alone. */
  readonly changes: readonly Change[];
  /** Whether only the people of the table `chosen` are compared. */
  readonly isSample: boolean;
}

/**
 * SQL that makes the table of a kind of record on one side: `id`, `person`, `unit`, `year`, a column a field, `k`, the hash
 * of what knows it again, and `h`, the hash of its fields. Hashes of 64 bits: two of 14 million records share one with a
 * probability of 5 in a million.
 */
export function stagingSql({ side, kind, raw, fields, key, changes, isSample }: Staging): string {
  const isPeople = kind.name === PEOPLE;
  const own = (field: Field): string => raw.says(field) ?? 'NULL';
  const compared = isPeople ? fields : [PERSON, ...fields];
  const said = [
    `CAST(${raw.id ?? 'NULL'} AS VARCHAR) AS id`,
    `CAST(${isPeople ? own(fieldOf(kind, 'identity')) : (raw.person ?? 'NULL')} AS VARCHAR) AS whose`,
    `CAST(${raw.unit ?? 'NULL'} AS VARCHAR) AS place`,
    `CAST(${raw.at ?? 'NULL'} AS VARCHAR) AS "at"`,
    ...fields.map((field) => `CAST(${own(field)} AS VARCHAR) AS ${named(field.name)}`),
  ];
  const columns = fields.map(
    (field) => `${changed(field, comparable(field), changes)} AS ${named(field.name)}`,
  );
  const pointing = fields.filter(({ as }) => as === 'person').map(({ name }) => name);
  const person = isPeople ? 'coalesce(whose, said.id)' : 'coalesce(owner.known, whose)';
  return `CREATE OR REPLACE TABLE ${side}_${kind.name} AS
WITH said AS (SELECT ${said.join(', ')} FROM ${raw.from}),
told AS (SELECT coalesce(said.id, '') AS id, ${person} AS person, ${raw.unit === undefined ? 'NULL::VARCHAR' : 'coalesce(house.known, place)'} AS unit,
  year_of("at") AS year, "at", ${columns.join(',\n  ')}
  FROM said
  ${isPeople ? '' : `LEFT JOIN ${side}_persons owner ON owner.id = id_in(whose)`}
  ${raw.unit === undefined ? '' : `LEFT JOIN ${side}_units house ON house.id = id_in(place)`}
  ${pointing.map((name) => `LEFT JOIN ${side}_persons ${named(`of ${name}`)} ON ${named(`of ${name}`)}.id = id_in(said.${named(name)})`).join('\n  ')})
SELECT * EXCLUDE ("at"), hash(${keyOf(kind, key)}) AS k,
  hash(${compared.map(({ name }) => named(name)).join(', ')}) AS h, ${leftOut(changes)} AS is_left_out
FROM told ${isSample ? 'WHERE person IN (SELECT known FROM chosen)' : ''}`;
}

const fieldOf = (kind: RecordKind, name: string): Field => {
  const field = kind.fields.find((each) => each.name === name);
  if (field === undefined) throw new Error(`records/${kind.name}.yaml has no field "${name}".`);
  return field;
};

function comparable({ name, as }: Field): string {
  const column = `said.${named(name)}`;
  switch (as) {
    case 'number':
      return `as_number(${column})`;
    case 'instant':
      return `as_instant(${column})`;
    case 'person':
      return `coalesce(${named(`of ${name}`)}.known, ${column})`;
    case 'text':
      return column;
  }
}

/** The value that the target should have, by what was declared. */
const changed = (field: Field, value: string, changes: readonly Change[]): string =>
  changes
    .filter((change) => change.field === field.name)
    .reduce((expression, { codes, times }) => {
      if (times !== undefined)
        return `as_number(CAST(TRY_CAST(${expression} AS DOUBLE) * ${times} AS VARCHAR))`;
      return codes === undefined ? expression : translated(expression, codes);
    }, value);

/** A value by a table of codes; what the table does not have stays. */
export const translated = (value: string, codes: Readonly<Record<string, string>>): string =>
  `CASE ${value} ${Object.entries(codes)
    .map(([from, to]) => `WHEN ${quoted(from)} THEN ${quoted(`${to}`)}`)
    .join(' ')} ELSE ${value} END`;

/** Whether a record is declared not to be moved. */
const leftOut = (changes: readonly Change[]): string =>
  changes
    .filter((change) => change.leaveOut === true)
    .map(({ where = {} }) => {
      const each = Object.entries(where).map(
        ([field, values]) => `coalesce(${named(field)} IN (${values.map(quoted).join(', ')}), false)`,
      );
      return `(${['true', ...each].join(' AND ')})`;
    })
    .join(' OR ') || 'false';

/** People are known by their numbers, whatever ids they have. */
const keyOf = ({ name, natural }: RecordKind, key: Mapping['key']): string =>
  name === PEOPLE
    ? 'person'
    : key === 'natural'
      ? natural.map((name) => (name === 'at' ? 'as_instant("at")' : named(name))).join(', ')
      : 'id';

/** SQL of the tables that references are resolved by: people's numbers and units' HSA ids by their ids. */
export const directorySql = (side: Side, what: 'person' | 'unit', rows: string): string =>
  `CREATE OR REPLACE TABLE ${side}_${what}s AS SELECT id, any_value(known) AS known FROM (${rows}) GROUP BY id`;

/** No row, where a side says nothing of it. */
export const NOBODY = 'SELECT NULL::VARCHAR AS id, NULL::VARCHAR AS known WHERE false';
