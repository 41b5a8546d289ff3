import type { Resource } from '@medplum/fhirtypes';
import { SECOND } from '../../../domain/time.ts';
import type { Write } from './ledger.ts';
import { heldOf, patientParameter, type Surroundings, searches, seenBy, shownOf } from './surroundings.ts';

/** Room for clocks that differ by fractions. */
const MARGIN = 2 * SECOND;

/** Everything that has come into the system since the run began, whomever it is about; undefined where it cannot be had. */
export async function sweep(
  at: Surroundings,
  types: readonly string[],
  since: number,
): Promise<ReadonlyMap<string, Resource> | undefined> {
  const all = new Map<string, Resource>();
  const from = encodeURIComponent(`ge${new Date(since - MARGIN).toISOString()}`);
  for (const type of types) {
    if (!searches(at, type, '_lastUpdated')) return cannot(at, type);
    const address = `${type}?_lastUpdated=${from}&_count=500`;
    const fetched = await seenBy(at, at.accounts.migration, address, `GET ${type}?_lastUpdated`);
    if (fetched?.status !== 200 || fetched.doubt !== undefined) return cannot(at, type);
    for (const each of fetched.resources) {
      if (each.resourceType === type) all.set(`${type}/${each.id}`, each);
    }
  }
  return all;
}

function cannot({ facts }: Surroundings, type: string): undefined {
  facts.push({
    fact: 'unwatched',
    aspect: 'record',
    reason: `Det går inte att se allt av ${type} som har kommit in sedan körningen började, så bara patienternas egna journaler är genomsökta.`,
  });
}

/** The same chart by chart: what is in a stranger's is not seen. */
export async function chartByChart(
  at: Surroundings,
  types: readonly string[],
): Promise<ReadonlyMap<string, Resource>> {
  const all = new Map<string, Resource>();
  for (const { reference } of at.ledger.people) {
    for (const type of types) {
      const parameter = patientParameter(at, type);
      if (parameter === undefined) continue;
      const address = `${type}?${parameter}=${encodeURIComponent(reference)}&_count=200`;
      const fetched = await seenBy(at, at.accounts.migration, address, `GET ${type}?${parameter}`);
      for (const each of fetched?.resources ?? []) all.set(`${each.resourceType}/${each.id}`, each);
    }
  }
  return all;
}

/**
 * What the record holds of some types when the day is over, as facts, with what must be there.
 * @param only what steps wrote of which it is told, where it has been told of all before
 */
export function tellRecord(
  at: Surroundings,
  types: readonly string[],
  record: ReadonlyMap<string, Resource>,
  only?: readonly Write[],
): void {
  const told = only && new Set(only.map(({ id }) => id));
  for (const [id, each] of record) {
    if (at.ledger.introduced.has(id) || told?.has(id) === false) continue;
    at.facts.push(heldOf(at, each, 'day-end', record));
  }
  const written = Map.groupBy(only ?? at.ledger.writes, ({ what }) => what);
  for (const [what, own] of written) {
    if (!types.includes(what)) continue;
    const due = [...new Set(own.map(({ id }) => id))].map((id) => ({ id, digest: '' }));
    const shown = due.flatMap(({ id }) => {
      const held = record.get(id);
      return held === undefined ? [] : [{ ...shownOf(held), digest: '' }];
    });
    at.facts.push({
      fact: 'looked',
      ...{ round: 'day-end', view: 'everything', reader: 'all', role: 'registry', what, about: 'all' },
      ...{ shown, due, entitled: true },
    });
  }
}
