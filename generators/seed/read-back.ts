import type { LookUp } from './look-up.ts';
import type { Placement } from './placement.ts';
import type { SeedClient } from './seed-client.ts';
import { nameOf, typeOf } from './seed-order.ts';

/** One resource of a population as the server has it. */
export interface ReadBack {
  /** 'Patient/p-000042' in the population. */
  readonly name: string;
  readonly status: number;
  /** Undefined where the server does not have it. */
  readonly resource: unknown;
}

export async function readBack(
  client: SeedClient,
  placement: Placement,
  lookUp: LookUp | undefined,
  line: string,
): Promise<ReadBack> {
  const name = nameOf(line);
  const address = lookUp === undefined ? name : await addressOf(name);
  if (address === undefined) return { name, status: 404, resource: undefined };
  const { status, body } = await client.request('GET', address);
  return { name, status, resource: status === 200 ? body : undefined };

  async function addressOf(name: string): Promise<string | undefined> {
    const known = placement.given?.addressOf(name);
    if (known !== undefined) return known;
    const id = await lookUp?.idOf(line);
    return id === undefined ? undefined : `${typeOf(name)}/${id}`;
  }
}
