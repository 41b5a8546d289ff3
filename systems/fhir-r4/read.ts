import type { BundleEntry, ExtractResource, Resource, ResourceType } from '@medplum/fhirtypes';
import { SystemError } from '../care-system.ts';
import type { Account } from '../driver/account.ts';
import { Refused } from '../driver/outcome.ts';
import { nounOf } from '../driver/words.ts';
import { assertAbout } from './about.ts';
import { resourceIn } from './answer.ts';
import type { Found, Reader } from './client.ts';
import type { Exchange } from './exchange.ts';
import { type Query, queryOf } from './url.ts';

/** More pages than this of one patient's resources is a server that turns in circles. */
const MOST_PAGES = 200;

/** Takes in, one by one, what stands on the pages of a list. */
interface Collector {
  take(resource: Resource, mode: string | undefined): void;
}

/** A class, since one is made for each step, and under load an object of many functions costs more than a request. */
export class FhirReader implements Reader {
  protected readonly exchange: Exchange;
  protected readonly account: Account;
  readonly #patient: string | undefined;

  /** @param patient whom all that is read must be about, as 'Patient/17' */
  constructor(exchange: Exchange, account: Account, patient: string | undefined) {
    this.exchange = exchange;
    this.account = account;
    this.#patient = patient;
  }

  async find<T extends ResourceType>(type: T, reference: string): Promise<ExtractResource<T> | undefined> {
    const doing = `När ${nounOf(type)} skulle läsas`;
    const response = await this.exchange(this.account, {
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
    const names = Object.keys(query);
    return this.#all(
      `${type}?${queryOf(query, names)}`,
      `GET ${type}?${names.join('&')}`,
      `När ${nounOf(type)} skulle sökas`,
      new Search(type),
    );
  }

  async list(reference: string, operation: string): Promise<readonly Resource[]> {
    const [type] = reference.split('/');
    const { resources } = await this.#all(
      `${reference}/$${operation}`,
      `GET ${type}/:id/$${operation}`,
      `När ${operation} på ${reference} skulle hämtas`,
      new List(),
    );
    return resources;
  }

  /** Follows a list to its last page. */
  async #all<C extends Collector>(first: string, name: string, doing: string, collector: C): Promise<C> {
    const seen = [first];
    for (let address = first; ; ) {
      const response = await this.exchange(this.account, { method: 'GET', address, name });
      const page = resourceIn(response, doing);
      if (page.resourceType !== 'Bundle') {
        throw new SystemError(
          'broken-answer',
          `${doing} svarade systemet med ${page.resourceType}, inte en lista.`,
        );
      }
      this.#collect(page.entry ?? [], doing, collector);
      const next = page.link?.find(isNext)?.url;
      if (next === undefined) return collector;
      if (seen.includes(next) || seen.length === MOST_PAGES) {
        throw new SystemError('broken-answer', `${doing} tog sidorna aldrig slut.`);
      }
      seen.push(next);
      address = next;
    }
  }

  #collect(entries: readonly BundleEntry[], doing: string, collector: Collector): void {
    // By number: under load what stands between `for` and `of` costs more than what is done with it.
    for (let at = 0; at < entries.length; at += 1) {
      const entry = entries[at];
      const resource = entry?.resource;
      if (resource === undefined) continue;
      this.#checkPatient(resource, doing);
      collector.take(resource, entry?.search?.mode);
    }
  }

  #checkPatient(resource: Resource, doing: string): void {
    if (this.#patient !== undefined) assertAbout(this.#patient, resource, doing);
  }
}

const isNext = ({ relation }: { readonly relation?: string }): boolean => relation === 'next';

/** What matched a search, and what came along. */
class Search<T extends ResourceType> implements Found<T>, Collector {
  readonly matches: ExtractResource<T>[] = [];
  readonly included: Resource[] = [];
  readonly #type: T;

  constructor(type: T) {
    this.#type = type;
  }

  take(resource: Resource, mode: string | undefined): void {
    if (mode === 'outcome') return;
    // Not every server says which is which.
    if (mode !== 'include' && isOf(this.#type, resource)) this.matches.push(resource);
    else this.included.push(resource);
  }
}

class List implements Collector {
  readonly resources: Resource[] = [];

  take(resource: Resource): void {
    this.resources.push(resource);
  }
}

const isOf = <T extends ResourceType>(type: T, resource: Resource): resource is ExtractResource<T> =>
  resource.resourceType === type;
