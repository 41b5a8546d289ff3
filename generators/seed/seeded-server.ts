import type { Manifest } from '../output/manifest.ts';
import { type Arrival, arrivalAt } from './arrival.ts';
import type { SeedCapabilities } from './capabilities.ts';
import { type LookUp, lookUpIn } from './look-up.ts';
import { ownIds, type Placement, serverIds } from './placement.ts';
import type { SeedClient } from './seed-client.ts';
import { openSeedIds } from './seed-ids.ts';
import { nameOf } from './seed-order.ts';
import { requireNoStrangers } from './strangers.ts';

/** A server that is loaded: what it is reached by, and what is known of what it has. */
export interface SeededServer {
  readonly client: SeedClient;
  readonly placement: Placement;
  /** Where the server gives the ids. */
  readonly lookUp: LookUp | undefined;
  readonly arrival: Arrival;
}

/** @param log where the log lies; the ids that the server gives are kept beside it */
export function serverOf(
  client: SeedClient,
  { seed, data }: Manifest,
  capabilities: SeedCapabilities,
  log: string,
): SeededServer {
  const placement = capabilities.ownIds
    ? ownIds()
    : serverIds(`population-${seed}-${data.slice(0, 12)}`, openSeedIds(`${log}.ids`));
  const lookUp = placement.given && lookUpIn(client, placement.given);
  return { client, placement, lookUp, arrival: arrivalAt(client, placement, lookUp) };
}

/**
 * Of a batch, what the server does not have: the first `sent` of it an earlier run may have sent, and what of them was never
 * answered for is looked for. Whoever lies under an id that is the population's own must be the same person.
 */
export async function unwritten(
  batch: readonly string[],
  sent: number,
  { client, placement: { given }, lookUp }: SeededServer,
): Promise<readonly string[]> {
  if (given === undefined || lookUp === undefined) {
    await requireNoStrangers(client, batch);
    return batch;
  }
  const missing: string[] = [];
  for (const [n, line] of batch.entries()) {
    const name = nameOf(line);
    if (given.ids.get(name) !== undefined) continue;
    const id = n < sent ? await lookUp.idOf(line) : undefined;
    if (id === undefined) missing.push(line);
    else given.ids.learn(name, id);
  }
  return missing;
}
