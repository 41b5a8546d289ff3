import type { ExtractResource, Resource, ResourceType } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { SystemError } from '../care-system.ts';
import type { Account } from '../driver/account.ts';
import { Refused, Unsettled } from '../driver/outcome.ts';
import { nounOf } from '../driver/words.ts';
import { accepted, resourceIn, saysNothing } from './answer.ts';
import type { Arrival, Created, FhirClient } from './client.ts';
import type { Exchange } from './exchange.ts';
import { lowestOf } from './lowest.ts';
import { carries, holdsChange, isLike, isMarked, isOwn, mayBe, tagged } from './own-write.ts';
import { FhirReader } from './read.ts';
import type { TransportResponse } from './transport.ts';
import { localReference, type Query, queryOf } from './url.ts';

/** How one writes. */
export interface Writing {
  /** For a step that may have been done in part before; a step that is new needs no looking. */
  readonly resending?: Resending | undefined;
  /**
   * Whatever was acknowledged is read back, and this told before. Without it the server is believed when it says what it
   * made, and names a new version of what it changed.
   */
  readonly acknowledged?: (() => void) | undefined;
}

/** When a write is sent again: never, unless it was looked for first and the server itself refuses to do it twice. */
export interface Resending {
  /** Whether the server creates something only if nothing is there that a query finds. */
  readonly createsConditionally: (type: ResourceType) => boolean;
}

/** How often something is made conditionally that somebody else is making at the same moment. */
const MOST_TRIES = 3;

/** Writes as well as reads. */
export class FhirWriter extends FhirReader implements FhirClient {
  readonly #writing: Writing;

  constructor(exchange: Exchange, account: Account, patient: string | undefined, writing: Writing) {
    super(exchange, account, patient);
    this.#writing = writing;
  }

  create<R extends Resource>(resource: R, token: string, arrival: Arrival = 'at-once'): Promise<Created> {
    const { resending } = this.#writing;
    const sent = tagged(resource, token);
    return resending === undefined
      ? this.#createOnce(sent, token, arrival)
      : this.#createAgain(resending, sent, token);
  }

  async createUnless<R extends Resource>(
    resource: R,
    existing: Query,
    isIt: (found: R) => boolean,
  ): Promise<string> {
    const type = resource.resourceType as R['resourceType'];
    const doing = `När ${nounOf(type)} skulle sparas`;
    const among = async () => {
      const { seen } = await this.search(type, existing);
      return lowestOf((seen as readonly Resource[]).filter((found) => isIt(found as R)));
    };
    for (let tries = 1; ; tries += 1) {
      const response = await this.post(resource, existing);
      // The loser of two who make the same at once may be told so before the other's can be found.
      const there = somebodyWasFirst(response) ? await among() : undefined;
      if (there !== undefined) return there;
      if (somebodyWasFirst(response) && tries < MOST_TRIES) continue;
      const named = this.referenceIn(response, type);
      if (named !== undefined && response.status === 201) return named;
      if (named === undefined) return (await among()) ?? this.#nowhere(type);
      const found = await this.find(type, named);
      if (found !== undefined && isIt(found as unknown as R)) return named;
      throw notTheOne(doing, named);
    }
  }

  async update<T extends ResourceType>(
    type: T,
    reference: string,
    token: string,
    change: (current: ExtractResource<T>) => ExtractResource<T>,
  ): Promise<void> {
    try {
      let put = await this.#putOnce(type, reference, token, change);
      if (put !== undefined && somebodyWasFirst(put.response)) {
        put = await this.#putOnce(type, reference, token, change);
      }
      if (put === undefined) return;
      const doing = `När ${nounOf(type)} skulle ändras`;
      if (somebodyWasFirst(put.response) && put.response.text().trim() === '') {
        throw new Refused(`${doing} hade någon annan ändrat först, två gånger i rad.`, 'conflict');
      }
      accepted(put.response, doing);
      if (this.#takesItsWord(put)) return;
      this.#writing.acknowledged?.();
      await this.#mustStand(type, reference, token, put);
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
    if (this.#writing.resending !== undefined) {
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

  /** @param sent carries the token */
  async #createOnce(sent: Resource, token: string, arrival: Arrival): Promise<Created> {
    const type = sent.resourceType;
    try {
      let response = await this.post(sent, byToken(token));
      if (somebodyWasFirst(response)) {
        const there = await this.#lookUp(sent, token);
        if (there !== undefined) return { reference: there };
        response = await this.post(sent, byToken(token));
      }
      const named = this.referenceIn(response, type);
      if (named === undefined) {
        return { reference: (await this.#lookUp(sent, token)) ?? this.#nowhere(type) };
      }
      // Whatever else was answered than that it was made may be about something that was there before.
      if (response.status !== 201) await this.#mustBeOwn(named, sent, token);
      else if (this.#writing.acknowledged !== undefined && arrival === 'at-once') {
        this.#writing.acknowledged();
        await this.#mustBeThere(type, named, token);
      }
      return { reference: named };
    } catch (error) {
      const doubt = `Det går inte att veta om ${nounOf(type)} sparades`;
      return { reference: await foundAfterSilence(error, doubt, () => this.#lookUp(sent, token)) };
    }
  }

  async #createAgain({ createsConditionally }: Resending, sent: Resource, token: string): Promise<Created> {
    const type = sent.resourceType;
    const there = await this.lookByToken(sent, token);
    if (there !== undefined) return { reference: there };
    const chart = await this.#chart(type);
    const own = lowestOf(chart.filter((found) => isOwn(found, sent, token)));
    if (own !== undefined) return { reference: own };
    const mayBeThere = !chart.some(isMarked) && chart.some((found) => mayBe(found, sent));
    if (mayBeThere || !createsConditionally(type)) throw notAgain(type);
    const made = await this.#createOnce(sent, token, 'later');
    const found = await this.#readBack(type, made.reference);
    if (found === undefined || found === 'closed' || carries(found, token)) return made;
    throw new Unsettled(
      `Körningen bröts medan ${nounOf(type)} sparades. Nu är det sparat, men systemet behåller inga märken, så det kan ` +
        'vara sparat två gånger.',
    );
  }

  /** @param existing what keeps it from being made, where it is there; undefined: nothing does */
  protected post(resource: Resource, existing: Query | undefined): Promise<TransportResponse> {
    const type = resource.resourceType;
    return this.exchange(this.account, {
      method: 'POST',
      address: type,
      headers: existing === undefined ? undefined : { 'if-none-exist': queryOf(existing) },
      body: JSON.stringify(resource),
      name: `POST ${type}`,
    });
  }

  /** @param version of what it takes the place of, as the server writes it */
  protected put(
    reference: string,
    resource: Resource,
    version: string | undefined,
  ): Promise<TransportResponse> {
    return this.exchange(this.account, {
      method: 'PUT',
      address: reference,
      headers: version === undefined ? undefined : { 'if-match': version },
      body: JSON.stringify(resource),
      name: `PUT ${resource.resourceType}/:id`,
    });
  }

  /** The 'Type/id' of what was made, from the address or the body of the answer. */
  protected referenceIn(response: TransportResponse, type: ResourceType): string | undefined {
    return referenceIn(response, type);
  }

  #nowhere(type: ResourceType): never {
    throw new Unsettled(
      `När ${nounOf(type)} skulle sparas svarade systemet ja utan att säga var, och den går inte att hitta.`,
    );
  }

  /** What was written; `closed` when who may write it may not read it. */
  async #readBack(type: ResourceType, reference: string): Promise<Resource | 'closed' | undefined> {
    try {
      return await this.find(type, reference);
    } catch (error) {
      if (error instanceof Refused) return 'closed';
      throw error;
    }
  }

  /** What was said to be made must be there. */
  async #mustBeThere(type: ResourceType, reference: string, token: string): Promise<void> {
    const doing = `När ${nounOf(type)} skulle sparas`;
    const found = await this.#readBack(type, reference);
    if (found === 'closed') return;
    if (found === undefined) {
      throw new SystemError('wrong-answer', `${doing} svarade systemet ja, men ${reference} finns inte.`);
    }
    if (isMarked(found) && !carries(found, token)) throw notTheOne(doing, reference);
  }

  async #mustBeOwn(reference: string, sent: Resource, token: string): Promise<void> {
    const type = sent.resourceType;
    const found = await this.find(type, reference);
    if (found !== undefined && (isOwn(found, sent, token) || isLike(found, sent))) return;
    throw notTheOne(`När ${nounOf(type)} skulle sparas`, reference);
  }

  /**
   * What one's own write made: what carries its token, whatever else the server answers with, or where it keeps no
   * marks, the only one that says all that was sent.
   */
  async #lookUp(sent: Resource, token: string): Promise<string | undefined> {
    const marked = await this.lookByToken(sent, token);
    if (marked !== undefined) return marked;
    const chart = await this.#chart(sent.resourceType);
    const own = chart.filter((found) => isOwn(found, sent, token));
    const like = chart.filter((found) => isLike(found, sent));
    return lowestOf(own.length > 0 || like.length !== 1 ? own : like);
  }

  protected async lookByToken(sent: Resource, token: string): Promise<string | undefined> {
    const type = sent.resourceType;
    const answer = await this.exchange(this.account, {
      method: 'GET',
      address: `${type}?${queryOf(byToken(token))}`,
      name: `GET ${type}?_tag`,
    });
    const bundle = resourceIn(answer, `När ${nounOf(type)} skulle letas upp`);
    const found = bundle.resourceType === 'Bundle' ? (bundle.entry ?? []) : [];
    return lowestOf(
      found.flatMap(({ resource }) =>
        resource !== undefined && isOwn(resource, sent, token) ? [resource] : [],
      ),
    );
  }

  /** All of a type that is about the patient; nothing where that cannot be looked through. */
  async #chart(type: ResourceType): Promise<readonly Resource[]> {
    if (this.patient === undefined) return [];
    try {
      return (await this.search(type, { patient: this.patient })).seen;
    } catch (error) {
      if (error instanceof Refused || error instanceof SystemError) return [];
      throw error;
    }
  }

  async #putOnce<T extends ResourceType>(
    type: T,
    reference: string,
    token: string,
    change: (current: ExtractResource<T>) => ExtractResource<T>,
  ): Promise<Put | undefined> {
    const { resending } = this.#writing;
    const current = await this.findVersion(type, reference);
    if (current === undefined) throw new Refused(`${reference} finns inte i systemet.`, 'absence');
    const { resource: before, version } = current;
    if (resending !== undefined && carries(before, token)) return undefined;
    if (resending !== undefined && version === undefined) throw notAgain(type);
    const sent = tagged(change(before), token);
    const response = await this.put(reference, sent, version);
    return { before, version, sent, response };
  }

  #takesItsWord({ version, response }: Put): boolean {
    if (this.#writing.acknowledged !== undefined) return false;
    const now = response.header('etag');
    return now !== undefined && now !== version;
  }

  /** Reads back what was said to be changed. */
  async #mustStand(
    type: ResourceType,
    reference: string,
    token: string,
    { before, sent }: Put,
  ): Promise<void> {
    const found = await this.#readBack(type, reference);
    if (found === 'closed') return;
    if (
      found !== undefined &&
      holdsChange(found, before, sent) &&
      (carries(found, token) || !isMarked(found))
    ) {
      return;
    }
    throw new SystemError(
      'wrong-answer',
      `När ${nounOf(type)} skulle ändras svarade systemet ja, men ändringen står inte i ${reference}.`,
    );
  }
}

/** A change that was sent. */
interface Put {
  readonly before: Resource;
  /** Of what was changed, as the server writes it. */
  readonly version: string | undefined;
  readonly sent: Resource;
  readonly response: TransportResponse;
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

export const byToken = (token: string): Query => ({ _tag: `${SYSTEMS.token}|${token}` });

/** 409 in some systems, 412 in others. */
const somebodyWasFirst = ({ status }: TransportResponse): boolean => status === 409 || status === 412;

const notTheOne = (doing: string, reference: string): SystemError =>
  new SystemError(
    'wrong-answer',
    `${doing} svarade systemet att ${reference} redan finns, men det är något annat än det som skulle sparas. Inget är sparat.`,
  );

const notAgain = (type: ResourceType): Unsettled =>
  new Unsettled(
    `Körningen bröts medan ${nounOf(type)} sparades. Det finns inte i systemet, men kan vara på väg, och systemet ` +
      'lovar inte att låta bli att spara det två gånger.',
  );

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
