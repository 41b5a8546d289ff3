import { randomUUID } from 'node:crypto';
import type { Bundle, Resource } from '@medplum/fhirtypes';
import { Pool } from 'undici';
import type { Card, CdsRequest, Hook, ServiceDescription } from './cds-hooks.ts';

/** A FHIR search of whatever the one who asks may see. */
type PrefetchSearch = (query: string) => Promise<readonly Resource[]>;

/** Asks the decision support for advice, as CDS Hooks calls a client. */
export interface CdsClient {
  /** The cards of every service of this hook. `context.patientId` is the id without 'Patient/'. */
  advise(
    hook: Hook,
    context: CdsRequest['context'] & { readonly patientId: string },
    search: PrefetchSearch,
  ): Promise<readonly Card[]>;
  close(): Promise<void>;
}

const collection = (resources: readonly Resource[]): Bundle => ({
  resourceType: 'Bundle',
  type: 'searchset',
  entry: resources.map((resource) => ({ resource })),
});

/** Discovery is done once, here. */
export async function connectDecisionSupport(address: string): Promise<CdsClient> {
  const pool = new Pool(address);

  async function call<T>(method: 'GET' | 'POST', path: string, body?: CdsRequest): Promise<T> {
    const response = await pool.request({
      method,
      path,
      headers: { 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
    });
    if (response.statusCode !== 200) {
      throw new Error(
        `Decision support answered ${response.statusCode} to ${path}: ${await response.body.text()}`,
      );
    }
    return (await response.body.json()) as T;
  }

  const { services } = await call<{ services: readonly ServiceDescription[] }>('GET', '/cds-services');

  async function prefetched(service: ServiceDescription, patientId: string, search: PrefetchSearch) {
    const queries = Object.entries(service.prefetch ?? {});
    const entries = queries.map(async ([key, query]) => [
      key,
      collection(await search(query.replaceAll('{{context.patientId}}', patientId))),
    ]);
    return Object.fromEntries(await Promise.all(entries)) as Record<string, Bundle>;
  }

  return {
    async advise(hook, context, search) {
      const answers = services
        .filter((service) => service.hook === hook)
        .map(async (service) =>
          call<{ cards: readonly Card[] }>('POST', `/cds-services/${service.id}`, {
            hook,
            hookInstance: randomUUID(),
            context,
            prefetch: await prefetched(service, context.patientId, search),
          }),
        );
      return (await Promise.all(answers)).flatMap(({ cards }) => cards);
    },
    close: () => pool.close(),
  };
}
