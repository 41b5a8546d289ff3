import path from 'node:path';
import { readManifest } from '../output/read-manifest.ts';
import { capabilitiesOf, type SeedCapabilities } from './capabilities.ts';
import { readBack } from './read-back.ts';
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

export interface VerifyOptions {
  /** Default: what the server's CapabilityStatement says. */
  readonly capabilities?: SeedCapabilities;
  readonly signal?: AbortSignal;
  /** Told how many have been read back. */
  readonly progress?: (sampled: number) => void;
}

/** Of each file, every so many lines are read back. */
const SAMPLE_EVERY = 200;

/** Asks the server how many resources it has of each type, and reads a sample of them back. */
export async function verifySeed(
  folder: string,
  client: SeedClient,
  { capabilities, signal, progress }: VerifyOptions = {},
): Promise<SeedVerification> {
  const manifest = readManifest(folder);
  const placement = placementFor(manifest, capabilities ?? (await capabilitiesOf(client)));
  const problems: string[] = [];
  for (const [type, count] of Object.entries(manifest.counts)) {
    const { status, body } = await client.request('GET', `${type}?_summary=count`);
    const total = (body as { readonly total?: number } | undefined)?.total;
    if (status !== 200 || total === undefined)
      problems.push(`Systemet säger inte hur många ${type} det har (${status}).`);
    else if (total < count) problems.push(`Systemet har ${total} ${type}, men ${count} laddades.`);
  }
  let sampled = 0;
  for (const { path: file } of inSeedOrder(manifest)) {
    for await (const [line = '{}'] of batchesOf(path.join(folder, file), 0, SAMPLE_EVERY)) {
      signal?.throwIfAborted();
      const { name, status, resource } = await readBack(client, placement, line);
      sampled++;
      progress?.(sampled);
      if (resource === undefined) problems.push(`${name} går inte att läsa tillbaka (${status}).`);
      else if (!holds(resource, comparable(JSON.parse(line), placement.isServers)))
        problems.push(`${name} är inte det som laddades.`);
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

/** Servers keep their own version and time, and where they give the ids, ids and references are theirs. */
function comparable(resource: object, isServers: boolean): object {
  const theirs = isServers ? ['id', 'reference'] : [];
  return JSON.parse(JSON.stringify({ ...resource, meta: undefined }), (key, value) =>
    theirs.includes(key) ? undefined : value,
  );
}
