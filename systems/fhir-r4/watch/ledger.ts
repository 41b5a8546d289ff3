import type { Resource } from '@medplum/fhirtypes';
import type { ActivityKind } from '../../../domain/activity.ts';
import type { CareUnit } from '../../../domain/care-day.ts';
import type { Accessed, Acted } from '../../../domain/fact.ts';
import type { Patient } from '../../../domain/patient.ts';
import type { Role, UnitKind } from '../../../domain/role.ts';
import type { StepContext } from '../../care-system.ts';
import type { Account } from '../../driver/account.ts';
import type { ExchangeRequest } from '../exchange.ts';
import type { TransportResponse } from '../transport.ts';
import { localReference } from '../url.ts';
import {
  aboutOf,
  answerOf,
  authorOf,
  componentOf,
  containedIn,
  contentOf,
  receiversOf,
  tokensOf,
} from './canonical.ts';

/** A write as it went over the wire, beside what it means. */
export interface Write extends Acted {
  readonly resource: Resource;
  readonly request: ExchangeRequest;
  /** 'Patient/17' */
  readonly person: string;
}

/** Somebody whom the run has brought in. */
export interface Person {
  readonly patient: Patient;
  /** 'Patient/17' */
  readonly reference: string;
  readonly units: Readonly<Partial<Record<UnitKind, CareUnit>>>;
}

/** Whose step a request belongs to. */
export interface Occasion {
  readonly context: StepContext;
  readonly kind: ActivityKind;
  readonly role?: Role | undefined;
}

/** Everything that the driver wrote, and whose record it opened. */
export class Ledger {
  readonly writes: Write[] = [];
  readonly accesses: Accessed[] = [];
  /** What was made so that a flow could begin. */
  readonly introduced = new Set<string>();
  readonly #people = new Map<string, Person>();
  readonly #byReference = new Map<string, Person>();
  readonly #ofInstance = new Map<string, Write[]>();
  readonly #known = new Set<string>();
  /** People whom flows made known beside their patients, and what is about them: not in the patient's own log. */
  readonly #ofOthers = new Set<string>();
  readonly #last = new Map<string, Write>();

  bringIn(person: Person, made: readonly string[]): void {
    this.#people.set(person.patient.key, person);
    this.#byReference.set(person.reference, person);
    for (const reference of made) this.introduced.add(reference);
  }

  get people(): readonly Person[] {
    return [...this.#people.values()];
  }

  person(key: string): Person | undefined {
    return this.#people.get(key);
  }

  /** Patient.key of 'Patient/17'; undefined of somebody whom the run does not know. */
  keyOf(reference: string): string | undefined {
    return this.#byReference.get(reference)?.patient.key;
  }

  writesOf(instance: string): readonly Write[] {
    return this.#ofInstance.get(instance) ?? [];
  }

  /** The latest write of a thing. */
  lastOf(id: string): Write | undefined {
    return this.#last.get(id);
  }

  take(
    { context, kind, role }: Occasion,
    account: Account,
    request: ExchangeRequest,
    response: TransportResponse,
    sentAt: number,
    at: number,
  ): void {
    if (response.status < 200 || response.status >= 300) return;
    const { instance, patient } = context;
    const about = { account, patient: patient.key, instance, kind, at };
    if (request.method === 'GET') {
      this.#read(request.address, about);
      return;
    }
    if (request.body === undefined || request.method === 'DELETE') return;
    const resource = JSON.parse(request.body) as Resource;
    const id = referenceOf(request, response, resource);
    const token = tokensOf(resource).at(-1);
    if (id === undefined || token === undefined || this.#known.has(`${id} ${token}`)) return;
    this.#known.add(`${id} ${token}`);
    const own = this.#people.get(patient.key);
    // Somebody whom the flow itself made known is its patient under another number.
    if (resource.resourceType === 'Patient' && request.method === 'POST' && own !== undefined) {
      this.#byReference.set(id, own);
      this.#ofOthers.add(id);
    }
    if (this.#ofOthers.has(aboutOf(resource) ?? '')) this.#ofOthers.add(id);
    const contained = containedIn(resource);
    const write: Write = {
      fact: 'acted',
      interaction: request.method === 'POST' ? 'made' : 'changed',
      what: resource.resourceType,
      id,
      ...{ instance, patient: patient.key, kind, token, account, role, sentAt, at, resource, request },
      author: authorOf(resource),
      content: contained.length === 0 ? contentOf(resource) : answerOf(resource, contained),
      component: componentOf(resource),
      receivers: receiversOf(resource),
      person: aboutOf(resource) ?? '',
      ...(contained.length === 0 ? {} : { passedOn: true }),
    };
    this.writes.push(write);
    this.#last.set(id, write);
    const earlier = this.#ofInstance.get(instance);
    if (earlier === undefined) this.#ofInstance.set(instance, [write]);
    else earlier.push(write);
    if (write.passedOn === undefined && !this.#ofOthers.has(id)) {
      this.accesses.push({
        fact: 'accessed',
        ...about,
        action: write.interaction === 'made' ? 'C' : 'U',
        what: id,
      });
    }
  }

  /** Notes a look that the watch itself made. */
  noteAccess(access: Omit<Accessed, 'fact'>): void {
    this.accesses.push({ fact: 'accessed', ...access });
  }

  #read(address: string, about: Omit<Accessed, 'fact' | 'action' | 'what'>): void {
    const [path = '', query] = address.split('?');
    if (path.includes('://') || path.includes('$') || path === 'metadata') return;
    const isSearch = query !== undefined || !path.includes('/');
    if (this.#ofOthers.has(localReference(path))) return;
    if (query !== undefined && [...this.#ofOthers].some((each) => decodeURIComponent(query).includes(each)))
      return;
    // A search that names nobody concerns those whom it found, which only its answer tells.
    if (isSearch && query?.includes('Patient%2F') !== true) return;
    this.accesses.push({
      fact: 'accessed',
      ...about,
      action: isSearch ? 'E' : 'R',
      what: isSearch ? path : localReference(path),
    });
  }
}

function referenceOf(
  request: ExchangeRequest,
  response: TransportResponse,
  { resourceType }: Resource,
): string | undefined {
  if (request.method === 'PUT') return localReference(request.address);
  const location = response.header('location');
  if (location !== undefined) return localReference(location);
  const id = response.pick('id');
  return typeof id === 'string' ? `${resourceType}/${id}` : undefined;
}
