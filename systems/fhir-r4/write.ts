import type { Coding, ExtractResource, Resource, ResourceType } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { SystemError } from '../care-system.ts';
import type { Account } from '../driver/account.ts';
import { Refused, Unsettled } from '../driver/outcome.ts';
import { nounOf } from '../driver/words.ts';
import { accepted, resourceIn } from './answer.ts';
import type { Exchange } from './exchange.ts';
import type { TransportResponse } from './transport.ts';
import { localReference, queryOf } from './url.ts';

/** Writes of one signed-in person. A write is sent once; when its answer is lost it is looked up, never sent again. */
export interface Writer {
  /** Makes a resource that carries the token; answers its 'Type/id'. */
  create<R extends Resource>(resource: R, token: string): Promise<string>;
  /** Makes a resource unless one with this query is there already; answers its 'Type/id' either way. */
  createUnless<R extends Resource>(resource: R, existing: Readonly<Record<string, string>>): Promise<string>;
  /** Reads, changes and writes; once again from the start when somebody else was first. */
  update<T extends ResourceType>(
    type: T,
    reference: string,
    token: string,
    change: (current: ExtractResource<T>) => ExtractResource<T>,
  ): Promise<void>;
}

interface Reader {
  find<T extends ResourceType>(type: T, reference: string): Promise<ExtractResource<T> | undefined>;
  read<T extends ResourceType>(type: T, reference: string): Promise<ExtractResource<T>>;
}

// What was written is asked for by the flow's questions; an answer without the resource costs the driver less.
const MINIMAL = { prefer: 'return=minimal' } as const;

/** When a write is sent again: never, unless it was looked for first and the server itself refuses to do it twice. */
export interface Resending {
  /** Whether the server creates something only if nothing is there that a query finds. */
  readonly createsConditionally: (type: ResourceType) => boolean;
}

/** @param resending for a step that may have been done in part before; a step that is new needs no looking */
export const createWriter = (
  exchange: Exchange,
  account: Account,
  reader: Reader,
  resending?: Resending,
): Writer => new FhirWriter(exchange, account, reader, resending);

class FhirWriter implements Writer {
  readonly #exchange: Exchange;
  readonly #account: Account;
  readonly #reader: Reader;
  readonly #resending: Resending | undefined;

  constructor(exchange: Exchange, account: Account, reader: Reader, resending: Resending | undefined) {
    this.#exchange = exchange;
    this.#account = account;
    this.#reader = reader;
    this.#resending = resending;
  }

  create<R extends Resource>(resource: R, token: string): Promise<string> {
    const query = queryOf({ _tag: `${SYSTEMS.token}|${token}` });
    return this.#resending === undefined
      ? this.#createOnce(resource, token, query)
      : this.#createAgain(this.#resending, resource, token, query);
  }

  createUnless<R extends Resource>(resource: R, existing: Readonly<Record<string, string>>): Promise<string> {
    return this.#post(resource, queryOf(existing));
  }

  async update<T extends ResourceType>(
    type: T,
    reference: string,
    token: string,
    change: (current: ExtractResource<T>) => ExtractResource<T>,
  ): Promise<void> {
    const doing = `När ${nounOf(type)} skulle ändras`;
    await settled(
      async () => {
        let response = await this.#putOnce(type, reference, token, change);
        if (response !== undefined && somebodyWasFirst(response)) {
          response = await this.#putOnce(type, reference, token, change);
        }
        if (response === undefined) return reference;
        if (somebodyWasFirst(response) && response.text().trim() === '') {
          throw new Refused(`${doing} hade någon annan ändrat först, två gånger i rad.`);
        }
        accepted(response, doing);
        return reference;
      },
      async () => {
        const current = await this.#reader.find(type, reference);
        return current !== undefined && carries(current, token) ? reference : undefined;
      },
      () => `Det går inte att veta om ${nounOf(type)} ändrades`,
    );
  }

  #createOnce<R extends Resource>(resource: R, token: string, query: string): Promise<string> {
    const type = resource.resourceType;
    return settled(
      () => this.#post(tagged(resource, token), query),
      () => this.#lookUp(type, query),
      () => `Det går inte att veta om ${nounOf(type)} sparades`,
    );
  }

  async #createAgain<R extends Resource>(
    { createsConditionally }: Resending,
    resource: R,
    token: string,
    query: string,
  ): Promise<string> {
    const type = resource.resourceType;
    const found = await this.#lookUp(type, query);
    if (found !== undefined) return found;
    if (!createsConditionally(type)) throw notAgain(type);
    return this.#createOnce(resource, token, query);
  }

  async #post(resource: Resource, ifNoneExist: string): Promise<string> {
    const type = resource.resourceType;
    const response = await this.#exchange(this.#account, {
      method: 'POST',
      address: type,
      headers: { ...MINIMAL, 'if-none-exist': ifNoneExist },
      body: JSON.stringify(resource),
      name: `POST ${type}`,
    });
    return referenceIn(response, type) ?? (await this.#lookUp(type, ifNoneExist)) ?? lost(type);
  }

  async #lookUp(type: ResourceType, query: string): Promise<string | undefined> {
    const bundle = resourceIn(
      await this.#exchange(this.#account, {
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
    const current = await this.#reader.read(type, reference);
    const version = current.meta?.versionId;
    if (this.#resending !== undefined && carries(current, token)) return undefined;
    if (this.#resending !== undefined && version === undefined) throw notAgain(type);
    const changed = tagged(change(current), token);
    return this.#exchange(this.#account, {
      method: 'PUT',
      address: reference,
      headers: version === undefined ? MINIMAL : { ...MINIMAL, 'if-match': `W/"${version}"` },
      body: JSON.stringify(changed),
      name: `PUT ${type}/:id`,
    });
  }
}

/** Does a write; when no answer came, looks for what it would have left. */
async function settled(
  write: () => Promise<string>,
  lookUp: () => Promise<string | undefined>,
  doubt: () => string,
): Promise<string> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof SystemError) || error.kind !== 'timeout') throw error;
    const found = await lookUp().catch((cause: unknown) => {
      if (!(cause instanceof SystemError) && !(cause instanceof Refused)) throw cause;
      throw new Unsettled(
        `${doubt()}: ${error.message} Att leta efter det gick inte heller: ${cause.message}`,
        { cause },
      );
    });
    if (found !== undefined) return found;
    throw new Unsettled(`${doubt()}: ${error.message} Det finns inte i systemet än, men kan komma.`, {
      cause: error,
    });
  }
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

function tagged<R extends Resource>(resource: R, token: string): R {
  const own: Coding = { system: SYSTEMS.token, code: token };
  return { ...resource, meta: { ...resource.meta, tag: [...(resource.meta?.tag ?? []), own] } };
}

/** The 'Type/id' of what was made, from the address or the body of the answer. */
function referenceIn(response: TransportResponse, type: ResourceType): string | undefined {
  const doing = `När ${nounOf(type)} skulle sparas`;
  const location = response.header('location');
  accepted(response, doing);
  const local = location === undefined ? undefined : localReference(location);
  if (local?.startsWith(`${type}/`)) return local;
  if (response.text().trim() === '') return undefined;
  const body = resourceIn(response, doing);
  return body.resourceType === type && body.id !== undefined ? `${type}/${body.id}` : undefined;
}

function lost(type: ResourceType): never {
  throw new SystemError(
    'broken-answer',
    `När ${nounOf(type)} skulle sparas svarade systemet ja, men den går inte att hitta.`,
  );
}
