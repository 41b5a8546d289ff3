import type { Resource } from '@medplum/fhirtypes';
import type { Shown, View } from '../../../domain/fact.ts';
import type { RandomStream } from '../../../domain/random.ts';
import { DAY } from '../../../domain/time.ts';
import type { Person } from './ledger.ts';
import { drawn, patientParameter, type Reader, type Surroundings, searches } from './surroundings.ts';

/** Whose record is asked for, by whom, and what of it. */
interface Asked {
  readonly person: Person;
  readonly reader: Reader;
  readonly type: string;
}

/** A way to ask for some kind of thing of one patient. */
export interface LookQuery {
  readonly address: string;
  readonly name: string;
  readonly sorted: boolean;
  /** Those of what is due that the query is about. */
  readonly of: (due: readonly Shown[]) => readonly Shown[];
}

/** How a reader asks this time, as the seed draws it; undefined where there is nothing to ask for. */
export function queryFor(
  at: Surroundings,
  { person, reader, type }: Asked,
  view: View,
  known: readonly Resource[],
): LookQuery | undefined {
  const draws = drawn(at, `query ${reader.name} ${type} ${view}`, person.patient.key);
  const some = known[draws.below(known.length)];
  if (view === 'record') {
    if (some === undefined) return undefined;
    const id = `${type}/${some.id}`;
    return {
      address: id,
      name: `GET ${type}/:id`,
      sorted: false,
      of: (due) => due.filter((one) => one.id === id),
    };
  }
  const parameter = patientParameter(at, type);
  if (parameter === undefined) return undefined;
  const patient = `${parameter}=${encodeURIComponent(person.reference)}`;
  const since = draws.next() < 0.3 && some !== undefined ? sinceOf(at, some, known, draws) : undefined;
  if (since !== undefined) {
    const ids = new Set(known.filter(since.holds).map(({ id }) => `${type}/${id}`));
    return {
      address: `${type}?${patient}&${since.query}&_count=200`,
      name: `GET ${type}?${parameter}&${since.parameter}`,
      sorted: false,
      of: (due) => due.filter(({ id }) => ids.has(id)),
    };
  }
  const filter = draws.next() < 0.5 && some !== undefined ? filterBy(at, some, draws.below(8)) : undefined;
  if (filter !== undefined) {
    const ids = new Set(known.filter(filter.holds).map(({ id }) => `${type}/${id}`));
    return {
      address: `${type}?${patient}&${filter.query}&_count=200`,
      name: `GET ${type}?${parameter}&${filter.parameter}`,
      sorted: false,
      of: (due) => due.filter(({ id }) => ids.has(id)),
    };
  }
  const sorted = draws.next() < 0.5 && searches(at, type, '_lastUpdated');
  return {
    address: `${type}?${patient}${sorted ? '&_sort=-_lastUpdated' : ''}&_count=${draws.next() < 0.3 ? 2 : 200}`,
    name: `GET ${type}?${parameter}`,
    sorted,
    of: (due) => due,
  };
}

/** Parameters that say something of a thing, with the path of what they are about. */
const FILTERS: readonly (readonly [parameter: string, path: string])[] = [
  ['status', 'status'],
  ['encounter', 'encounter'],
  ['based-on', 'basedOn'],
  ['focus', 'focus'],
  ['implicated', 'implicated'],
  ['request', 'request'],
  ['code', 'code'],
  ['type', 'type'],
];

function filterBy(at: Surroundings, some: Resource, from: number) {
  for (let n = 0; n < FILTERS.length; n += 1) {
    const [parameter = '', path = ''] = FILTERS[(from + n) % FILTERS.length] ?? [];
    const value = wordIn(Reflect.get(some, path));
    if (value === undefined || !searches(at, some.resourceType, parameter)) continue;
    return {
      parameter,
      query: `${parameter}=${encodeURIComponent(value)}`,
      holds: (each: Resource) => wordIn(Reflect.get(each, path)) === value,
    };
  }
  return undefined;
}

/** Parameters that say when, with the path of the time. */
const TIMES: readonly (readonly [parameter: string, path: string])[] = [
  ['date', 'effectiveDateTime'],
  ['authored', 'authoredOn'],
  ['authoredon', 'authoredOn'],
  ['authored-on', 'authoredOn'],
  ['sent', 'sent'],
  ['issued', 'issued'],
];

/**
 * Asks for what is from a time on: of one of those that are there, or the day after all of them, when there is nothing to
 * show. Where all are of the same time only the latter tells whether the time is minded.
 */
function sinceOf(at: Surroundings, some: Resource, known: readonly Resource[], draws: RandomStream) {
  for (const [parameter, path] of TIMES) {
    const from: unknown = Reflect.get(some, path);
    if (typeof from !== 'string' || !A_TIME.test(from) || !searches(at, some.resourceType, parameter))
      continue;
    const timeOf = (each: Resource): number => Date.parse(String(Reflect.get(each, path)));
    if (draws.next() < 0.5 && known.every((each) => !Number.isNaN(timeOf(each)))) {
      const after = new Date(Math.max(...known.map(timeOf)) + DAY).toISOString();
      return { parameter, query: `${parameter}=ge${encodeURIComponent(after)}`, holds: () => false };
    }
    return {
      parameter,
      query: `${parameter}=ge${encodeURIComponent(from)}`,
      holds: (each: Resource) => timeOf(each) >= Date.parse(from),
    };
  }
  return undefined;
}

/** With its time zone, without which a search may mean another moment. */
const A_TIME = /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/;

/** What is searched for to find a value: a word, a code in its system, a reference; the first of several. */
function wordIn(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.length === 1 ? wordIn(value[0]) : undefined;
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const { reference, coding } = value as {
    reference?: string;
    coding?: { system?: string; code?: string }[];
  };
  if (reference !== undefined) return reference;
  const [code] = coding ?? [];
  return code?.code === undefined ? undefined : `${code.system ?? ''}|${code.code}`;
}
