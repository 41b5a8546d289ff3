import {
  allOk,
  applyPatch,
  badRequest,
  created,
  fhirpathPatchTypedValue,
  formatSearchQuery,
  generateId,
  multipleMatches,
  type Operation,
  OperationOutcomeError,
  Operator,
  parseFhirPathPatchParameters,
  type SearchRequest,
  toTypedValue,
  type WithId,
} from '@medplum/core';
import {
  type CreateResourceOptions,
  type DeleteResourceOptions,
  FhirRepository,
  getExtraEntries,
  type UpdateResourceOptions,
} from '@medplum/fhir-router';
import type {
  Bundle,
  BundleEntry,
  OperationOutcome,
  Parameters,
  Reference,
  Resource,
} from '@medplum/fhirtypes';
import type { ResourceStore } from '../store/resource-store.ts';
import type { SignedIn, Surface } from '../workflow.ts';
import { AccessRecorder } from './access-recorder.ts';
import { historyBundle, searchBundle } from './bundles.ts';
import type { Environment } from './environment.ts';
import { asOutcomeError } from './outcome.ts';
import { Reading } from './reading.ts';
import { systemStore } from './system-store.ts';
import { assertThere, type Deferred, Writing } from './writing.ts';

/**
 * The record as one signed-in person meets it, in the form that Medplum's FHIR router works on. Every access passes
 * here, is checked, and leaves its trace in the audit log.
 */
export class CareRepository extends FhirRepository {
  readonly environment: Environment;
  readonly by: SignedIn;
  readonly #access: AccessRecorder;
  readonly #reading: Reading;
  readonly #writing: Writing;
  readonly #deferred: Deferred | undefined;
  readonly #source: ResourceStore;

  constructor(
    environment: Environment,
    by: SignedIn,
    options: { surface?: Surface; deferred?: Deferred } = {},
  ) {
    super();
    const { surface, deferred } = options;
    this.environment = environment;
    this.by = by;
    this.#deferred = deferred;
    this.#source = deferred === undefined ? environment.committed : environment.writing;
    this.#access = new AccessRecorder(environment, by);
    this.#reading = new Reading(environment, by, this.#source, surface);
    this.#writing = new Writing(environment, by, {
      workflows: workflowsFor(by, environment),
      store: deferred === undefined ? environment.store : systemStore(environment, deferred),
      deferred,
    });
  }

  /** The same person reading in another way. */
  on(surface: Surface): CareRepository {
    return new CareRepository(this.environment, this.by, { surface, deferred: this.#deferred });
  }

  setMode(): void {}

  generateId(): string {
    return generateId();
  }

  async createResource<T extends Resource>(resource: T, options?: CreateResourceOptions): Promise<WithId<T>> {
    return this.#access.around('create', resource.resourceType, async () => {
      const { resource: stored } = await this.#writing.create(resource, this.#idFor(resource, options));
      return this.#answered(stored);
    });
  }

  /** Two of the same criterion wait for each other, so that only one of them creates. */
  override async conditionalCreate<T extends Resource>(
    resource: T,
    search: SearchRequest<T>,
    options?: CreateResourceOptions,
  ): Promise<{ resource: WithId<T>; outcome: OperationOutcome }> {
    const criterion = `${search.resourceType}${formatSearchQuery(search)}`;
    let outcome = created;
    const create = () =>
      this.#access.around('create', resource.resourceType, async () => {
        const there = this.#onlyMatch(search, this.#source);
        const existing = () => this.#onlyMatch(search, this.environment.writing);
        const answer =
          there === undefined
            ? await this.#writing.create(resource, this.#idFor(resource, options), existing)
            : { resource: there, isNew: false };
        if (answer.isNew) return this.#answered(answer.resource);
        outcome = allOk;
        return this.#reading.read<T>(resource.resourceType, answer.resource.id);
      });
    const stored = await (this.#deferred ? create() : this.environment.gate.inTurn(criterion, create));
    return { resource: stored, outcome };
  }

  async updateResource<T extends Resource>(resource: T, options?: UpdateResourceOptions): Promise<WithId<T>> {
    return this.#access.around('update', `${resource.resourceType}/${resource.id}`, async () =>
      this.#answered(await this.#writing.update(resource, options?.ifMatch)),
    );
  }

  async patchResource<T extends Resource>(
    type: T['resourceType'],
    id: string,
    patch: Operation[] | Parameters,
    options?: UpdateResourceOptions,
  ): Promise<WithId<T>> {
    await this.readResource<T>(type, id);
    const current = this.#source.read(type, id);
    const resource: WithId<T> = JSON.parse(current?.content ?? '{}');
    if (Array.isArray(patch)) {
      const faults = applyPatch(resource, patch).filter((fault) => fault !== null);
      if (faults.length > 0) {
        throw new OperationOutcomeError(badRequest(faults.map(({ message }) => message).join('\n')));
      }
    } else {
      fhirpathPatchTypedValue(toTypedValue(resource), parseFhirPathPatchParameters(patch));
    }
    return this.updateResource(resource, { ifMatch: options?.ifMatch ?? resource.meta?.versionId });
  }

  async deleteResource(type: string, id: string, options?: DeleteResourceOptions): Promise<void> {
    await this.#access.around('delete', `${type}/${id}`, async () => {
      await this.#writing.remove(type, id, options?.ifMatch);
    });
  }

  async readResource<T extends Resource>(type: string, id: string): Promise<WithId<T>> {
    return this.#access.around('read', `${type}/${id}`, async () => this.#reading.read<T>(type, id));
  }

  async readReference<T extends Resource>({ reference = '' }: Reference<T>): Promise<WithId<T>> {
    const [type, id, ...more] = reference.split('/');
    if (!type || !id || more.length > 0)
      throw new OperationOutcomeError(badRequest(`Invalid reference ${reference}`));
    return this.readResource<T>(type, id);
  }

  async readReferences<T extends Resource>(references: readonly Reference<T>[]): Promise<(T | Error)[]> {
    const settled = await Promise.allSettled(references.map((reference) => this.readReference<T>(reference)));
    return settled.map((read) => (read.status === 'fulfilled' ? read.value : asOutcomeError(read.reason)));
  }

  async readVersion<T extends Resource>(type: string, id: string, version: string): Promise<WithId<T>> {
    return this.#access.around('vread', `${type}/${id}`, async () =>
      this.#reading.version<T>(type, id, version),
    );
  }

  async readHistory<T extends Resource>(type: string, id: string): Promise<Bundle<WithId<T>>> {
    const versions = await this.#access.around(
      'history-instance',
      `${type}/${id}`,
      async () => this.#reading.history<T>(type, id),
      (shown) => shown.find(({ resource }) => resource !== undefined)?.resource,
    );
    return historyBundle(type, id, versions, this.environment.baseUrl);
  }

  async search<T extends Resource>(request: SearchRequest<T>): Promise<Bundle<WithId<T>>> {
    if (request.resourceType === 'AuditEvent') this.environment.audit.flush();
    const found = await this.#access.aroundSearch(request, async () => this.#reading.search(request));
    const bundle = searchBundle(request, found, this.environment.baseUrl);
    if (request.include !== undefined || request.revInclude !== undefined) {
      const entries: BundleEntry[] = bundle.entry ?? [];
      await getExtraEntries(this.on('include'), request, found.resources, entries, {
        fullUrl: (type, id) => `${this.environment.baseUrl}/${type}/${id}`,
      });
    }
    return bundle;
  }

  async searchByReference<T extends Resource>(
    request: SearchRequest<T>,
    code: string,
    references: string[],
  ): Promise<Record<string, WithId<T>[]>> {
    const found = references.map(async (value) => {
      const filters = [...(request.filters ?? []), { code, operator: Operator.EQUALS, value }];
      return [value, await this.searchResources<T>({ ...request, filters })] as const;
    });
    return Object.fromEntries(await Promise.all(found));
  }

  /** All or nothing; workflows' after-work and live updates wait until it stands. */
  async withTransaction<R>(work: (repository: this) => Promise<R>): Promise<R> {
    if (this.#deferred !== undefined) return work(this);
    const { gate, writing } = this.environment;
    const deferred: Deferred = { after: [], mentions: [] };
    const result = await gate.exclusively(async () => {
      writing.begin();
      try {
        const inside = new CareRepository(this.environment, this.by, { deferred });
        const done = await work(inside as this);
        assertThere(deferred.mentions, writing);
        writing.commit();
        return done;
      } catch (error) {
        writing.rollback();
        throw error;
      }
    });
    for (const after of deferred.after) await after();
    return result;
  }

  /** Leaves a trace of an access that is no FHIR interaction of its own. */
  recordOperation(what: string, patients: readonly string[]): void {
    this.#access.operation(what, patients);
  }

  /** The same of one that may be refused, with the reason that was given for it. */
  async aroundOperation(
    what: string,
    patients: readonly string[],
    act: () => Promise<void>,
    reason?: string,
  ): Promise<void> {
    return this.#access.aroundOperation(what, patients, act, reason);
  }

  /** The id that the router gave within a bundle, else a new one. */
  #idFor(resource: Resource, options?: CreateResourceOptions): string {
    return (options?.assignedId ? resource.id : undefined) ?? this.generateId();
  }

  #onlyMatch<T extends Resource>(search: SearchRequest<T>, store: ResourceStore): WithId<T> | undefined {
    const { contents } = store.search({ ...search, count: 2, sortRules: undefined });
    if (contents.length > 1) throw new OperationOutcomeError(multipleMatches);
    return contents[0] === undefined ? undefined : JSON.parse(contents[0]);
  }

  /** What was written, as its writer sees it. */
  #answered<T extends Resource>(resource: WithId<T>): WithId<T> {
    return this.#reading.seen(resource, 'written') ?? resource;
  }
}

/** What is brought over has been ordered, sent and answered long ago. */
const workflowsFor = ({ role }: SignedIn, { workflows }: Environment): Environment['workflows'] =>
  role === 'migration' ? workflows.filter(({ heedsMigration }) => heedsMigration) : workflows;

/** The repository that this server gave to Medplum's router, as what it is. */
export function careRepository(repository: FhirRepository): CareRepository {
  if (repository instanceof CareRepository) return repository;
  throw new Error('The FHIR router was given a repository that is not the care repository.');
}
