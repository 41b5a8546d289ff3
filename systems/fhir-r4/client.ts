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

export function createClient(
  exchange: Exchange,
  account: Account,
  patient?: string,
  resending?: Resending,
): FhirClient {
  const about = <R extends Resource>(resource: R, doing: string): R => {
    if (patient !== undefined) assertAbout(patient, resource, doing);
    return resource;
  };

  async function find<T extends ResourceType>(
    type: T,
    reference: string,
  ): Promise<ExtractResource<T> | undefined> {
    const doing = `När ${nounOf(type)} skulle läsas`;
    const response = await exchange(account, {
      method: 'GET',
      address: reference,
      name: `GET ${type}/:id`,
    });
    if (response.status === 404 || response.status === 410) return undefined;
    const resource = about(resourceIn(response, doing), doing);
    if (!isOf(type, resource) || `${type}/${resource.id}` !== reference) {
      throw new SystemError(
        'wrong-answer',
        `${doing} gällde det ${reference}, men systemet svarade med ${resource.resourceType}/${resource.id}.`,
      );
    }
    return resource;
  }

  async function read<T extends ResourceType>(type: T, reference: string): Promise<ExtractResource<T>> {
    const resource = await find(type, reference);
    if (resource === undefined) throw new Refused(`${reference} finns inte i systemet.`);
    return resource;
  }

  async function pages(first: string, name: string, doing: string): Promise<Required<Bundle>['entry']> {
    const entries: Required<Bundle>['entry'] = [];
    const seen = new Set<string>();
    for (let next: string | undefined = first; next !== undefined; ) {
      if (seen.has(next) || seen.size === MOST_PAGES) {
        throw new SystemError('broken-answer', `${doing} tog sidorna aldrig slut.`);
      }
      seen.add(next);
      const bundle = resourceIn(await exchange(account, { method: 'GET', address: next, name }), doing);
      if (bundle.resourceType !== 'Bundle') {
        throw new SystemError(
          'broken-answer',
          `${doing} svarade systemet med ${bundle.resourceType}, inte en lista.`,
        );
      }
      entries.push(...(bundle.entry ?? []));
      next = bundle.link?.find(({ relation }) => relation === 'next')?.url;
    }
    for (const { resource } of entries) {
      if (resource !== undefined) about(resource, doing);
    }
    return entries;
  }

  return {
    find,
    read,
    async search(type, query) {
      const name = `GET ${type}?${Object.keys(query).join('&')}`;
      const found = await pages(`${type}?${queryOf(query)}`, name, `När ${nounOf(type)} skulle sökas`);
      const matches: ExtractResource<typeof type>[] = [];
      const included: Resource[] = [];
      for (const { search, resource } of found) {
        if (resource === undefined || search?.mode === 'outcome') continue;
        // Not every server says which is which.
        if (search?.mode !== 'include' && isOf(type, resource)) matches.push(resource);
        else included.push(resource);
      }
      return { matches, included };
    },
    async list(reference, operation) {
      const [type] = reference.split('/');
      const doing = `När ${operation} på ${reference} skulle hämtas`;
      const entries = await pages(`${reference}/$${operation}`, `GET ${type}/:id/$${operation}`, doing);
      return entries.flatMap(({ resource }) => (resource === undefined ? [] : [resource]));
    },
    async remove(reference) {
      const [type] = reference.split('/');
      const response = await exchange(account, {
        method: 'DELETE',
        address: reference,
        name: `DELETE ${type}/:id`,
      });
      if (response.status === 404 || response.status === 410) return;
      accepted(response, `När ${reference} skulle tas bort`);
    },
    async operate(reference, operation, query) {
      if (resending !== undefined) {
        throw new Unsettled(
          `Körningen bröts medan ${operation} utfördes, och det lämnar inget spår att leta efter.`,
        );
      }
      const [type] = reference.split('/');
      const response = await exchange(account, {
        method: 'POST',
        address: `${reference}/$${operation}?${queryOf(query)}`,
        name: `POST ${type}/:id/$${operation}`,
      });
      accepted(response, `När ${operation} på ${reference} skulle utföras`);
    },
    ...createWriter(exchange, account, { find, read }, resending),
  };
}

/** Whether a resource is the one behind some way to write a reference to it. */
export const isAt = (resource: Resource, reference: string | undefined): boolean =>
  reference !== undefined && localReference(reference) === `${resource.resourceType}/${resource.id}`;

const isOf = <T extends ResourceType>(type: T, resource: Resource): resource is ExtractResource<T> =>
  resource.resourceType === type;
