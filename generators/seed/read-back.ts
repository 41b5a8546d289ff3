import type { Placement } from './placement.ts';
import type { SeedClient } from './seed-client.ts';

/** One resource of a population as the server has it. */
export interface ReadBack {
  /** 'Patient/p-000042' in the population. */
  readonly name: string;
  readonly status: number;
  /** Undefined where the server does not have it. */
  readonly resource: unknown;
}

export async function readBack(client: SeedClient, placement: Placement, line: string): Promise<ReadBack> {
  const { resourceType, id } = JSON.parse(line) as { readonly resourceType: string; readonly id: string };
  const name = `${resourceType}/${id}`;
  const { status, body } = await client.request('GET', placement.queryOf(name));
  const resource = placement.isServers ? (body as Found | undefined)?.entry?.[0]?.resource : body;
  return { name, status, resource: status === 200 ? resource : undefined };
}

interface Found {
  readonly entry?: readonly { readonly resource?: unknown }[];
}
