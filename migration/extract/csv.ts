import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { didYouMean } from '../../input/suggest.ts';
import { named, quoted } from '../engine.ts';
import type { CsvRecord, CsvSource, Mapping } from '../mapping.ts';
import { type Field, PEOPLE, type RecordKind } from '../record.ts';
import { NOBODY, type RawRows, translated } from '../stage.ts';
import type { Extract } from './source.ts';

/** Files of columns, as a region exports them, by what the mapping says of each. Throws InputError for a file or column that is not there. */
export function csvExtract(folder: string, csv: CsvSource, { refused }: Pick<Mapping, 'refused'>): Extract {
  for (const [name, record] of Object.entries(csv.records)) {
    const file = path.join(folder, record.file);
    if (!existsSync(file))
      throw refused(`Filen ${record.file} finns inte i ${folder}; rätta namnet eller lägg dit den.`, [
        'csv',
        'records',
        name,
        'file',
      ]);
    const columns = columnsOf(file, csv);
    for (const [at, column] of placesIn(record)) {
      if (columns.includes(column)) continue;
      throw refused(
        `Filen ${record.file} har ingen kolumn "${column}"${didYouMean(column, columns) || '.'} Den har ${columns.join(', ')}.`,
        ['csv', 'records', name, ...at],
      );
    }
  }
  const recordOf = (kind: RecordKind): CsvRecord | undefined => csv.records[kind.name];
  return {
    format: 'csv',
    hasIds: (kind) => recordOf(kind)?.id !== undefined,
    rowsOf(kind) {
      const record = recordOf(kind);
      return record === undefined ? undefined : rowsIn(path.join(folder, record.file), record, csv, kind);
    },
    persons: personsOf(recordOf({ name: PEOPLE } as RecordKind), folder, csv),
    units: NOBODY,
  };
}

const placesIn = ({ id, person, unit, at, fields }: CsvRecord): readonly [readonly string[], string][] => [
  ...Object.entries({ id, person, unit, at }).flatMap(([key, column]) =>
    column === undefined ? [] : [[[key], column] as [string[], string]],
  ),
  ...Object.entries(fields).map(([field, { column }]): [string[], string] => [['fields', field], column]),
];

/** The encodings that the engine reads, as Node names them. */
const ENCODINGS: Readonly<Record<string, BufferEncoding>> = {
  'utf-8': 'utf8',
  'latin-1': 'latin1',
  'utf-16': 'utf16le',
};
/** As much of a file as holds its first line. */
const HEAD = 64 * 1024;

/** The names of a file's columns: its first line. */
function columnsOf(file: string, { delimiter, encoding }: CsvSource): readonly string[] {
  const buffer = Buffer.alloc(HEAD);
  const descriptor = openSync(file, 'r');
  const length = readSync(descriptor, buffer);
  closeSync(descriptor);
  const text = buffer.toString(ENCODINGS[encoding] ?? 'utf8', 0, length).replace(/^\uFEFF/, '');
  return Papa.parse<string[]>(text, { delimiter, preview: 1 }).data[0] ?? [];
}

const reading = (file: string, csv: CsvSource): string =>
  `read_csv(${quoted(file)}, header = true, auto_detect = false, delim = ${quoted(csv.delimiter)}, quote = '"', escape = '"', ` +
  `encoding = ${quoted(csv.encoding)}, strict_mode = true, columns = {${columnsOf(file, csv)
    .map((column) => `${quoted(column)}: 'VARCHAR'`)
    .join(', ')}})`;

function rowsIn(file: string, record: CsvRecord, csv: CsvSource, kind: RecordKind): RawRows {
  const { id, person, unit, at } = record;
  return {
    from: reading(file, csv),
    id: id === undefined ? undefined : named(id),
    person: person === undefined ? undefined : plainNumber(person),
    unit: unit === undefined ? undefined : named(unit),
    at: at === undefined ? undefined : inZone(named(at), csv.zone),
    says: (field) => told(field, record, csv, kind),
  };
}

function told(
  { name, as }: Field,
  { fields }: CsvRecord,
  { zone }: CsvSource,
  kind: RecordKind,
): string | undefined {
  const said = fields[name];
  if (said === undefined) return undefined;
  const { column, codes } = said;
  const plain =
    name === 'identity' && kind.name === PEOPLE ? plainNumber(column) : `nullif(trim(${named(column)}), '')`;
  // Free text is to be the same to the letter, with the blanks around it.
  const value =
    as === 'text' && codes === undefined && name === 'text' ? `nullif(${named(column)}, '')` : plain;
  const inWords = codes === undefined ? value : translated(value, codes);
  if (as === 'number') return `replace(${inWords}, ',', '.')`;
  return as === 'instant' ? inZone(inWords, zone) : inWords;
}

const plainNumber = (column: string): string => `regexp_replace(${named(column)}, '[^0-9A-Za-z]', '', 'g')`;

/** A time that says no zone is of the source's own; a day stays a day. */
const inZone = (value: string, zone: string): string =>
  `CASE WHEN length(${value}) <= 10 OR regexp_matches(${value}, '(Z|[+-]\\d\\d:?\\d\\d)$') THEN ${value} ` +
  `ELSE strftime(timezone('UTC', timezone(${quoted(zone)}, TRY_CAST(${value} AS TIMESTAMP))), '%Y-%m-%dT%H:%M:%SZ') END`;

const personsOf = (people: CsvRecord | undefined, folder: string, csv: CsvSource): string =>
  people?.fields.identity === undefined || people.id === undefined
    ? NOBODY
    : `SELECT ${named(people.id)} AS id, ${plainNumber(people.fields.identity.column)} AS known FROM ${reading(path.join(folder, people.file), csv)}`;
