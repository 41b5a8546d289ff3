import type { Acted, Held } from '../domain/fact.ts';
import type { Facts } from '../domain/monitor.ts';

/** What the record holds and what steps wrote, by the names that both go by. Made once for all monitors of a run. */
export interface RecordIndex {
  /** Each thing as it was seen last, by the system's name of it. */
  readonly last: ReadonlyMap<string, Held>;
  /** The steps that wrote a thing, the first first, by the system's name of it. */
  readonly writes: ReadonlyMap<string, readonly Acted[]>;
  /** What a step made, by its token. */
  readonly byToken: ReadonlyMap<string, readonly Acted[]>;
}

const KNOWN = new WeakMap<Facts, RecordIndex>();

export function recordIn(facts: Facts): RecordIndex {
  const known = KNOWN.get(facts);
  if (known !== undefined) return known;
  const made = {
    last: new Map(facts.held.map((held) => [held.id, held])),
    writes: Map.groupBy(facts.acted, ({ id }) => id),
    byToken: Map.groupBy(facts.acted, ({ token }) => token),
  };
  KNOWN.set(facts, made);
  return made;
}

/** What a finding says of the step that it is about. */
export const stepOf = ({ kind, instance, token }: Pick<Acted, 'kind' | 'instance' | 'token'>) => ({
  kind,
  instance,
  token,
});

/** Whether what is wrong with a name or an address is that it can be read at all. */
export const isLeak = (fault: string): boolean => fault.includes('går att läsa');

/** A text as a report may tell it: not all of it where it is long. */
export const short = (text: string): string =>
  text.length <= 80 ? `”${text}”` : `”${text.slice(0, 60)}…” (${text.length} tecken)`;

/** What a thing is a kind of: the code, type or category that it is told by. */
export const sortOf = ({ what, content }: Pick<Held, 'what' | 'content'>): string =>
  [what, ...SORTS.map((path) => content[path] ?? '')].join(' ');

const SORTS = [
  'code.coding[0].code',
  'type.coding[0].code',
  'category[0].coding[0].code',
  'medicationCodeableConcept.coding[0].code',
  'class.code',
  'serviceType[0].coding[0].code',
  'appointmentType.coding[0].code',
];
