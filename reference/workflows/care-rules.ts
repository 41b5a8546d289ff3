import { readFileSync } from 'node:fs';
import { matchesSearchRequest, parseSearchRequest } from '@medplum/core';
import type { Resource } from '@medplum/fhirtypes';
import { parse } from 'yaml';
import type { Faults } from '../faults/fault.ts';
import { type ReferenceWorkflow, Refusal, type Store, type Write } from '../workflow.ts';

/** What must be there, or must not, before something is written. */
type Need = {
  readonly name: string;
  /** The system's no, in words for a person. */
  readonly refuse: string;
} & (Found | Newest | Said | Rows);

interface Found {
  /** A FHIR search, with ways into what is written. */
  readonly search: string;
  readonly atLeast?: number;
  readonly atMost?: number;
  /** Only what differs here counts. */
  readonly differingIn?: string;
  /** Only what is otherwise here than what is written counts. */
  readonly unlikeIn?: string;
}

/** The newest of what a search finds must say this. */
interface Newest {
  readonly newest: string;
  readonly says: string;
  readonly is: string;
}

/** What is written must itself say this. */
interface Said {
  readonly own: string;
  readonly is: string;
}

/** What is written must have these rows; the no names those that are missing. */
interface Rows {
  readonly rows: readonly string[];
}

interface Rule {
  readonly on: string;
  readonly do: readonly Write['interaction'][];
  /** A FHIR search about what is written. */
  readonly where: string;
  readonly source: string;
  readonly needs: readonly Need[];
}

const RULES: Readonly<Record<string, Rule>> = parse(
  readFileSync(new URL('./care-rules.yaml', import.meta.url), 'utf8'),
);

/** The rules of care-rules.yaml, each a workflow of its name. */
export const careRules = (faults: Faults): readonly ReferenceWorkflow[] =>
  Object.entries(RULES).map(([name, rule]) => ({
    name,
    async beforeWrite({ interaction, resource }, store) {
      if (!rule.do.includes(interaction) || !concerns(rule, resource)) return resource;
      for (const need of rule.needs) {
        const isMet = await holds(need, resource, store);
        if (isMet || faults.strikes(`${need.name}-ignored`, {}) !== undefined) continue;
        throw new Refusal(422, saidOf(need, resource));
      }
      return resource;
    },
  }));

const concerns = ({ on, where }: Rule, resource: Resource): boolean =>
  resource.resourceType === on && matchesSearchRequest(resource, parseSearchRequest(`${on}?${where}`));

const saidOf = (need: Need, resource: Resource): string =>
  'rows' in need ? `${need.refuse} ${missing(need, resource).join(', ').toLowerCase()}.` : need.refuse;

/** The rows that are not there, or say nothing. */
function missing({ rows }: Rows, resource: Resource): readonly string[] {
  const input = (resource.resourceType === 'Task' && resource.input) || [];
  return rows.filter(
    (row) => !input.some(({ type, valueString }) => type.text === row && valueString?.trim() !== ''),
  );
}

/** `{subject.reference}` stands for a value of what is written, and with `:id` for the id in a reference. */
const PLACES = /\{([\w.]+)(:id)?\}/g;

async function holds(need: Need, resource: Resource, store: Store): Promise<boolean> {
  if ('own' in need) return valueAt(resource, need.own) === need.is;
  if ('rows' in need) return missing(need, resource).length === 0;
  const all = await foundBy('newest' in need ? need.newest : need.search, resource, store);
  if (all === undefined) return false;
  if ('newest' in need) return valueAt(newestOf(all), need.says) === need.is;
  const { atLeast = 0, atMost = Number.POSITIVE_INFINITY, differingIn, unlikeIn } = need;
  const found =
    unlikeIn === undefined
      ? all
      : all.filter((each) => valueAt(each, unlikeIn) !== valueAt(resource, unlikeIn));
  const count =
    differingIn === undefined
      ? found.length
      : new Set(found.map((each) => valueAt(each, differingIn)).filter((value) => value !== undefined)).size;
  return count >= atLeast && count <= atMost;
}

/** What a search finds, its ways filled in from what is written; undefined where that lacks a value. */
async function foundBy(
  search: string,
  resource: Resource,
  store: Store,
): Promise<readonly Resource[] | undefined> {
  const values = [...search.matchAll(PLACES)].map(([, way = '', id]) => {
    const value = valueAt(resource, way);
    return id === undefined ? value : String(value ?? '').split('/')[1];
  });
  if (values.includes(undefined)) return undefined;
  return store.search(search.replace(PLACES, () => encodeURIComponent(String(values.shift()))));
}

const newestOf = (all: readonly Resource[]): Resource | undefined =>
  [...all].sort((a, b) => (a.meta?.lastUpdated ?? '').localeCompare(b.meta?.lastUpdated ?? '')).at(-1);

const valueAt = (resource: Resource | undefined, way: string): unknown =>
  way
    .split('.')
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], resource);
