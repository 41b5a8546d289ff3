import { formatSearchQuery, type SearchRequest, type WithId } from '@medplum/core';
import type { Resource } from '@medplum/fhirtypes';
import type { Access } from '../store/audit-log.ts';
import type { SignedIn } from '../workflow.ts';
import type { Environment } from './environment.ts';
import { asOutcomeError } from './outcome.ts';
import { patientsOf } from './subjects.ts';

type Interaction = Access['interaction'];

/** Sees to it that every access of one person leaves its trace, those that were refused as well. */
export class AccessRecorder {
  readonly #environment: Environment;
  readonly #by: SignedIn;

  constructor(environment: Environment, by: SignedIn) {
    this.#environment = environment;
    this.#by = by;
  }

  /**
   * Does something with one resource, 'Patient/17', or makes one of a type.
   * @param shownIn the resource in what came of it
   */
  async around<R>(
    interaction: Interaction,
    what: string,
    access: () => Promise<R>,
    shownIn: (result: R) => unknown = (result) => result,
  ): Promise<R> {
    return this.#recorded(interaction, access, (result) => {
      const shown = result === undefined ? undefined : shownIn(result);
      return isResource(shown)
        ? { what: `${shown.resourceType}/${shown.id}`, patients: patientsOf(shown) }
        : { what, patients: [] };
    });
  }

  /** Looks for resources of a type; whoever was asked about is concerned, also when nothing was found. */
  async aroundSearch<R extends { readonly resources: readonly Resource[] }>(
    request: SearchRequest,
    access: () => Promise<R>,
  ): Promise<R> {
    const asked = (request.filters ?? []).flatMap(
      ({ value }) => value.match(/Patient\/[A-Za-z0-9.-]+/g) ?? [],
    );
    return this.#recorded('search-type', access, (found) => ({
      what: request.resourceType,
      query: formatSearchQuery(request),
      patients: [...new Set([...asked, ...(found?.resources.flatMap(patientsOf) ?? [])])],
    }));
  }

  /** An operation on something, done. */
  operation(what: string, patients: readonly string[]): void {
    this.#record({ interaction: 'operation', allowed: true, what, patients });
  }

  /** An operation that may be refused, and the reason that was given for it. */
  async aroundOperation<R>(
    what: string,
    patients: readonly string[],
    act: () => Promise<R>,
    reason?: string,
  ): Promise<R> {
    const why = reason === undefined ? {} : { reason };
    return this.#recorded('operation', act, () => ({ what, patients, ...why }));
  }

  async #recorded<R>(
    interaction: Interaction,
    access: () => Promise<R>,
    describe: (result?: R) => Pick<Access, 'what' | 'query' | 'patients' | 'reason'>,
  ): Promise<R> {
    try {
      const result = await access();
      this.#record({ interaction, allowed: true, ...describe(result) });
      return result;
    } catch (error) {
      this.#record({ interaction, allowed: false, ...describe() });
      throw asOutcomeError(error);
    }
  }

  #record(access: Omit<Access, 'by' | 'at'>): void {
    const { audit, now } = this.#environment;
    audit.record({ ...access, by: this.#by, at: now() });
  }
}

const isResource = (value: unknown): value is WithId<Resource> =>
  typeof value === 'object' && value !== null && 'resourceType' in value;
