import {
  badRequest,
  gone,
  notFound,
  OperationOutcomeError,
  preconditionFailed,
  validateResource,
  type WithId,
} from '@medplum/core';
import type { Resource } from '@medplum/fhirtypes';
import { stampAuthor } from '../authority/authors.ts';
import { astrayWrite } from '../faults/at/writing.ts';
import type { Passed } from '../faults/fault.ts';
import type { ResourceStore } from '../store/resource-store.ts';
import type { Promised, ReferenceWorkflow, SignedIn, Store, Write } from '../workflow.ts';
import { examine } from './conformance/examine.ts';
import { type Mention, nobodyAt } from './conformance/references.ts';
import type { Environment } from './environment.ts';

/** What waits for the end of a transaction. */
export interface Deferred {
  /** Done once it stands: the workflows' after-work and the live updates. */
  readonly after: (() => Promise<void>)[];
  /** Must be there before it stands; entries may refer to those that come after them. */
  readonly mentions: Mention[];
}

export interface WritingOptions {
  readonly workflows: readonly ReferenceWorkflow[];
  /** The store as the workflows see it from within this write. */
  readonly store: Store;
  /** Present in a transaction, which holds the gate itself. */
  readonly deferred?: Deferred;
}

/** The way of a write: author, authority, validation, workflows, store, workflows, live update, audit. */
export class Writing {
  readonly #environment: Environment;
  readonly #by: SignedIn;
  readonly #options: WritingOptions;
  readonly #target: ResourceStore;

  constructor(environment: Environment, by: SignedIn, options: WritingOptions) {
    this.#environment = environment;
    this.#by = by;
    this.#options = options;
    this.#target = environment.writing;
  }

  /** `existing` is asked once more at the last moment, when nothing can come between, and wins. */
  async create<T extends Resource>(
    draft: T,
    id: string,
    existing?: () => WithId<T> | undefined,
  ): Promise<{ resource: WithId<T>; isNew: boolean }> {
    const resource = this.#admitted({ ...draft, id, meta: givenMeta(draft) }, 'create');
    const decided = await this.#before({ interaction: 'create', resource, by: this.#by });
    if (isPromised(decided)) return { resource: decided.promised as WithId<T>, isNew: true };
    const astray = astrayWrite({ interaction: 'create', resource: decided, by: this.#by }, this.#environment);
    if (astray !== undefined)
      return { resource: await this.#astray(astray, decided as WithId<T>, 1), isNew: true };
    const result = await this.#alone(() => {
      const there = existing?.();
      if (there !== undefined) return { resource: there, isNew: false };
      return { resource: this.#put(decided as T, decided.id ?? id, 1), isNew: true };
    });
    if (result.isNew) await this.#after({ interaction: 'create', resource: result.resource, by: this.#by });
    return result;
  }

  async update<T extends Resource>(draft: T, ifMatch?: string): Promise<WithId<T>> {
    const id = draft.id;
    if (id === undefined) throw new OperationOutcomeError(badRequest('An update needs an id.'));
    const { previous, version } = this.#current(draft.resourceType, id, ifMatch);
    const resource = this.#admitted({ ...draft, meta: givenMeta(draft) }, 'update', previous);
    const decided = await this.#before({ interaction: 'update', resource, previous, by: this.#by });
    if (isPromised(decided)) throw new Error('A workflow can take over creates only.');
    const astray = astrayWrite(
      { interaction: 'update', resource: decided, previous, by: this.#by },
      this.#environment,
    );
    if (astray !== undefined) return this.#astray(astray, decided as WithId<T>, version + 1, previous);
    const stored = await this.#alone(() => {
      const { version } = this.#current(draft.resourceType, id, ifMatch);
      return this.#put(decided as T, id, version + 1);
    });
    await this.#after({ interaction: 'update', resource: stored, previous, by: this.#by });
    return stored;
  }

  async remove(type: string, id: string, ifMatch?: string): Promise<void> {
    const { previous } = this.#current(type, id, ifMatch);
    this.#environment.authority.checkWrite(this.#by, 'delete', previous);
    await this.#alone(() => {
      const { version } = this.#current(type, id, ifMatch);
      this.#target.put(previous, version + 1, this.#environment.now(), true);
    });
    await this.#whenStanding(async () => this.#environment.live.publish('delete', previous));
  }

  #admitted<T extends Resource>(draft: T, interaction: 'create' | 'update', previous?: Resource): T {
    const { catalogue, authority, baseUrl, committed } = this.#environment;
    if (!catalogue.isKept(draft.resourceType)) throw new OperationOutcomeError(notFound);
    const resource = stampAuthor(draft, this.#by, previous);
    authority.checkWrite(this.#by, interaction, resource, previous);
    validateResource(resource);
    const mentions = examine(resource, catalogue.elements, baseUrl);
    // What the environment tells of somebody who was removed meanwhile must not be lost.
    if (this.#by.role === 'system') return resource;
    if (this.#options.deferred === undefined) assertThere(mentions, committed);
    else this.#options.deferred.mentions.push(...mentions);
    return resource;
  }

  async #before(write: Write): Promise<Resource | Promised> {
    let resource = write.resource;
    for (const workflow of this.#options.workflows) {
      const decided = await workflow.beforeWrite?.({ ...write, resource }, this.#options.store);
      if (decided === undefined) continue;
      if (isPromised(decided)) return decided;
      resource = decided;
    }
    return resource;
  }

  async #after(write: Write): Promise<void> {
    await this.#whenStanding(async () => {
      for (const workflow of this.#options.workflows)
        await workflow.afterWrite?.(write, this.#environment.store);
      this.#environment.live.publish(write.interaction, write.resource);
    });
  }

  /** A write that a fault has struck: what is left of it is stored, perhaps later, and it is answered as if all were well. */
  async #astray<T extends Resource>(
    { things, afterSeconds, afterwards }: Passed<Resource>,
    asked: WithId<T>,
    version: number,
    previous?: WithId<Resource>,
  ): Promise<WithId<T>> {
    const { faults } = this.#environment;
    const keep = async (): Promise<WithId<Resource>[]> => {
      const kept: WithId<Resource>[] = [];
      for (const thing of things) {
        const stored = await this.#alone(() => this.#putAsIs(thing as WithId<Resource>));
        kept.push(stored);
        const isChange = stored.id === asked.id && previous !== undefined;
        await this.#after({
          interaction: isChange ? 'update' : 'create',
          resource: stored,
          ...(isChange ? { previous } : {}),
          by: this.#by,
        });
      }
      if (afterwards !== undefined)
        faults.later(afterwards.seconds, () => this.#undo(kept, afterwards.what, previous));
      return kept;
    };
    if (afterSeconds !== undefined) faults.later(afterSeconds, async () => void (await keep()));
    const [first] = afterSeconds === undefined ? await keep() : [];
    return (first as WithId<T> | undefined) ?? this.#stamped(asked, asked.id, version);
  }

  async #undo(kept: readonly WithId<Resource>[], what: 'remove' | 'restore', previous?: WithId<Resource>) {
    const { gate, now } = this.#environment;
    await gate.briefly(() => {
      for (const { resourceType, id } of kept) {
        const { previous: current, version } = this.#current(resourceType, id);
        if (what === 'remove') this.#target.put(current, version + 1, now(), true);
        else if (previous !== undefined) this.#put(previous, id, version + 1);
      }
    });
  }

  /** As the first version, or as the next of what is there. */
  #putAsIs<T extends Resource>(resource: WithId<T>): WithId<T> {
    const there = this.#target.read(resource.resourceType, resource.id);
    return this.#put(resource, resource.id, (there?.version ?? 0) + 1);
  }

  async #whenStanding(work: () => Promise<void>): Promise<void> {
    if (this.#options.deferred === undefined) await work();
    else this.#options.deferred.after.push(work);
  }

  async #alone<R>(work: () => R): Promise<R> {
    return this.#options.deferred === undefined ? this.#environment.gate.briefly(work) : work();
  }

  #current(type: string, id: string, ifMatch?: string): { previous: WithId<Resource>; version: number } {
    const current = this.#target.read(type, id);
    if (current === undefined) throw new OperationOutcomeError(notFound);
    if (current.deleted) throw new OperationOutcomeError(gone);
    if (ifMatch !== undefined && ifMatch !== String(current.version)) {
      throw new OperationOutcomeError(preconditionFailed);
    }
    return { previous: JSON.parse(current.content), version: current.version };
  }

  #put<T extends Resource>(resource: T, id: string, version: number): WithId<T> {
    const stored = this.#stamped(resource, id, version);
    this.#target.put(stored, version, Date.parse(stored.meta?.lastUpdated ?? ''));
    return stored;
  }

  #stamped<T extends Resource>(resource: T, id: string, version: number): WithId<T> {
    const lastUpdated = new Date(this.#environment.now()).toISOString();
    const meta = { ...resource.meta, versionId: String(version), lastUpdated };
    return Object.assign({}, resource, { id, meta });
  }
}

/** Refuses references to nobody. */
export function assertThere(mentions: readonly Mention[], store: ResourceStore): void {
  const missing = mentions.filter(({ type, id }) => !store.has(type, id));
  if (missing.length === 0) return;
  throw new OperationOutcomeError({ resourceType: 'OperationOutcome', issue: missing.map(nobodyAt) });
}

const isPromised = (decided: Resource | Promised): decided is Promised => 'promised' in decided;

/** What a writer may say about a resource; version and time are the server's. */
function givenMeta({ meta }: Resource): Resource['meta'] {
  const { versionId: _version, lastUpdated: _updated, ...given } = meta ?? {};
  return given;
}
