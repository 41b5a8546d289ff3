import type { Appointment, Bundle, BundleEntry } from '@medplum/fhirtypes';
import { wordsOf } from '../../fhir/errors.ts';
import type { Entry } from '../entries/entry.ts';
import { HOME_CARE } from '../entries/marks.ts';

/** How much is sent at once: small enough that what is lost on the way is soon sent again. */
const MOST_ENTRIES = 100;
const MOST_CHARACTERS = 1_500_000;

/** What waits, in the order it was written, in parts that are sent one after the other. */
export function inParts(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const parts: Entry[][] = [];
  let room = 0;
  for (const entry of entries) {
    const size = JSON.stringify(entry.what).length;
    const part = parts.at(-1);
    if (part === undefined || part.length >= MOST_ENTRIES || size > room) {
      parts.push([entry]);
      room = MOST_CHARACTERS - size;
    } else {
      part.push(entry);
      room -= size;
    }
  }
  return parts;
}

/** Each by itself: that one is refused keeps no other back. A fact is made unless it is there, a plan changed if unchanged. */
export const batchOf = (entries: readonly Entry[]): Bundle => ({
  resourceType: 'Bundle',
  type: 'batch',
  entry: entries.map(requestOf),
});

function requestOf({ id, what }: Entry): BundleEntry {
  if ('makes' in what) {
    const { resourceType } = what.makes;
    const ifNoneExist = `identifier=${HOME_CARE}|${id}`;
    return { resource: what.makes, request: { method: 'POST', url: resourceType, ifNoneExist } };
  }
  const url = `Appointment/${what.changes.id}`;
  return { resource: what.changes, request: { method: 'PUT', url, ifMatch: `W/"${what.version}"` } };
}

/** What an answer says of one entry. */
export type Answer =
  | { readonly state: 'stands'; readonly reference: string }
  | { readonly state: 'refused'; readonly said: string }
  /** Somebody changed the plan meanwhile; or this device did, and never heard the answer. */
  | { readonly state: 'changed-meanwhile' }
  /** Nothing is known: it waits. */
  | undefined;

/** The answers to a batch, in its order; of an answer that lacks some nothing is known of those. */
export const answersIn = ({ entry: answers = [] }: Bundle, entries: readonly Entry[]): readonly Answer[] =>
  entries.map((entry, place) => answerIn(answers[place], entry));

function answerIn(answered: BundleEntry | undefined, { what }: Entry): Answer {
  const status = Number(answered?.response?.status.slice(0, 3));
  if (status >= 200 && status < 300) {
    const reference = referenceIn(answered);
    return reference === undefined ? undefined : { state: 'stands', reference };
  }
  if (status === 412 && 'changes' in what) return { state: 'changed-meanwhile' };
  // Too many, too slow, or not itself: it says nothing about what was sent.
  if (!(status >= 400 && status < 500) || status === 401 || status === 408 || status === 429)
    return undefined;
  const { outcome } = answered?.response ?? {};
  return {
    state: 'refused',
    said: outcome?.resourceType === 'OperationOutcome' ? wordsOf(outcome) : `${status}`,
  };
}

function referenceIn(answered: BundleEntry | undefined): string | undefined {
  const { resource, response } = answered ?? {};
  if (resource?.id !== undefined) return `${resource.resourceType}/${resource.id}`;
  return /[A-Za-z]+\/[^/]+(?=\/_history|$)/.exec(response?.location ?? '')?.[0];
}

/** Whether the plan, as it stands now, is what this entry made of it. */
export const isOwnChange = ({ identifier = [] }: Appointment, { id }: Entry): boolean =>
  identifier.some(({ system, value }) => system === HOME_CARE && value === id);
