import type { ExtractResource, Resource, ResourceType } from '@medplum/fhirtypes';
import type { Account } from '../../driver/account.ts';
import type { Arrival, Created, Found, Listed } from '../client.ts';
import { copyOf } from '../copy.ts';
import type { Exchange } from '../exchange.ts';
import { byToken } from '../look-up.ts';
import { lowestOf } from '../lowest.ts';
import { isOwn } from '../own-write.ts';
import type { Versioned } from '../read.ts';
import type { TransportResponse } from '../transport.ts';
import type { Query } from '../url.ts';
import { FhirWriter } from '../write.ts';
import type { Writing } from '../writing.ts';
import type { Dialect } from './dialect.ts';

/** FHIR as an area says it, to a system that says it otherwise: what goes out is said, and what comes in heard. */
export class MappedClient extends FhirWriter {
  readonly #dialect: Dialect;

  constructor(
    exchange: Exchange,
    account: Account,
    patient: string | undefined,
    writing: Writing,
    dialect: Dialect,
  ) {
    super(exchange, account, patient, writing);
    this.#dialect = dialect;
  }

  override async search<T extends ResourceType>(type: T, asked: Query): Promise<Found<T>> {
    const { query, sift } = this.#dialect.search(type, asked, this.patient);
    const found = await super.search(this.#dialect.words.out.type(type), query);
    const seen = found.seen.map((each) => this.#dialect.heard(each)).filter(sift);
    const included = found.included.map((each) => this.#dialect.heard(each));
    return { ...listedAs(found, seen), included };
  }

  override async list(reference: string, operation: string): Promise<Listed<Resource>> {
    const found = await super.list(this.#dialect.words.out.reference(reference), operation);
    const seen = found.seen.map((each) => this.#dialect.heard(each));
    return listedAs(found, seen);
  }

  override create<R extends Resource>(resource: R, token: string, arrival?: Arrival): Promise<Created> {
    return super.create(this.#asHeard(resource), token, arrival);
  }

  override update<T extends ResourceType>(
    type: T,
    reference: string,
    token: string,
    change: (current: ExtractResource<T>) => ExtractResource<T>,
  ): Promise<void> {
    return super.update(type, reference, token, (current) => this.#asHeard(change(current)));
  }

  override remove(reference: string): Promise<void> {
    return super.remove(this.#dialect.words.out.reference(reference));
  }

  override operate(reference: string, operation: string, query: Query): Promise<void> {
    return super.operate(this.#dialect.words.out.reference(reference), operation, query);
  }

  override async find<T extends ResourceType>(
    type: T,
    reference: string,
  ): Promise<ExtractResource<T> | undefined> {
    const { out } = this.#dialect.words;
    const found = await super.find(out.type(type), out.reference(reference));
    return found && this.#dialect.heard(found);
  }

  protected override async findVersion<T extends ResourceType>(
    type: T,
    reference: string,
  ): Promise<Versioned<T> | undefined> {
    const { out } = this.#dialect.words;
    const found = await super.findVersion(out.type(type), out.reference(reference));
    return found && { ...found, resource: this.#dialect.heard(found.resource) };
  }

  protected override post(resource: Resource, existing: Query | undefined): Promise<TransportResponse> {
    const { query, whole } = this.#dialect.search(resource.resourceType, existing ?? {}, this.patient);
    // A condition that finds more than is sought keeps from being made what is not there.
    const condition = this.#dialect.conditionalCreate && whole ? query : undefined;
    return super.post(this.#said(resource), condition);
  }

  protected override put(
    reference: string,
    resource: Resource,
    version: string | undefined,
  ): Promise<TransportResponse> {
    return super.put(this.#dialect.words.out.reference(reference), this.#said(resource), version);
  }

  protected override referenceIn(response: TransportResponse, type: ResourceType): string | undefined {
    const { out, back } = this.#dialect.words;
    const named = super.referenceIn(response, out.type(type));
    return named && back.reference(named);
  }

  /** By a search of ours, as the system may not search by what the write carries. */
  protected override async lookByToken(sent: Resource, token: string): Promise<string | undefined> {
    const { seen } = await this.search(sent.resourceType, byToken(token));
    return lowestOf((seen as readonly Resource[]).filter((each) => isOwn(each, sent, token)));
  }

  /** What was written is compared with what is read, in the areas' words; so it stays as it is. */
  #said<R extends Resource>(resource: R): R {
    return this.#dialect.said(copyOf(resource));
  }

  /** What can be read of it when it has been written: not what the system is never told. */
  #asHeard<R extends Resource>(resource: R): R {
    return this.#dialect.heard(this.#said(resource));
  }
}

/** What was seen in other words; whether it is all is still known by the list it was. */
const listedAs = <R>(list: Listed<unknown>, seen: readonly R[]): Listed<R> => ({
  seen,
  find(holds) {
    const found = seen.find(holds);
    if (found === undefined) list.all();
    return found;
  },
  all() {
    list.all();
    return seen;
  },
});
