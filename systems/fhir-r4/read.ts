import type { Bundle, BundleEntry, ExtractResource, Resource, ResourceType } from '@medplum/fhirtypes';
import { SystemError } from '../care-system.ts';
import type { Account } from '../driver/account.ts';
import { Refused } from '../driver/outcome.ts';
import { nounOf } from '../driver/words.ts';
import { assertAbout } from './about.ts';
import { resourceIn } from './answer.ts';
import { placesOf } from './asked.ts';
import type { Found, Listed, Reader } from './client.ts';
import type { Exchange, ExchangeRequest } from './exchange.ts';
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
    return this.#resourceOf(type, reference, await this.#get(type, reference));
  }

  /** As `find`, with the mark of the version that was read. */
  protected async findVersion<T extends ResourceType>(
    type: T,
    reference: string,
  ): Promise<Versioned<T> | undefined> {
    const response = await this.#get(type, reference);
    const resource = this.#resourceOf(type, reference, response);
    return resource === undefined ? undefined : { resource, version: versionOf(response, resource) };
  }

  #get(type: ResourceType, reference: string): Promise<TransportResponse> {
    return this.exchange(this.account, { method: 'GET', address: reference, name: `GET ${type}/:id` });
  }

  #resourceOf<T extends ResourceType>(
    type: T,
    reference: string,
    response: TransportResponse,
  ): ExtractResource<T> | undefined {
    if (response.status === 404 || response.status === 410) return undefined;
    const doing = `När ${nounOf(type)} skulle läsas`;
    const resource = resourceIn(response, doing);
    this.#checkPatient(resource, doing);
    if (isOf(type, resource) && `${type}/${resource.id}` === reference) return resource;
    throw new SystemError(
      'wrong-answer',
      `${doing} gällde det ${reference}, men systemet svarade med ${resource.resourceType}/${resource.id}.`,
    );
  }

  async read<T extends ResourceType>(type: T, reference: string): Promise<ExtractResource<T>> {
    const resource = await this.find(type, reference);
    if (resource === undefined) throw new Refused(`${reference} finns inte i systemet.`, 'absence');
    return resource;
  }

  async search<T extends ResourceType>(type: T, query: Query): Promise<Found<T>> {
    const names = Object.keys(query);
    const kind = names.join('&');
    const asked = queryOf(query, names);
    const found = new Search(type, query, placesOf(names, kind));
    const doing = `När ${nounOf(type)} skulle sökas`;
    const request = { method: 'GET', address: `${type}?${asked}`, name: `GET ${type}?${kind}` } as const;
    const page = this.#take(await this.exchange(this.account, request), doing, found);
    const { self, next } = linksOf(page);
    checkSelf(asked, self, doing, found);
    // One page is what most lists are; under load each further wait costs.
    const total =
      next === undefined
        ? page.total
        : await this.#further(after(request.address, next), request, doing, found);
    if (total !== undefined && total > found.matched) {
      found.doubt(`${doing} räknade systemet till ${total} träffar men gav ${found.matched}.`);
    }
    return found;
  }

  async list(reference: string, operation: string): Promise<Listed<Resource>> {
    const [type] = reference.split('/');
    const list = new List();
    const doing = `När ${operation} på ${reference} skulle hämtas`;
    const request: ExchangeRequest = {
      method: 'GET',
      address: `${reference}/$${operation}`,
      name: `GET ${type}/:id/$${operation}`,
    };
    const { next } = linksOf(this.#take(await this.exchange(this.account, request), doing, list));
    if (next !== undefined) await this.#further(after(request.address, next), request, doing, list);
    return list;
  }

  /**
   * Follows a list to its last page, or as far as it goes.
   * @param next where its second page is
   * @param first how its first page was asked for
   * @returns how many matches there are, where the system says so
   */
  async #further(
    next: string,
    first: ExchangeRequest,
    doing: string,
    list: Collector,
  ): Promise<number | undefined> {
    const seen = [first.address];
    for (let address = next; ; ) {
      if (seen.includes(address) || seen.length === MOST_PAGES) {
        throw new SystemError('broken-answer', `${doing} tog sidorna aldrig slut.`);
      }
      seen.push(address);
      const response = await this.#next({ ...first, address }, list, doing);
      if (response === undefined) return undefined;
      const page = this.#take(response, doing, list);
      const link = linksOf(page).next;
      if (link === undefined) return page.total;
      address = after(address, link);
    }
  }

  /** Takes in what stands on a page. */
  #take(response: TransportResponse, doing: string, list: Collector): Bundle {
    const page = resourceIn(response, doing);
    if (page.resourceType !== 'Bundle') {
      throw new SystemError(
        'broken-answer',
        `${doing} svarade systemet med ${page.resourceType}, inte en lista.`,
      );
    }
    if (response.status === 206) list.doubt(`${doing} gav systemet bara en del av listan (206).`);
    this.#collect(page.entry ?? [], doing, list);
    return page;
  }

  /** A page after the first: that there is one and no way to it is a doubt. */
  async #next(
    request: ExchangeRequest,
    list: Collector,
    doing: string,
  ): Promise<TransportResponse | undefined> {
    try {
      const response = await this.exchange(this.account, request);
      if (response.status < 400 || response.status >= 500) return response;
      list.doubt(`${doing} gick nästa sida inte att hämta (${response.status}).`);
    } catch (error) {
      if (!(error instanceof SystemError) || error.kind !== 'wrong-answer') throw error;
      list.doubt(`${doing} gick nästa sida inte att hämta: ${error.message}`);
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

function checkSelf(asked: string, self: string | undefined, doing: string, list: Collector): void {
  const difference =
    self === undefined ? 'talade systemet inte om vad det sökte på' : otherwiseThan(asked, self);
  if (difference !== undefined) list.doubt(`${doing} ${difference}.`);
}

/** Where a link leads that may be only a query. */
const after = (address: string, link: string): string =>
  link.startsWith('?') ? `${address.split('?')[0]}${link}` : link;

/** As the server writes it, strong or weak: it is sent back to the letter. */
function versionOf(response: TransportResponse, { meta }: Resource): string | undefined {
  const version = meta?.versionId;
  return response.header('etag') ?? (version === undefined ? undefined : `W/"${version}"`);
}

/** Where a page says that it is and where the next one is, each by its first link. */
function linksOf({ link = [] }: Bundle): { self?: string | undefined; next?: string | undefined } {
  const links: { self?: string | undefined; next?: string | undefined } = {};
  for (let at = 0; at < link.length; at += 1) {
    const { relation, url } = link[at] ?? {};
    if (relation === 'self') links.self ??= url;
    else if (relation === 'next') links.next ??= url;
  }
  return links;
}
