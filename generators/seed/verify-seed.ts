import path from 'node:path';
import { readManifest } from '../output/read-manifest.ts';
import { capabilitiesOf, type SeedCapabilities } from './capabilities.ts';
import { batchesOf } from './read-lines.ts';
import type { SeedClient } from './seed-client.ts';
import { inSeedOrder } from './seed-order.ts';
import { placementFor } from './seed-population.ts';

/** What the server gave back. */
export interface SeedVerification {
  readonly counted: number;
  readonly sampled: number;
  /** In words; empty when everything is there. */
  readonly problems: readonly string[];
}

/** Of each file, every so many lines are read back. */
const SAMPLE_EVERY = 200;

/** Asks the server how many resources it has of each type, and reads a sample of them back. */
export async function verifySeed(
  folder: string,
  client: SeedClient,
  capabilities?: SeedCapabilities,
): Promise<SeedVerification> {
  const manifest = readManifest(folder);
  const placement = placementFor(manifest, capabilities ?? (await capabilitiesOf(client)));
  const problems: string[] = [];
  for (const [type, count] of Object.entries(manifest.counts)) {
    const { status, body } = await client.request('GET', `${type}?_summary=count`);
    const total = (body as { readonly total?: number } | undefined)?.total;
    if (status !== 200 || total === undefined)
      problems.push(`The number of ${type} could not be asked for (${status}).`);
    else if (total < count) problems.push(`The server has ${total} ${type}, but ${count} were loaded.`);
  }
  let sampled = 0;
  for (const { path: file, type } of inSeedOrder(manifest)) {
    for await (const lines of batchesOf(path.join(folder, file), 0, SAMPLE_EVERY)) {
      const [line = '{}'] = lines;
      const ours = JSON.parse(line) as { readonly id: string };
      const name = `${type}/${ours.id}`;
      const { status, body } = await client.request('GET', placement.queryOf(name));
      sampled++;
      const theirs = placement.isServers ? (body as Found | undefined)?.entry?.[0]?.resource : body;
      if (status !== 200 || theirs === undefined)
        problems.push(`${name} could not be read back (${status}).`);
      else if (!holds(theirs, comparable(ours, placement.isServers)))
        problems.push(`${name} is not what was loaded.`);
    }
  }
  return { counted: Object.keys(manifest.counts).length, sampled, problems };
}

/** Whether everything of ours is there; a server may add. */
function holds(theirs: unknown, ours: unknown): boolean {
  if (typeof ours !== 'object' || ours === null) return theirs === ours;
  if (typeof theirs !== 'object' || theirs === null) return false;
  return Object.entries(ours).every(([key, value]) => holds((theirs as Record<string, unknown>)[key], value));
}

interface Found {
  readonly entry?: readonly { readonly resource?: unknown }[];
}

/** Servers keep their own version and time, and where they give the ids, ids and references are theirs. */
function comparable(resource: object, isServers: boolean): object {
  const theirs = isServers ? ['id', 'reference'] : [];
  return JSON.parse(JSON.stringify({ ...resource, meta: undefined }), (key, value) =>
    theirs.includes(key) ? undefined : value,
  );
}
