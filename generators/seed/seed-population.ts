import path from 'node:path';
import { InputError } from '../../domain/input-error.ts';
import { readManifest } from '../output/read-manifest.ts';
import { capabilitiesOf, type SeedCapabilities } from './capabilities.ts';
import { type LoadPlan, loadPlanOf, type PlannedFile } from './load-plan.ts';
import { patient } from './patience.ts';
import { readBack } from './read-back.ts';
import { batchesOf } from './read-lines.ts';
import { isAsLoaded } from './same-resource.ts';
import type { SeedClient } from './seed-client.ts';
import { openSeedLog, type SeedLog } from './seed-log.ts';
import { COMMON, folderOf, mayBeTogether, nameOf, partsOf } from './seed-order.ts';
import { type SeededServer, serverOf, unwritten } from './seeded-server.ts';
import { inTransactions, oneByOne, type WriteBatch } from './write-batch.ts';

export interface SeedOptions {
  /** File that remembers how far loading has come; one for each server. Ids that the server gives are kept beside it. */
  readonly log: string;
  /** Default: made here. */
  readonly plan?: LoadPlan;
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
  impatient: SeedClient,
  options: SeedOptions,
  onProgress: (progress: SeedProgress) => void = () => {},
): Promise<SeedProgress> {
  const manifest = readManifest(folder);
  if (manifest.choices.format !== 'ndjson') {
    throw new InputError(`Populationen är skriven som ${manifest.choices.format}; bara ndjson kan laddas.`, {
      file: folder,
    });
  }
  const client = patient(impatient);
  const capabilities = options.capabilities ?? (await capabilitiesOf(client));
  const server = serverOf(client, manifest, capabilities, options.log);
  const { files, all } = options.plan ?? (await loadPlanOf(folder, manifest));
  const log = await logOf(folder, files, server, options.log);
  const before = files.reduce((sum, file) => sum + log.done(file.path), 0);
  let loaded = before;
  const isLoaded = wholeFolders(files, log);
  const together = capabilities.transactions ? inTransactions(server) : oneByOne(server);
  for (const file of files) {
    options.signal?.throwIfAborted();
    const given = server.placement.given;
    given?.ids.open(folderOf(file));
    // Every id of a folder under way is needed, and of what all share: which are known is found by going through it.
    const isNeeded = given !== undefined && (folderOf(file) === COMMON || !isLoaded.has(folderOf(file)));
    const skip = isNeeded ? 0 : log.done(file.path);
    if (skip >= file.lines) continue;
    const isFree = mayBeTogether(file.type, server.placement);
    const write = isFree ? together : inParts(together);
    const width = isFree ? (options.parallel ?? PARALLEL) : 1;
    const sentBefore = log.sent(file.path);
    const lines = batchesOf(path.join(folder, file.path), {
      size: options.batchSize ?? BATCH,
      wants: file.wants,
      skip,
    });
    let sofar = skip;
    for await (const round of roundsOf(lines, width)) {
      options.signal?.throwIfAborted();
      const starts = round.map(
        (_, n) => sofar + round.slice(0, n).reduce((sum, { length }) => sum + length, 0),
      );
      sofar += round.reduce((sum, { length }) => sum + length, 0);
      log.intend(file.path, sofar);
      await Promise.all(
        round.map(async (batch, n) => write(await unwritten(batch, sentBefore - (starts[n] ?? 0), server))),
      );
      loaded += log.reach(file.path, sofar);
      onProgress({ loaded, all, before });
    }
  }
  return { loaded, all, before };
}

/** The log, begun anew where the server does not have what it says: another server, or one that was emptied. */
async function logOf(
  folder: string,
  files: LoadPlan['files'],
  { client, placement, lookUp }: SeededServer,
  file: string,
): Promise<SeedLog> {
  const log = openSeedLog(file);
  const begun = files.find(({ path: name }) => log.sent(name) > 0);
  if (begun === undefined) return log;
  const isDone = log.done(begun.path) > 0;
  for await (const [line = ''] of batchesOf(path.join(folder, begun.path), { size: 1, wants: begun.wants })) {
    placement.given?.ids.open(folderOf(begun));
    // Sent, but never answered for: nothing is known that the server could have lost.
    if (!isDone && placement.given?.addressOf(nameOf(line)) === undefined) return log;
    const { resource } = await readBack(client, placement, lookUp, line);
    if (isAsLoaded(resource, line, { idsAreGiven: placement.given !== undefined })) return log;
    placement.given?.ids.forget();
    return log.anew();
  }
  return log;
}

const inParts =
  (write: WriteBatch): WriteBatch =>
  async (lines) => {
    for (const part of partsOf(lines)) await write(part);
  };

const BATCH = 200;
const PARALLEL = 4;

/** Batches that may be under way at the same time. */
async function* roundsOf<T>(batches: AsyncIterable<T>, width: number): AsyncGenerator<readonly T[]> {
  let round: T[] = [];
  for await (const batch of batches) {
    round.push(batch);
    if (round.length < width) continue;
    yield round;
    round = [];
  }
  if (round.length > 0) yield round;
}

function wholeFolders(files: readonly PlannedFile[], log: SeedLog): ReadonlySet<string> {
  const byFolder = Map.groupBy(files, folderOf);
  const whole = [...byFolder].filter(([, each]) => each.every((file) => log.done(file.path) >= file.lines));
  return new Set(whole.map(([folder]) => folder));
}
