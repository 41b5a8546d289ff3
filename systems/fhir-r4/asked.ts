import type { Resource } from '@medplum/fhirtypes';
import { localReference, type Query } from './url.ts';

/** One thing that every match must be, since it was searched by, and where it stands. */
export interface Place {
  readonly name: string;
  readonly element: string;
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
const PLACES = new Map<string, readonly Place[]>();

/**
 * What the matches of a query by these names can be held against.
 * @param kind all of the names in one, which tells queries of the same parameters
 */
export function placesOf(names: readonly string[], kind = names.join('&')): readonly Place[] {
  const known = PLACES.get(kind);
  if (known !== undefined) return known;
  const places = names.flatMap((name) => {
    const element = ELEMENTS[name];
    return element === undefined ? [] : [{ name, element }];
  });
  PLACES.set(kind, places);
  return places;
}

/** What a match was searched by and is not; a system may leave out parameters, and say that it did not. */
export function unanswered(places: readonly Place[], query: Query, resource: Resource): string | undefined {
  // By number: under load a `for … of` costs more than what it goes round.
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at];
    if (place !== undefined && !holds(Reflect.get(resource, place.element), query[place.name] ?? NOTHING))
      return place.name;
  }
  return undefined;
}

const NOTHING: readonly string[] = [];

function holds(value: unknown, sought: string | readonly string[]): boolean {
  if (typeof value === 'string') return isAmong(value, sought);
  if (Array.isArray(value)) return value.some((each) => holds(each, sought));
  if (typeof value !== 'object' || value === null) return false;
  const { reference } = value as { readonly reference?: unknown };
  return (
    typeof reference === 'string' &&
    (isAmong(reference, sought) || isAmong(localReference(reference), sought))
  );
}

const isAmong = (value: string, sought: string | readonly string[]): boolean =>
  typeof sought === 'string' ? value === sought : sought.includes(value);
