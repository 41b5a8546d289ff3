import path from 'node:path';
import { InputError } from '../../domain/input-error.ts';
import type { FileEntry, Manifest } from '../output/manifest.ts';
import { readManifest } from '../output/read-manifest.ts';
import { capabilitiesOf, type SeedCapabilities } from './capabilities.ts';
import { ownIds, type Placement, serverIds } from './placement.ts';
import { readBack } from './read-back.ts';
import { batchesOf } from './read-lines.ts';
import type { SeedClient } from './seed-client.ts';
import { openSeedLog, type SeedLog } from './seed-log.ts';
import { folderOf, inSeedOrder, mayBeTogether, partsOf } from './seed-order.ts';
import { inTransactions, oneByOne, type WriteBatch } from './write-batch.ts';

export interface SeedOptions {
  /** File that remembers how far loading has come; one for each server. */
  readonly log: string;
  /** Default: what the server's CapabilityStatement says. */
  readonly capabilities?: SeedCapabilities;
  /** Resources in a batch; default 200. */
  readonly batchSize?: number;
  /** Batches under way at the same time; default 4. */
  readonly parallel?: number;
  /** Ends the work when what is under way has been answered. */
  readonly signal?: AbortSignal;
}

export interface SeedProgress {
  readonly loaded: number;
  readonly all: number;
  /** Of them, those that an earlier run had loaded. */
  readonly before: number;
}

/**
 * Loads a population into a FHIR server. It may be stopped at any time: writing a resource twice makes no second, and
 * the log says what the server has, so the next run goes on.
 */
export async function seedPopulation(
  folder: string,
  client: SeedClient,
  options: SeedOptions,
  onProgress: (progress: SeedProgress) => void = () => {},
): Promise<SeedProgress> {
  const manifest = readManifest(folder);
  if (manifest.choices.format !== 'ndjson') {
    throw new InputError(`Populationen är skriven som ${manifest.choices.format}; bara ndjson kan laddas.`, {
      file: folder,
    });
  }
  const capabilities = options.capabilities ?? (await capabilitiesOf(client));
  const placement = placementFor(manifest, capabilities);
  const files = inSeedOrder(manifest);
  const log = await logOf(folder, files, client, placement, options.log);
  const all = totalOf(manifest);
  const before = files.reduce((sum, file) => sum + log.done(file.path), 0);
  let loaded = before;
  const isLoaded = wholeFolders(files, log);
  const together = capabilities.transactions ? inTransactions() : oneByOne;
  let folderUnderWay = '';
  for (const file of files) {
    if (folderOf(file) !== folderUnderWay) placement.forget();
    folderUnderWay = folderOf(file);
    // Ids that the server gave are learnt again by writing again, which makes nothing new.
    const isNeeded = placement.isServers && (folderUnderWay === 'common' || !isLoaded.has(folderUnderWay));
    const skip = isNeeded ? 0 : log.done(file.path);
    if (skip >= file.lines) continue;
    const isFree = mayBeTogether(file.type, placement);
    const write = isFree ? together : inParts(together);
    const width = isFree ? (options.parallel ?? PARALLEL) : 1;
    let sofar = skip;
    for await (const round of roundsOf(
      path.join(folder, file.path),
      skip,
      options.batchSize ?? BATCH,
      width,
    )) {
      options.signal?.throwIfAborted();
      await Promise.all(round.map((batch) => write(client, placement, batch)));
      sofar += round.reduce((sum, batch) => sum + batch.length, 0);
      loaded += log.reach(file.path, sofar);
      onProgress({ loaded, all, before });
    }
  }
  return { loaded, all, before };
}

/** The log, begun anew where the server does not have what it says: another server, or one that was emptied. */
async function logOf(
  folder: string,
  files: readonly FileEntry[],
  client: SeedClient,
  placement: Placement,
  file: string,
): Promise<SeedLog> {
  const log = openSeedLog(file);
  const begun = files.find(({ path: name }) => log.done(name) > 0);
  if (begun === undefined) return log;
  for await (const [line = ''] of batchesOf(path.join(folder, begun.path), 0, 1)) {
    const { resource } = await readBack(client, placement, line);
    return resource === undefined ? log.anew() : log;
  }
  return log;
}

const inParts =
  (write: WriteBatch): WriteBatch =>
  async (client, placement, lines) => {
    for (const part of partsOf(lines)) await write(client, placement, part);
  };

const BATCH = 200;
const PARALLEL = 4;

export const placementFor = ({ seed, data }: Manifest, capabilities: SeedCapabilities): Placement =>
  capabilities.ownIds ? ownIds() : serverIds(`population-${seed}-${data.slice(0, 12)}`);

/** Batches that may be under way at the same time. */
async function* roundsOf(
  file: string,
  skip: number,
  size: number,
  width: number,
): AsyncGenerator<readonly (readonly string[])[]> {
  let round: (readonly string[])[] = [];
  for await (const batch of batchesOf(file, skip, size)) {
    round.push(batch);
    if (round.length < width) continue;
    yield round;
    round = [];
  }
  if (round.length > 0) yield round;
}

function wholeFolders(files: readonly FileEntry[], log: SeedLog): ReadonlySet<string> {
  const byFolder = Map.groupBy(files, folderOf);
  const whole = [...byFolder].filter(([, each]) => each.every((file) => log.done(file.path) >= file.lines));
  return new Set(whole.map(([folder]) => folder));
}

const totalOf = ({ counts }: Manifest): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);
