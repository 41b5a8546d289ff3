import path from 'node:path';
import { readManifest } from '../output/read-manifest.ts';
import { capabilitiesOf, type SeedCapabilities } from './capabilities.ts';
import { inTime } from './list-lag.ts';
import { type LoadPlan, loadPlanOf } from './load-plan.ts';
import { patient } from './patience.ts';
import { readBack } from './read-back.ts';
import { batchesOf } from './read-lines.ts';
import { isAsLoaded } from './same-resource.ts';
import type { SeedClient } from './seed-client.ts';
import { folderOf } from './seed-order.ts';
import { serverOf } from './seeded-server.ts';

/** What the server gave back. */
export interface SeedVerification {
  readonly counted: number;
  readonly sampled: number;
  /** In words; empty when everything is there. */
  readonly problems: readonly string[];
  /** What the server does not say, in words. */
  readonly unknown: readonly string[];
}

export interface VerifyOptions {
  /** The one that loading kept. */
  readonly log: string;
  /** Default: made here. */
  readonly plan?: LoadPlan;
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
  impatient: SeedClient,
  { log, plan, capabilities, signal, progress }: VerifyOptions,
): Promise<SeedVerification> {
  const client = patient(impatient);
  const manifest = readManifest(folder);
  const { counts, files } = plan ?? (await loadPlanOf(folder, manifest));
  const { placement, lookUp } = serverOf(
    client,
    manifest,
    capabilities ?? (await capabilitiesOf(client)),
    log,
  );
  const { given } = placement;
  const problems: string[] = [];
  const unknown: string[] = [];
  for (const [type, count] of Object.entries(counts)) {
    const total = await totalOf(type, count, client);
    if (total === undefined) unknown.push(`Systemet säger inte hur många ${type} det har.`);
    else if (total < count) problems.push(`Systemet har ${total} ${type}, men ${count} laddades.`);
  }
  let sampled = 0;
  for (const file of files) {
    given?.ids.open(folderOf(file));
    const sample = { size: SAMPLE_EVERY, wants: file.wants };
    for await (const [line = '{}'] of batchesOf(path.join(folder, file.path), sample)) {
      signal?.throwIfAborted();
      const { name, status, resource } = await readBack(client, placement, lookUp, line);
      sampled++;
      progress?.(sampled);
      if (resource === undefined) problems.push(`${name} går inte att läsa tillbaka (${status}).`);
      else if (!isAsLoaded(resource, line, { idsAreGiven: given !== undefined }))
        problems.push(`${name} är inte det som laddades.`);
    }
  }
  return { counted: Object.keys(counts).length, sampled, problems, unknown };
}

/** How many the server says it has, when its list has caught up; undefined where it does not say. */
async function totalOf(type: string, expected: number, client: SeedClient): Promise<number | undefined> {
  const ask = async (): Promise<number | undefined> => {
    const { status, body } = await client.request('GET', `${type}?_summary=count`);
    return status === 200 ? (body as { readonly total?: number } | undefined)?.total : undefined;
  };
  return inTime(client, ask, (total) => total === undefined || total >= expected);
}
