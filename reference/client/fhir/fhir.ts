import type { Bundle, Resource } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import { Failure, isOperationOutcome, Refusal, wordsOf } from './errors.ts';

const BASE = '/fhir';

/** What one search gave: the resources asked for, those included with them, and how many there are in all. */
export interface Found<T extends Resource> {
  readonly matches: readonly T[];
  readonly included: readonly Resource[];
  readonly total: number;
}

/** The care-information system as the signed-in person may use it. */
export interface Fhir {
  search<T extends Resource>(query: string): Promise<Found<T>>;
  read<T extends Resource>(reference: string): Promise<T>;
  /** Stores once, even when the same call is repeated by an unsteady line. */
  create<T extends Resource>(resource: T): Promise<Stored<T>>;
  /** Refused when somebody else changed the resource since it was read. */
  update<T extends Resource>(resource: Stored<T>): Promise<Stored<T>>;
  /** A FHIR operation: 'Encounter/1/$print?document=label'. */
  operate<T extends Resource>(method: 'GET' | 'POST', path: string): Promise<T>;
  /** The archive of pictures (DICOMweb): 'studies/1.2.3/instances'. */
  archive(path: string, accept: string, signal: AbortSignal): Promise<Response>;
}

export type Stored<T extends Resource> = T & { id: string };

/** @param onUnauthorised is called when the sign-in is no longer valid */
export function fhirAs(accessToken: string, onUnauthorised: () => void): Fhir {
  async function ask(method: string, path: string, headers: HeadersInit, body?: Resource): Promise<unknown> {
    const response = await fetch(`${BASE}/${path}`, {
      method,
      headers: {
        accept: 'application/fhir+json',
        authorization: `Bearer ${accessToken}`,
        ...(body === undefined ? {} : { 'content-type': 'application/fhir+json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch((cause: unknown) => {
      throw new Failure(`${method} ${path}`, { cause });
    });
    if (response.status === 401) onUnauthorised();
    const answer: unknown = await response.json().catch((cause: unknown) => {
      throw new Failure(`${method} ${path}: ${response.status}`, { cause });
    });
    if (response.ok) return answer;
    if (response.status < 500 && isOperationOutcome(answer)) {
      throw new Refusal(response.status, wordsOf(answer));
    }
    throw new Failure(`${method} ${path}: ${response.status}`);
  }

  return {
    async search<T extends Resource>(query: string) {
      const bundle = (await ask('GET', query, {})) as Bundle;
      const resourcesOf = (mode: string): Resource[] =>
        (bundle.entry ?? []).flatMap(({ resource, search }) =>
          resource !== undefined && (search?.mode ?? 'match') === mode ? [resource] : [],
        );
      const matches = resourcesOf('match') as T[];
      return { matches, included: resourcesOf('include'), total: bundle.total ?? matches.length };
    },
    read: async <T extends Resource>(reference: string) => (await ask('GET', reference, {})) as T,
    create: async <T extends Resource>(resource: T) => {
      const token = crypto.randomUUID();
      const tag = [...(resource.meta?.tag ?? []), { system: SYSTEMS.token, code: token }];
      return (await ask(
        'POST',
        resource.resourceType,
        { 'if-none-exist': `_tag=${SYSTEMS.token}|${token}` },
        { ...resource, meta: { ...resource.meta, tag } },
      )) as Stored<T>;
    },
    update: async <T extends Resource>(resource: Stored<T>) =>
      (await ask(
        'PUT',
        `${resource.resourceType}/${resource.id}`,
        { 'if-match': `W/"${resource.meta?.versionId}"` },
        resource,
      )) as Stored<T>,
    operate: async <T extends Resource>(method: 'GET' | 'POST', path: string) =>
      (await ask(method, path, {})) as T,
    archive: (path, accept, signal) =>
      fetch(`/dicom-web/${path}`, { signal, headers: { accept, authorization: `Bearer ${accessToken}` } }),
  };
}
