import type { Resource } from '@medplum/fhirtypes';
import { localReference, type Query } from './url.ts';

/** One thing that every match must be, since it was searched by. */
export interface Check {
  readonly name: string;
  readonly element: string;
  readonly values: readonly string[];
}

/**
 * Where what was searched by stands in a match, where that is one word or a reference; whom it is about is looked at in
 * all that comes.
 */
const ELEMENTS: Readonly<Record<string, string>> = {
  _id: 'id',
  status: 'status',
  focus: 'focus',
  owner: 'owner',
  performer: 'performer',
  request: 'request',
  recipient: 'recipient',
  implicated: 'implicated',
  'based-on': 'basedOn',
  'part-of': 'partOf',
  'service-provider': 'serviceProvider',
};

/** Where a parameter's one word or reference stands; undefined when it is of another kind. */
export const elementOf = (parameter: string): string | undefined => ELEMENTS[parameter];

/** Where each query of certain parameters can be held against its matches; there are few kinds, asked again and again. */
const PLACES = new Map<string, readonly Omit<Check, 'values'>[]>();

/**
 * What the matches of a query can be held against.
 * @param kind all of the names in one, which tells queries of the same parameters
 */
export function checksOf(query: Query, names: readonly string[], kind = names.join('&')): readonly Check[] {
  const places = PLACES.get(kind) ?? placesOf(names);
  PLACES.set(kind, places);
  return places.map(({ name, element }) => {
    const asked = query[name] ?? [];
    return { name, element, values: typeof asked === 'string' ? [asked] : asked };
  });
}

const placesOf = (names: readonly string[]): readonly Omit<Check, 'values'>[] =>
  names.flatMap((name) => {
    const element = ELEMENTS[name];
    return element === undefined ? [] : [{ name, element }];
  });

/** What a match was searched by and is not; a system may leave out parameters, and say that it did not. */
export function unanswered(checks: readonly Check[], resource: Resource): string | undefined {
  for (let at = 0; at < checks.length; at += 1) {
    const check = checks[at];
    if (check !== undefined && !holds(Reflect.get(resource, check.element), check.values)) return check.name;
  }
  return undefined;
}

function holds(value: unknown, sought: readonly string[]): boolean {
  if (typeof value === 'string') return sought.includes(value);
  if (Array.isArray(value)) return value.some((each) => holds(each, sought));
  if (typeof value !== 'object' || value === null) return false;
  const { reference } = value as { readonly reference?: unknown };
  return (
    typeof reference === 'string' &&
    (sought.includes(reference) || sought.includes(localReference(reference)))
  );
}
