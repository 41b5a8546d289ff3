import type { Resource, ResourceType } from '@medplum/fhirtypes';
import type { Account } from '../driver/account.ts';
import { Unsettled } from '../driver/outcome.ts';
import { nounOf } from '../driver/words.ts';
import { resourceIn, saysNothing, somebodyWasFirst } from './answer.ts';
import type { Arrival, Created, Known } from './client.ts';
import type { Exchange } from './exchange.ts';
import { byToken, FhirSeeker, foundAfterSilence } from './look-up.ts';
import { lowestOf } from './lowest.ts';
import { carries, isMarked, isOwn, mayBe, tagged } from './own-write.ts';
import { mustBeOwn, mustBeThere, notTheOne, readBack } from './read-back.ts';
import type { TransportResponse } from './transport.ts';
import { localReference, type Query, queryOf } from './url.ts';
import type { Resending, Writing } from './writing.ts';

/** How often something is made conditionally that somebody else is making at the same moment. */
const MOST_TRIES = 3;

/** Reads, and makes what is new. */
export class FhirMaker extends FhirSeeker {
  protected readonly writing: Writing;

  constructor(exchange: Exchange, account: Account, patient: string | undefined, writing: Writing) {
    super(exchange, account, patient);
    this.writing = writing;
  }

  create<R extends Resource>(resource: R, token: string, arrival: Arrival = 'at-once'): Promise<Created> {
    const { resending } = this.writing;
    const sent = tagged(resource, token);
    return resending === undefined
      ? this.#createOnce(sent, token, arrival)
      : this.#createAgain(resending, sent, token);
  }

  async createUnless<R extends Resource>(
    resource: R,
    existing: Query,
    isIt: (found: R) => boolean,
  ): Promise<Known> {
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
      if (there !== undefined) return known(there);
      if (somebodyWasFirst(response) && tries < MOST_TRIES) continue;
      const named = this.referenceIn(response, type);
      if (named !== undefined && response.status === 201) return { reference: named, isNew: true };
      if (named === undefined) return known((await among()) ?? this.#nowhere(type));
      const found = await this.find(type, named);
      if (found !== undefined && isIt(found as unknown as R)) return known(named);
      throw notTheOne(doing, named);
    }
  }

  /** @param sent carries the token */
  async #createOnce(sent: Resource, token: string, arrival: Arrival): Promise<Created> {
    const type = sent.resourceType;
    try {
      let response = await this.post(sent, byToken(token));
      if (somebodyWasFirst(response)) {
        const there = await this.lookUp(sent, token);
        if (there !== undefined) return { reference: there };
        response = await this.post(sent, byToken(token));
      }
      const named = this.referenceIn(response, type);
      if (named === undefined) {
        return { reference: (await this.lookUp(sent, token)) ?? this.#nowhere(type) };
      }
      // Whatever else was answered than that it was made may be about something that was there before.
      if (response.status !== 201) await mustBeOwn(this, named, sent, token);
      else if (this.writing.acknowledged !== undefined && arrival === 'at-once') {
        this.writing.acknowledged();
        await mustBeThere(this, type, named, token);
      }
      return { reference: named };
    } catch (error) {
      const doubt = `Det går inte att veta om ${nounOf(type)} sparades`;
      return { reference: await foundAfterSilence(error, doubt, () => this.lookUp(sent, token)) };
    }
  }

  async #createAgain({ createsConditionally }: Resending, sent: Resource, token: string): Promise<Created> {
    const type = sent.resourceType;
    const there = await this.lookByToken(sent, token);
    if (there !== undefined) return { reference: there };
    const chart = await this.chart(type);
    const own = lowestOf(chart.filter((found) => isOwn(found, sent, token)));
    if (own !== undefined) return { reference: own };
    const mayBeThere = !chart.some(isMarked) && chart.some((found) => mayBe(found, sent));
    if (mayBeThere || !createsConditionally(type)) throw notAgain(type);
    const made = await this.#createOnce(sent, token, 'later');
    const found = await readBack(this, type, made.reference);
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
}

const known = (reference: string): Known => ({ reference, isNew: false });

export const notAgain = (type: ResourceType): Unsettled =>
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
