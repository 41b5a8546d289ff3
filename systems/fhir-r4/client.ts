import type { Bundle, ExtractResource, Resource, ResourceType } from '@medplum/fhirtypes';
import { SystemError } from '../care-system.ts';
import type { Account } from '../driver/account.ts';
import { Refused, Unsettled } from '../driver/outcome.ts';
import { nounOf } from '../driver/words.ts';
import { assertAbout } from './about.ts';
import { accepted, resourceIn } from './answer.ts';
import type { Exchange } from './exchange.ts';
import { localReference, type Query, queryOf } from './url.ts';
import { createWriter, type Resending, type Writer } from './write.ts';

/** What a search found: what matched, and what came along with it. */
export interface Found<T extends ResourceType> {
  readonly matches: readonly ExtractResource<T>[];
  readonly included: readonly Resource[];
}

/**
 * FHIR as one signed-in person about one patient. Everything throws {@link Refused} when the system says no and a
 * SystemError when it does not do its part; an answer about another patient is the latter.
 */
export interface FhirClient extends Writer {
  /** The resource behind 'Type/id'; undefined when there is none. */
  find<T extends ResourceType>(type: T, reference: string): Promise<ExtractResource<T> | undefined>;
  /** As `find`, but there must be one. */
  read<T extends ResourceType>(type: T, reference: string): Promise<ExtractResource<T>>;
  /** All pages of a search. */
  search<T extends ResourceType>(type: T, query: Query): Promise<Found<T>>;
  /** All pages of an operation on one resource that answers with a list, such as `$everything`. */
  list(reference: string, operation: string): Promise<readonly Resource[]>;
  /** Removes what is behind 'Type/id'; what is gone already is well. */
  remove(reference: string): Promise<void>;
  /** An operation on one resource that does something. */
  operate(reference: string, operation: string, query: Query): Promise<void>;
}

/** More pages than this of one patient's resources is a server that turns in circles. */
const MOST_PAGES = 200;

export const createClient = (
  exchange: Exchange,
  account: Account,
  patient?: string,
  resending?: Resending,
): FhirClient => new Client(exchange, account, patient, resending);

type Entries = Required<Bundle>['entry'];

/** A class, since one is made for each step, and under load an object of many functions costs more than a request. */
class Client implements FhirClient {
  readonly #exchange: Exchange;
  readonly #account: Account;
  readonly #patient: string | undefined;
  readonly #resending: Resending | undefined;

  constructor(
    exchange: Exchange,
    account: Account,
    patient: string | undefined,
    resending: Resending | undefined,
  ) {
    this.#exchange = exchange;
    this.#account = account;
    this.#patient = patient;
    this.#resending = resending;
  }

  async find<T extends ResourceType>(type: T, reference: string): Promise<ExtractResource<T> | undefined> {
    const doing = `När ${nounOf(type)} skulle läsas`;
    const response = await this.#exchange(this.#account, {
      method: 'GET',
      address: reference,
      name: `GET ${type}/:id`,
    });
    if (response.status === 404 || response.status === 410) return undefined;
    const resource = resourceIn(response, doing);
    this.#checkPatient(resource, doing);
    if (!isOf(type, resource) || `${type}/${resource.id}` !== reference) {
      throw new SystemError(
        'wrong-answer',
        `${doing} gällde det ${reference}, men systemet svarade med ${resource.resourceType}/${resource.id}.`,
      );
    }
    return resource;
  }

  async read<T extends ResourceType>(type: T, reference: string): Promise<ExtractResource<T>> {
    const resource = await this.find(type, reference);
    if (resource === undefined) throw new Refused(`${reference} finns inte i systemet.`);
    return resource;
  }

  search<T extends ResourceType>(type: T, query: Query): Promise<Found<T>> {
    return this.#all(
      `${type}?${queryOf(query)}`,
      `GET ${type}?${Object.keys(query).join('&')}`,
      `När ${nounOf(type)} skulle sökas`,
      (entries) => sorted(type, entries),
    );
  }

  list(reference: string, operation: string): Promise<readonly Resource[]> {
    const [type] = reference.split('/');
    return this.#all(
      `${reference}/$${operation}`,
      `GET ${type}/:id/$${operation}`,
      `När ${operation} på ${reference} skulle hämtas`,
      (entries) => entries.flatMap(({ resource }) => (resource === undefined ? [] : [resource])),
    );
  }

  async remove(reference: string): Promise<void> {
    const [type] = reference.split('/');
    const response = await this.#exchange(this.#account, {
      method: 'DELETE',
      address: reference,
      name: `DELETE ${type}/:id`,
    });
    if (response.status === 404 || response.status === 410) return;
    accepted(response, `När ${reference} skulle tas bort`);
  }

  async operate(reference: string, operation: string, query: Query): Promise<void> {
    if (this.#resending !== undefined) {
      throw new Unsettled(
        `Körningen bröts medan ${operation} utfördes, och det lämnar inget spår att leta efter.`,
      );
    }
    const [type] = reference.split('/');
    const response = await this.#exchange(this.#account, {
      method: 'POST',
      address: `${reference}/$${operation}?${queryOf(query)}`,
      name: `POST ${type}/:id/$${operation}`,
    });
    accepted(response, `När ${operation} på ${reference} skulle utföras`);
  }

  create<R extends Resource>(resource: R, token: string): Promise<string> {
    return this.#writing().create(resource, token);
  }

  createUnless<R extends Resource>(resource: R, existing: Readonly<Record<string, string>>): Promise<string> {
    return this.#writing().createUnless(resource, existing);
  }

  update<T extends ResourceType>(
    type: T,
    reference: string,
    token: string,
    change: (current: ExtractResource<T>) => ExtractResource<T>,
  ): Promise<void> {
    return this.#writing().update(type, reference, token, change);
  }

  /** Follows a list to its last page, and gives what is made of all that stood on them. */
  async #all<Made>(
    first: string,
    name: string,
    doing: string,
    made: (entries: Entries) => Made,
  ): Promise<Made> {
    const entries: Entries = [];
    const seen: string[] = [];
    for (let next: string | undefined = first; next !== undefined; ) {
      if (seen.includes(next) || seen.length === MOST_PAGES) {
        throw new SystemError('broken-answer', `${doing} tog sidorna aldrig slut.`);
      }
      seen.push(next);
      const response = await this.#exchange(this.#account, { method: 'GET', address: next, name });
      const page = resourceIn(response, doing);
      if (page.resourceType !== 'Bundle') {
        throw new SystemError(
          'broken-answer',
          `${doing} svarade systemet med ${page.resourceType}, inte en lista.`,
        );
      }
      for (const entry of page.entry ?? []) {
        if (entry.resource !== undefined) this.#checkPatient(entry.resource, doing);
        entries.push(entry);
      }
      next = page.link?.find(({ relation }) => relation === 'next')?.url;
    }
    return made(entries);
  }

  #writing(): Writer {
    return createWriter(this.#exchange, this.#account, this, this.#resending);
  }

  #checkPatient(resource: Resource, doing: string): void {
    if (this.#patient !== undefined) assertAbout(this.#patient, resource, doing);
  }
}

/** What matched a search, and what came along. */
function sorted<T extends ResourceType>(type: T, entries: Entries): Found<T> {
  const matches: ExtractResource<T>[] = [];
  const included: Resource[] = [];
  for (const { search, resource } of entries) {
    if (resource === undefined || search?.mode === 'outcome') continue;
    // Not every server says which is which.
    if (search?.mode !== 'include' && isOf(type, resource)) matches.push(resource);
    else included.push(resource);
  }
  return { matches, included };
}

/** Whether a resource is the one behind some way to write a reference to it. */
export const isAt = (resource: Resource, reference: string | undefined): boolean =>
  reference !== undefined && localReference(reference) === `${resource.resourceType}/${resource.id}`;

const isOf = <T extends ResourceType>(type: T, resource: Resource): resource is ExtractResource<T> =>
  resource.resourceType === type;
