import type { Bundle, BundleEntry, ExtractResource, Resource, ResourceType } from '@medplum/fhirtypes';
import { SystemError } from '../care-system.ts';
import type { Account } from '../driver/account.ts';
import { Refused } from '../driver/outcome.ts';
import { nounOf } from '../driver/words.ts';
import { assertAbout } from './about.ts';
import { resourceIn } from './answer.ts';
import { checksOf } from './asked.ts';
import type { Found, Listed, Reader } from './client.ts';
import type { Exchange } from './exchange.ts';
import { type Collector, isOf, List, Search } from './found.ts';
import { otherwiseThan } from './self-link.ts';
import type { TransportResponse } from './transport.ts';
import { type Query, queryOf } from './url.ts';

/** More pages than this of one patient's resources is a server that turns in circles. */
const MOST_PAGES = 200;

/** What was read, and what the server calls that version of it; undefined where it counts none. */
export interface Versioned<T extends ResourceType> {
  readonly resource: ExtractResource<T>;
  readonly version: string | undefined;
}

/** A class, since one is made for each step, and under load an object of many functions costs more than a request. */
export class FhirReader implements Reader {
  protected readonly exchange: Exchange;
  protected readonly account: Account;
  protected readonly patient: string | undefined;

  /** @param patient whom all that is read must be about, as 'Patient/17' */
  constructor(exchange: Exchange, account: Account, patient: string | undefined) {
    this.exchange = exchange;
    this.account = account;
    this.patient = patient;
  }

  async find<T extends ResourceType>(type: T, reference: string): Promise<ExtractResource<T> | undefined> {
    return (await this.findVersion(type, reference))?.resource;
  }

  /** As `find`, with the mark of the version that was read. */
  protected async findVersion<T extends ResourceType>(
    type: T,
    reference: string,
  ): Promise<Versioned<T> | undefined> {
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
    return { resource, version: versionOf(response, resource) };
  }

  async read<T extends ResourceType>(type: T, reference: string): Promise<ExtractResource<T>> {
    const resource = await this.find(type, reference);
    if (resource === undefined) throw new Refused(`${reference} finns inte i systemet.`, 'absence');
    return resource;
  }

  async search<T extends ResourceType>(type: T, query: Query): Promise<Found<T>> {
    const names = Object.keys(query);
    const asked = queryOf(query, names);
    const found = new Search(type, checksOf(query, names));
    const doing = `När ${nounOf(type)} skulle sökas`;
    const total = await this.#pages(
      `${type}?${asked}`,
      `GET ${type}?${names.join('&')}`,
      doing,
      found,
      asked,
    );
    if (total !== undefined && total > found.matched) {
      found.doubt(`${doing} räknade systemet till ${total} träffar men gav ${found.matched}.`);
    }
    return found;
  }

  async list(reference: string, operation: string): Promise<Listed<Resource>> {
    const [type] = reference.split('/');
    const list = new List();
    await this.#pages(
      `${reference}/$${operation}`,
      `GET ${type}/:id/$${operation}`,
      `När ${operation} på ${reference} skulle hämtas`,
      list,
    );
    return list;
  }

  /**
   * Follows a list to its last page, or as far as it goes.
   * @param asked the query of a search, which its answer must tell
   * @returns how many matches there are, where the system says so
   */
  async #pages(
    first: string,
    name: string,
    doing: string,
    list: Collector,
    asked?: string,
  ): Promise<number | undefined> {
    const seen = [first];
    for (let address = first; ; ) {
      const response = await this.#page(address, name, list, seen.length === 1 ? undefined : doing);
      if (response === undefined) return undefined;
      const page = resourceIn(response, doing);
      if (page.resourceType !== 'Bundle') {
        throw new SystemError(
          'broken-answer',
          `${doing} svarade systemet med ${page.resourceType}, inte en lista.`,
        );
      }
      if (response.status === 206) list.doubt(`${doing} gav systemet bara en del av listan (206).`);
      if (asked !== undefined && seen.length === 1) checkSelf(asked, page, doing, list);
      this.#collect(page.entry ?? [], doing, list);
      const next = linkOf(page, 'next');
      if (next === undefined) return page.total;
      if (seen.includes(next) || seen.length === MOST_PAGES) {
        throw new SystemError('broken-answer', `${doing} tog sidorna aldrig slut.`);
      }
      seen.push(next);
      address = next.startsWith('?') ? `${address.split('?')[0]}${next}` : next;
    }
  }

  /** @param next what was being done, for a page after the first: that there is such a page and no way to it is a doubt */
  async #page(
    address: string,
    name: string,
    list: Collector,
    next: string | undefined,
  ): Promise<TransportResponse | undefined> {
    const request = { method: 'GET', address, name } as const;
    if (next === undefined) return this.exchange(this.account, request);
    try {
      const response = await this.exchange(this.account, request);
      if (response.status < 400 || response.status >= 500) return response;
      list.doubt(`${next} gick nästa sida inte att hämta (${response.status}).`);
    } catch (error) {
      if (!(error instanceof SystemError) || error.kind !== 'wrong-answer') throw error;
      list.doubt(`${next} gick nästa sida inte att hämta: ${error.message}`);
    }
    return undefined;
  }

  #collect(entries: readonly BundleEntry[], doing: string, list: Collector): void {
    // By number: under load what stands between `for` and `of` costs more than what is done with it.
    for (let at = 0; at < entries.length; at += 1) {
      const entry = entries[at];
      const resource = entry?.resource;
      if (entry === undefined || resource === undefined) continue;
      this.#checkPatient(resource, doing);
      const fault = list.take(entry, resource);
      if (fault !== undefined) list.doubt(`${doing} ${fault}.`);
    }
  }

  #checkPatient(resource: Resource, doing: string): void {
    if (this.patient !== undefined) assertAbout(this.patient, resource, doing);
  }
}

function checkSelf(asked: string, page: Bundle, doing: string, list: Collector): void {
  const self = linkOf(page, 'self');
  const difference =
    self === undefined ? 'talade systemet inte om vad det sökte på' : otherwiseThan(asked, self);
  if (difference !== undefined) list.doubt(`${doing} ${difference}.`);
}

/** As the server writes it, strong or weak: it is sent back to the letter. */
function versionOf(response: TransportResponse, { meta }: Resource): string | undefined {
  const version = meta?.versionId;
  return response.header('etag') ?? (version === undefined ? undefined : `W/"${version}"`);
}

function linkOf({ link = [] }: Bundle, relation: 'self' | 'next'): string | undefined {
  for (let at = 0; at < link.length; at += 1) {
    if (link[at]?.relation === relation) return link[at]?.url;
  }
  return undefined;
}
