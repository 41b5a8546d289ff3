import type { Resource } from '@medplum/fhirtypes';
import type { Faults } from '../faults/fault.ts';
import { patientOf, unitOf } from '../fhir/subjects.ts';

/** What is told to open pages when something is written: enough to know what to read again, and nothing of its content. */
export interface LiveUpdate {
  /** Kind of resource: 'Task'. */
  readonly type: string;
  /** 'Task/17' */
  readonly reference: string;
  readonly interaction: 'create' | 'update' | 'delete';
  /** 'Patient/4' */
  readonly patient?: string;
  /** 'Organization/sas-lab' */
  readonly unit?: string;
}

export type Listener = (update: LiveUpdate) => void;

/** Hands every write on to whoever listens. */
export class LiveUpdates {
  readonly #listeners = new Set<Listener>();
  readonly #faults: Faults;

  constructor(faults: Faults) {
    this.#faults = faults;
  }

  /** Returns how to stop listening. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  publish(interaction: LiveUpdate['interaction'], resource: Resource): void {
    if (this.#listeners.size === 0) return;
    const update: LiveUpdate = {
      type: resource.resourceType,
      reference: `${resource.resourceType}/${resource.id}`,
      interaction,
      patient: patientOf(resource),
      unit: unitOf(resource),
    };
    const planted = this.#faults.pass('live', update, { type: update.type, interaction });
    const tell = (): void => {
      for (const told of planted?.things ?? [update]) for (const listener of this.#listeners) listener(told);
    };
    if (planted?.afterSeconds === undefined) tell();
    else this.#faults.later(planted.afterSeconds, tell);
  }
}
