import { listed, named, quoted } from '../engine.ts';
import { type Field, PEOPLE, type RecordKind } from '../record.ts';
import type { RawRows } from '../stage.ts';
import { NOBODY } from '../stage.ts';
import { elementOf, typesOf, valueAt } from './paths.ts';
import type { Extract } from './source.ts';

/** The largest resource that is read: a document with what is attached to it. */
const LARGEST = 64 * 1024 * 1024;

type Key = 'id' | 'identifier' | 'natural';

/** FHIR as NDJSON: a file a type, or many, packed or not. `filesByType`: paths by resource type. */
export const ndjsonExtract = (filesByType: ReadonlyMap<string, readonly string[]>, key: Key): Extract => ({
  format: 'ndjson',
  hasIds: () => true,
  rowsOf: (kind) => rowsIn(filesByType.get(kind.resource) ?? [], kind, key),
  persons: directory(filesByType.get('Patient'), 'identity_of(identifier)'),
  units: directory(filesByType.get('Organization'), "json_extract_string(identifier, '$[0].value')"),
});

const directory = (files: readonly string[] | undefined, known: string): string =>
  files === undefined
    ? NOBODY
    : `SELECT id, ${known} AS known FROM ${reading(files, new Map([['identifier', 'JSON']]))}`;

/** Where the token stands that tells the id from before a server gave its own. */
const TAGS = ['meta.tag[*].system', 'meta.tag[*].code'];

function rowsIn(files: readonly string[], kind: RecordKind, key: Key): RawRows {
  const asJson = new Set([...kind.fields.flatMap(({ from = [] }) => from), ...(kind.onlyFrom ?? [])]);
  if (key === 'identifier') asJson.add('identifier');
  const paths = [kind.person, kind.unit, kind.at, ...kind.fields.map(({ path }) => path), ...TAGS];
  const columns = new Map([
    ...typesOf(paths.filter((path) => path !== undefined)),
    ...[...asJson].map((name) => [name, 'JSON'] as const),
  ]);
  const at = (path: string | undefined): string | undefined =>
    path === undefined ? undefined : asJson.has(elementOf(path)) ? inJson(path) : valueAt(path);
  const given = `first_id((meta)."tag", ${quoted(kind.resource)}, id)`;
  const all = files.length === 0 ? none(columns) : reading(files, columns);
  return {
    from: kind.only === undefined ? all : `(SELECT * FROM ${all} WHERE ${kind.only})`,
    id:
      key === 'identifier' && kind.name !== PEOPLE
        ? `coalesce(json_extract_string(identifier, '$[0].value'), ${given})`
        : given,
    ...{ person: at(kind.person), unit: at(kind.unit), at: at(kind.at) },
    says: ({ path, sql }: Field) => sql ?? at(path),
  };
}

/** As if there were an empty file. */
const none = (columns: ReadonlyMap<string, string>): string =>
  `(SELECT NULL::VARCHAR AS id, ${[...columns].map(([name, type]) => `NULL::${type} AS ${named(name)}`).join(', ')} WHERE false)`;

const reading = (files: readonly string[], columns: ReadonlyMap<string, string>): string =>
  `read_json(${listed(files)}, format = 'newline_delimited', maximum_object_size = ${LARGEST}, columns = {${[
    "id: 'VARCHAR'",
    ...[...columns].map(([name, type]) => `${named(name)}: ${quoted(type)}`),
  ].join(', ')}})`;

/** The value at a path in an element that is kept as JSON, since an expression needs all of it. */
function inJson(path: string): string {
  const element = elementOf(path);
  const found = `json_extract_string(${named(element)}, ${quoted(`$${path.slice(element.length)}`)})`;
  return path.includes('[*]') ? `together(${found})` : found;
}
