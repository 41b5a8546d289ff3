import type { Coding, ExtractResource, Resource, ResourceType } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { SystemError } from '../care-system.ts';
import type { Account } from '../driver/account.ts';
import { Refused, Unsettled } from '../driver/outcome.ts';
import { nounOf } from '../driver/words.ts';
import { accepted, resourceIn, saysNothing } from './answer.ts';
import type { Created, FhirClient } from './client.ts';
import type { Exchange } from './exchange.ts';
import { FhirReader } from './read.ts';
import type { TransportResponse } from './transport.ts';
import { localReference, type Query, queryOf } from './url.ts';

/** When a write is sent again: never, unless it was looked for first and the server itself refuses to do it twice. */
export interface Resending {
  /** Whether the server creates something only if nothing is there that a query finds. */
  readonly createsConditionally: (type: ResourceType) => boolean;
}

/** Writes as well as reads. */
export class FhirWriter extends FhirReader implements FhirClient {
  readonly #resending: Resending | undefined;

  /** @param resending for a step that may have been done in part before; a step that is new needs no looking */
  constructor(
    exchange: Exchange,
    account: Account,
    patient: string | undefined,
    resending: Resending | undefined,
  ) {
    super(exchange, account, patient);
    this.#resending = resending;
  }

  create<R extends Resource>(resource: R, token: string): Promise<Created> {
    const query = `_tag=${encodeURIComponent(`${SYSTEMS.token}|${token}`)}`;
    return this.#resending === undefined
      ? this.#createOnce(resource, token, query)
      : this.#createAgain(this.#resending, resource, token, query);
  }

  async createUnless<R extends Resource>(
    resource: R,
    existing: Readonly<Record<string, string>>,
  ): Promise<string> {
    const query = queryOf(existing);
    const response = await this.#post(resource, query);
    const type = resource.resourceType;
    return referenceIn(response, type) ?? (await this.#mustFind(type, query));
  }

  async update<T extends ResourceType>(
    type: T,
    reference: string,
    token: string,
    change: (current: ExtractResource<T>) => ExtractResource<T>,
  ): Promise<void> {
    try {
      let response = await this.#putOnce(type, reference, token, change);
      if (response !== undefined && somebodyWasFirst(response)) {
        response = await this.#putOnce(type, reference, token, change);
      }
      if (response === undefined) return;
      const doing = `När ${nounOf(type)} skulle ändras`;
      if (somebodyWasFirst(response) && response.text().trim() === '') {
        throw new Refused(`${doing} hade någon annan ändrat först, två gånger i rad.`);
      }
      accepted(response, doing);
    } catch (error) {
      await foundAfterSilence(error, `Det går inte att veta om ${nounOf(type)} ändrades`, async () => {
        const current = await this.find(type, reference);
        return current !== undefined && carries(current, token) ? reference : undefined;
      });
    }
  }

  async remove(reference: string): Promise<void> {
    const [type] = reference.split('/');
    const response = await this.exchange(this.account, {
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
    const response = await this.exchange(this.account, {
      method: 'POST',
      address: `${reference}/$${operation}?${queryOf(query)}`,
      name: `POST ${type}/:id/$${operation}`,
    });
    accepted(response, `När ${operation} på ${reference} skulle utföras`);
  }

  async #createOnce<R extends Resource>(resource: R, token: string, query: string): Promise<Created> {
    const type = resource.resourceType;
    try {
      const response = await this.#post(tagged(resource, token), query);
      return { reference: referenceIn(response, type) ?? (await this.#mustFind(type, query)) };
    } catch (error) {
      const doubt = `Det går inte att veta om ${nounOf(type)} sparades`;
      return { reference: await foundAfterSilence(error, doubt, () => this.#lookUp(type, query)) };
    }
  }

  async #createAgain<R extends Resource>(
    { createsConditionally }: Resending,
    resource: R,
    token: string,
    query: string,
  ): Promise<Created> {
    const type = resource.resourceType;
    const reference = await this.#lookUp(type, query);
    if (reference !== undefined) return { reference };
    if (!createsConditionally(type)) throw notAgain(type);
    return this.#createOnce(resource, token, query);
  }

  #post(resource: Resource, ifNoneExist: string): Promise<TransportResponse> {
    const type = resource.resourceType;
    return this.exchange(this.account, {
      method: 'POST',
      address: type,
      headers: { 'if-none-exist': ifNoneExist },
      body: JSON.stringify(resource),
      name: `POST ${type}`,
    });
  }

  /** What a write made that was answered without a word of what it is. */
  async #mustFind(type: ResourceType, query: string): Promise<string> {
    const found = await this.#lookUp(type, query);
    if (found !== undefined) return found;
    throw new SystemError(
      'broken-answer',
      `När ${nounOf(type)} skulle sparas svarade systemet ja, men den går inte att hitta.`,
    );
  }

  async #lookUp(type: ResourceType, query: string): Promise<string | undefined> {
    const bundle = resourceIn(
      await this.exchange(this.account, {
        method: 'GET',
        address: `${type}?${query}`,
        name: `GET ${type}?${query.split('=')[0]}`,
      }),
      `När ${nounOf(type)} skulle letas upp`,
    );
    const found =
      bundle.resourceType === 'Bundle'
        ? bundle.entry?.find(({ resource }) => resource?.resourceType === type)
        : undefined;
    return found?.resource?.id === undefined ? undefined : `${type}/${found.resource.id}`;
  }

  async #putOnce<T extends ResourceType>(
    type: T,
    reference: string,
    token: string,
    change: (current: ExtractResource<T>) => ExtractResource<T>,
  ): Promise<TransportResponse | undefined> {
    const current = await this.read(type, reference);
    const version = current.meta?.versionId;
    if (this.#resending !== undefined && carries(current, token)) return undefined;
    if (this.#resending !== undefined && version === undefined) throw notAgain(type);
    const changed = tagged(change(current), token);
    return this.exchange(this.account, {
      method: 'PUT',
      address: reference,
      headers: version === undefined ? undefined : { 'if-match': `W/"${version}"` },
      body: JSON.stringify(changed),
      name: `PUT ${type}/:id`,
    });
  }
}

/** When a write went wrong because no answer came: what it left, if it is there. Anything else that went wrong is thrown on. */
async function foundAfterSilence(
  error: unknown,
  doubt: string,
  lookUp: () => Promise<string | undefined>,
): Promise<string> {
  if (!(error instanceof SystemError) || error.kind !== 'timeout') throw error;
  const found = await lookUp().catch((cause: unknown) => {
    if (!(cause instanceof SystemError) && !(cause instanceof Refused)) throw cause;
    throw new Unsettled(`${doubt}: ${error.message} Att leta efter det gick inte heller: ${cause.message}`, {
      cause,
    });
  });
  if (found !== undefined) return found;
  throw new Unsettled(`${doubt}: ${error.message} Det finns inte i systemet än, men kan komma.`, {
    cause: error,
  });
}

/** 409 in some systems, 412 in others. */
const somebodyWasFirst = ({ status }: TransportResponse): boolean => status === 409 || status === 412;

const carries = ({ meta }: Resource, token: string): boolean =>
  meta?.tag?.some(({ code }) => code === token) === true;

const notAgain = (type: ResourceType): Unsettled =>
  new Unsettled(
    `Körningen bröts medan ${nounOf(type)} sparades. Det finns inte i systemet, men kan vara på väg, och systemet ` +
      'lovar inte att låta bli att spara det två gånger.',
  );

/** Writes a token into a resource that is this writer's own; under load a copy of it costs as much as its JSON. */
function tagged<R extends Resource>(resource: R, token: string): R {
  const own: Coding = { system: SYSTEMS.token, code: token };
  const { meta } = resource;
  resource.meta = meta === undefined ? { tag: [own] } : { ...meta, tag: [...(meta.tag ?? []), own] };
  return resource;
}

/** The 'Type/id' of what was made, from the address or the body of the answer. */
function referenceIn(response: TransportResponse, type: ResourceType): string | undefined {
  const location = response.header('location');
  const local = location === undefined ? '' : localReference(location);
  const named = local.startsWith(`${type}/`) ? local : undefined;
  if (saysNothing(response)) return named;
  const body = resourceIn(response, `När ${nounOf(type)} skulle sparas`);
  const made = body.resourceType === type && body.id !== undefined ? `${type}/${body.id}` : undefined;
  return named ?? made;
}
