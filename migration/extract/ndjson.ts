import { listed, named, quoted } from '../engine.ts';
import { type Field, PEOPLE, type RecordKind } from '../record.ts';
import type { RawRows } from '../stage.ts';
import { NOBODY } from '../stage.ts';
import type { Extract } from './source.ts';

/** The largest resource that is read: a document with what is attached to it. */
const LARGEST = 64 * 1024 * 1024;

/** FHIR as NDJSON: a file a type, or many, packed or not. `filesByType`: paths by resource type. */
export const ndjsonExtract = (
  filesByType: ReadonlyMap<string, readonly string[]>,
  key: 'id' | 'identifier' | 'natural',
): Extract => ({
  format: 'ndjson',
  hasIds: () => true,
  rowsOf: (kind) => rowsIn(filesByType.get(kind.resource) ?? [], kind, key),
  persons: directory(filesByType.get('Patient'), 'Patient', 'identity_of(identifier)'),
  units: directory(
    filesByType.get('Organization'),
    'Organization',
    "json_extract_string(identifier, '$[0].value')",
  ),
});

const directory = (files: readonly string[] | undefined, type: string, known: string): string =>
  files === undefined
    ? NOBODY
    : `SELECT id, ${known} AS known FROM ${reading(files, ['identifier'])} WHERE resourceType = ${quoted(type)}`;

function rowsIn(files: readonly string[], kind: RecordKind, key: 'id' | 'identifier' | 'natural'): RawRows {
  const paths = [kind.person, kind.unit, kind.at, ...kind.fields.map(({ path }) => path)];
  const elements = [
    ...paths.flatMap((path) => (path === undefined ? [] : [elementOf(path)])),
    ...kind.fields.flatMap(({ from = [] }) => from),
    ...(kind.onlyFrom ?? []),
  ];
  const columns = [...new Set([...elements, 'meta', ...(key === 'identifier' ? ['identifier'] : [])])];
  const given = `first_id(meta, ${quoted(kind.resource)}, id)`;
  const all = files.length === 0 ? none(columns) : reading(files, columns);
  return {
    from: kind.only === undefined ? all : `(SELECT * FROM ${all} WHERE ${kind.only})`,
    id:
      key === 'identifier' && kind.name !== PEOPLE
        ? `coalesce(json_extract_string(identifier, '$[0].value'), ${given})`
        : given,
    person: kind.person === undefined ? undefined : atPath(kind.person),
    unit: kind.unit === undefined ? undefined : atPath(kind.unit),
    at: kind.at === undefined ? undefined : atPath(kind.at),
    says: ({ path, sql }: Field) => sql ?? (path === undefined ? undefined : atPath(path)),
  };
}

/** As if there were an empty file. */
const none = (columns: readonly string[]): string =>
  `(SELECT NULL::VARCHAR AS id, ${columns.map((name) => `NULL::JSON AS ${named(name)}`).join(', ')} WHERE false)`;

const reading = (files: readonly string[], columns: readonly string[]): string =>
  `read_json(${listed(files)}, format = 'newline_delimited', maximum_object_size = ${LARGEST}, columns = {${[
    "id: 'VARCHAR'",
    "resourceType: 'VARCHAR'",
    ...columns.map((name) => `${named(name)}: 'JSON'`),
  ].join(', ')}})`;

const elementOf = (path: string): string => path.split(/[.[]/, 1)[0] ?? path;

/** 'code.coding[*].code' as SQL: of many, all in one order. */
function atPath(path: string): string {
  const element = elementOf(path);
  const rest = `$${path.slice(element.length)}`;
  const found = `json_extract_string(${named(element)}, ${quoted(rest)})`;
  return path.includes('[*]') ? `together(${found})` : found;
}
