import type { Resource, ResourceType } from '@medplum/fhirtypes';
import { localReference } from '../url.ts';

/** What is kept of FHIR resources in memory: versions are counted, nothing is judged. */
export class SmallStore {
  readonly #resources = new Map<string, Resource>();
  readonly #now: () => number;
  #made = 0;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Keeps a new resource. */
  create(resource: Resource): Resource {
    this.#made += 1;
    return this.#keep({ ...resource, id: String(this.#made) }, 1);
  }

  /** Keeps a resource in another's place. */
  update(resource: Resource): Resource {
    return this.#keep(resource, Number(this.read(referenceOf(resource))?.meta?.versionId ?? 0) + 1);
  }

  remove(reference: string): void {
    this.#resources.delete(reference);
  }

  read(reference: string): Resource | undefined {
    return this.#resources.get(reference);
  }

  /** What a search of a type finds, oldest first. */
  search(type: ResourceType, query: URLSearchParams): readonly Resource[] {
    const asked = [...query].filter(([name]) => name in ELEMENTS);
    return [...this.#resources.values()].filter(
      (resource) =>
        resource.resourceType === type &&
        asked.every(([name, value]) => value.split(',').some((each) => holds(resource, name, each))),
    );
  }

  /** What the resources point at in an element: _include. */
  pointedAt(resources: readonly Resource[], element: string): readonly Resource[] {
    const references = resources.flatMap((each) => wordsIn(Reflect.get(each, element)));
    return [...new Set(references)].flatMap((each) => this.read(localReference(each)) ?? []);
  }

  get all(): readonly Resource[] {
    return [...this.#resources.values()];
  }

  #keep(resource: Resource, version: number): Resource {
    const lastUpdated = new Date(this.#now()).toISOString();
    const kept = { ...resource, meta: { ...resource.meta, versionId: String(version), lastUpdated } };
    this.#resources.set(referenceOf(kept), kept);
    return kept;
  }
}

const referenceOf = ({ resourceType, id }: Resource): string => `${resourceType}/${id}`;

/** Where the values of the search parameters that Genrep uses stand, whatever the type. */
const ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  _id: ['id'],
  _tag: ['meta'],
  identifier: ['identifier'],
  status: ['status'],
  type: ['type'],
  code: ['code'],
  'service-type': ['serviceType'],
  subject: ['subject'],
  patient: ['patient', 'subject', 'for', 'participant'],
  focus: ['focus'],
  owner: ['owner'],
  recipient: ['recipient'],
  performer: ['performer'],
  request: ['request'],
  implicated: ['implicated'],
  'based-on': ['basedOn'],
  'part-of': ['partOf'],
  'service-provider': ['serviceProvider'],
  date: ['effectiveDateTime', 'start', 'date', 'sent'],
};

/** The search parameters that are understood; of what else is asked nothing is said. */
export const PARAMETERS: ReadonlySet<string> = new Set([...Object.keys(ELEMENTS), '_include', '_count']);

function holds(resource: Resource, name: string, sought: string): boolean {
  const words = (ELEMENTS[name] ?? []).flatMap((element) => wordsIn(Reflect.get(resource, element)));
  if (name === 'date') return words.some((word) => isFrom(word, sought));
  return words.includes(sought) || words.includes(localReference(sought));
}

const isFrom = (time: string, sought: string): boolean =>
  sought.startsWith('ge') ? Date.parse(time) >= Date.parse(sought.slice(2)) : time === sought;

/** All that can be sought in an element: texts, 'system|code' beside 'code', references as 'Type/id'. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (typeof value !== 'object' || value === null) return [];
  const { system, code, value: named, reference } = value as Readonly<Record<string, unknown>>;
  const word = code ?? named;
  return [
    ...(typeof word === 'string' ? [`${system ?? ''}|${word}`] : []),
    ...(typeof reference === 'string' ? [localReference(reference)] : []),
    ...Object.values(value).flatMap(wordsIn),
  ];
}
