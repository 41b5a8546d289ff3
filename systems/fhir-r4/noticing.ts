import type { ExtractResource, Resource, ResourceType } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { Refused } from '../driver/outcome.ts';
import type { Created, FhirClient, Known } from './client.ts';
import { lowestOf } from './lowest.ts';
import { FhirReader } from './read.ts';
import { localReference } from './url.ts';

/** Which of what stands in a chart may be what somebody else has done now. */
export interface Noticing {
  /** Epoch milliseconds of the system's clock; what was last written before is something else. */
  readonly notBefore: number;
  /** The run, whose robots mark what they make. */
  readonly run: string;
  /** What earlier steps of the flow made. */
  readonly taken: ReadonlySet<string>;
}

/** Nobody has done it yet. */
export class NotDone extends Error {
  /** What somebody made of the same kind, which says something else. */
  readonly otherwise: string | undefined;

  constructor(otherwise?: string) {
    super('Nobody has done it.');
    this.otherwise = otherwise;
  }
}

/** It leaves nothing that can be looked for. */
export class LeavesNoTrace extends Error {}

/**
 * A client that writes nothing: where a task would make or change something, it looks whether somebody else has, by
 * what it says. A person at a workstation leaves no token.
 */
export class FhirWatcher extends FhirReader implements FhirClient {
  readonly #noticing: Noticing;

  constructor(noticing: Noticing, ...[exchange, account, patient]: ConstructorParameters<typeof FhirReader>) {
    super(exchange, account, patient);
    this.#noticing = noticing;
  }

  async create<R extends Resource>(resource: R): Promise<Created> {
    const type = resource.resourceType;
    if (this.patient === undefined) throw new LeavesNoTrace();
    const chart: readonly Resource[] = (await this.search(type, { patient: this.patient })).seen;
    const candidates = chart.filter((found) => this.#isNew(found) && holds(found, resource, KIND));
    const names = Object.keys(resource).filter((name) => !NOT_COMPARED.has(name));
    const done = lowestOf(candidates.filter((found) => holds(found, resource, names)));
    if (done !== undefined) return { reference: done };
    throw new NotDone(lowestOf(candidates));
  }

  createUnless(): Promise<Known> {
    throw new LeavesNoTrace();
  }

  async update<T extends ResourceType>(
    type: T,
    reference: string,
    _token: string,
    change: (current: ExtractResource<T>) => ExtractResource<T>,
  ): Promise<void> {
    const current = await this.find(type, reference);
    if (current === undefined) throw new Refused(`${reference} finns inte i systemet.`, 'absence');
    // A change may be made on the spot, so it gets a copy.
    const wanted = change(structuredClone(current));
    if (!holds(current as Resource, wanted as Resource, Object.keys(wanted))) throw new NotDone();
  }

  remove(): Promise<void> {
    throw new LeavesNoTrace();
  }

  operate(): Promise<void> {
    throw new LeavesNoTrace();
  }

  #isNew(found: Resource): boolean {
    const { notBefore, run, taken } = this.#noticing;
    const { tag = [], lastUpdated: written } = found.meta ?? {};
    return (
      !tag.some(({ system, code = '' }) => system === SYSTEMS.token && code.startsWith(`${run}.`)) &&
      !taken.has(`${found.resourceType}/${found.id}`) &&
      (written === undefined || Date.parse(written) >= notBefore)
    );
  }
}

/** What a resource is of: with the same of these and something else otherwise it was done, but otherwise. */
const KIND = ['code', 'type', 'class', 'category', 'serviceType', 'basedOn', 'request', 'partOf', 'focus'];

/** What one client writes and another leaves out. */
const LEFT_OUT = new Set(['display', 'route', 'timing']);

/** What a server writes as it likes, and what a client may leave out or pass on in parts. */
const NOT_COMPARED = new Set([
  // In what words, and by which law, a client says it.
  'policyRule',
  'content',
  'payload',
  'medium',
  'description',
  'resourceType',
  'id',
  'meta',
  'text',
  'encounter',
  'context',
  'contained',
  'result',
]);

const holds = (found: Resource, wanted: Resource, names: readonly string[]): boolean => {
  const [one, other] = [found, wanted] as unknown as readonly Fields[];
  return names.every(
    (name) =>
      isOwnWord(name, other?.[name]) ||
      // A client may leave out a status where FHIR does not ask for one.
      (name === 'status' && one?.status === undefined) ||
      says(one?.[name], other?.[name]),
  );
};

type Fields = Readonly<Record<string, unknown>>;

/** What something is of is told by a code; where there is none, every client has its own word. */
const isOwnWord = (name: string, value: unknown): boolean =>
  name === 'type' && typeof value === 'object' && value !== null && Object.keys(value).join() === 'text';

/** Whether a value says at least what another does; when it was done, by whom and in what words is left aside. */
function says(found: unknown, wanted: unknown): boolean {
  if (wanted === undefined || found === wanted) return true;
  if (typeof wanted === 'string') {
    if (A_TIME.test(wanted)) return true;
    return (
      typeof found === 'string' && wanted.includes('/') && localReference(found) === localReference(wanted)
    );
  }
  if (typeof wanted !== 'object' || wanted === null) return false;
  if ('identifier' in wanted) return true;
  if (typeof found !== 'object' || found === null) return false;
  if (Array.isArray(wanted)) {
    return Array.isArray(found) && wanted.every((each) => found.some((one: unknown) => says(one, each)));
  }
  const names = Object.keys(wanted).filter((name) => !LEFT_OUT.has(name));
  const compared = names.length > 1 ? names.filter((name) => name !== 'text') : names;
  return compared.every((name) => says((found as Fields)[name], (wanted as Fields)[name]));
}

const A_TIME = /^\d{4}-\d{2}-\d{2}T/;
