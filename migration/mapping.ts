import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { InputError, inputErrorOf } from '../domain/input-error.ts';
import { filesByName } from '../input/project.ts';
import { checkSchema } from '../input/schema-check.ts';
import { didYouMean } from '../input/suggest.ts';
import { readYaml, type YamlPath, type YamlSource } from '../input/yaml-source.ts';
import type { RecordKind } from './record.ts';
import schema from './schema/mapping.schema.json' with { type: 'json' };

/** Where a field stands in a CSV file, and what its values are called in the target. */
interface CsvField {
  readonly column: string;
  readonly codes?: Readonly<Record<string, string>>;
}

/** How one kind of record stands in CSV. */
export interface CsvRecord {
  readonly file: string;
  readonly id?: string;
  readonly person?: string;
  readonly unit?: string;
  readonly at?: string;
  readonly fields: Readonly<Record<string, CsvField>>;
}

/** A source of CSV files, as a region exports them. */
export interface CsvSource {
  readonly delimiter: string;
  readonly encoding: string;
  readonly zone: string;
  readonly records: Readonly<Record<string, CsvRecord>>;
}

/** A change that is meant, so that it is no difference. */
export interface Change {
  readonly record: string;
  readonly field?: string;
  readonly codes?: Readonly<Record<string, string>>;
  readonly times?: number;
  readonly ignore?: true;
  readonly leaveOut?: true;
  readonly where?: Readonly<Record<string, readonly string[]>>;
  readonly why: string;
}

/** What is declared of a source system. */
export interface Mapping {
  readonly name: string;
  /** SHA-256 of its file, as hex; absent where nothing was declared. */
  readonly hash?: string;
  readonly key: 'id' | 'identifier' | 'natural';
  readonly csv?: CsvSource;
  readonly changes: readonly Change[];
  /** The sentence with its place in the file, for what is found wrong when the source is read. */
  refused(sentence: string, at: YamlPath): InputError;
}

/** Nothing is declared: source and target are to be the same. */
export const SAME: Mapping = {
  ...{ name: 'utan avbildning', key: 'id', changes: [] },
  refused: (sentence) => new InputError(sentence),
};

interface Written extends Omit<Mapping, 'key' | 'csv' | 'changes' | 'refused'> {
  readonly key?: Mapping['key'];
  readonly csv?: Omit<Partial<CsvSource>, 'records'> & {
    readonly records: Readonly<
      Record<
        string,
        Omit<CsvRecord, 'fields'> & { readonly fields: Readonly<Record<string, string | CsvField>> }
      >
    >;
  };
  readonly changes?: readonly Change[];
}

/**
 * Reads a mapping by its name in migration/mappings or by its path, and holds it against the kinds of record. Throws
 * InputError for all that is wrong, with line and column.
 */
export function loadMapping(pathOrName: string, kinds: readonly RecordKind[]): Mapping {
  const source = readYaml(fileOf(pathOrName));
  const written = checkSchema<Written>(source, schema);
  const mistake = inputErrorOf(mistakesIn(written, kinds, source));
  if (mistake !== undefined) throw mistake;
  const { name, key = 'id', csv, changes = [] } = written;
  return {
    ...{ name, key, changes },
    hash: createHash('sha256').update(source.text).digest('hex'),
    ...(csv === undefined ? {} : { csv: csvOf(csv) }),
    refused: (sentence, at) => new InputError(sentence, source.positionOf(at)),
  };
}

function fileOf(pathOrName: string): string {
  const known = filesByName('migration', 'mappings');
  const file = known.get(pathOrName) ?? (pathOrName.endsWith('.yaml') ? pathOrName : undefined);
  if (file !== undefined && existsSync(file)) return path.resolve(file);
  const near = didYouMean(pathOrName, [...known.keys()]) || '.';
  throw new InputError(
    `Det finns ingen avbildning "${pathOrName}"${near} Ange sökvägen till en .yaml-fil eller ett av namnen ${[...known.keys()].join(', ')}.`,
  );
}

const csvOf = ({
  delimiter = ';',
  encoding = 'utf-8',
  zone = 'Europe/Stockholm',
  records,
}: NonNullable<Written['csv']>): CsvSource => ({
  ...{ delimiter, encoding, zone },
  records: Object.fromEntries(
    Object.entries(records).map(([name, record]) => [
      name,
      {
        ...record,
        fields: Object.fromEntries(
          Object.entries(record.fields).map(([field, said]) => [
            field,
            typeof said === 'string' ? { column: said } : said,
          ]),
        ),
      },
    ]),
  ),
});

function mistakesIn({ csv, changes = [] }: Written, kinds: readonly RecordKind[], source: YamlSource) {
  const mistakes: InputError[] = [];
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  const refuse = (sentence: string, at: YamlPath, isKey: boolean): void => {
    mistakes.push(new InputError(sentence, isKey ? source.positionOfKey(at) : source.positionOf(at)));
  };
  const kindAt = (name: string, at: YamlPath, isKey: boolean): RecordKind | undefined => {
    const names = [...byName.keys()];
    if (!byName.has(name))
      refuse(
        `Det finns inget slag av uppgift "${name}"${didYouMean(name, names) || '.'} Välj ett av ${names.join(', ')}.`,
        at,
        isKey,
      );
    return byName.get(name);
  };
  const fieldAt = (kind: RecordKind | undefined, field: string, at: YamlPath, isKey: boolean): void => {
    const names = kind?.fields.map(({ name }) => name) ?? [];
    if (kind === undefined || names.includes(field)) return;
    refuse(
      `Uppgiften ${kind.name} har inget fält "${field}"${didYouMean(field, names) || '.'} Välj ett av ${names.join(', ')}.`,
      at,
      isKey,
    );
  };
  for (const [name, { fields }] of Object.entries(csv?.records ?? {})) {
    const at = ['csv', 'records', name];
    const kind = kindAt(name, at, true);
    for (const field of Object.keys(fields)) fieldAt(kind, field, [...at, 'fields', field], true);
  }
  for (const [index, change] of changes.entries()) {
    const at = ['changes', index];
    const kind = kindAt(change.record, [...at, 'record'], false);
    if (change.field !== undefined) fieldAt(kind, change.field, [...at, 'field'], false);
    for (const field of Object.keys(change.where ?? {})) fieldAt(kind, field, [...at, 'where', field], true);
    const done = [change.codes, change.times, change.ignore, change.leaveOut].filter(
      (what) => what !== undefined,
    );
    if (done.length !== 1)
      refuse('En ändring säger en sak: codes, times, ignore eller leaveOut; skriv en av dem.', at, false);
    else if ((change.leaveOut === undefined) === (change.field === undefined))
      refuse('codes, times och ignore gäller ett fält (field); leaveOut gäller hela uppgifter.', at, false);
  }
  return mistakes;
}
