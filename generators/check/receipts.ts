import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { InputError } from '../../domain/input-error.ts';
import { MANIFEST_FILE } from '../output/manifest.ts';
import { isIn, type Share } from '../share.ts';
import type { FileGroup } from './read/file-groups.ts';
import type { ShardFindings } from './shard-checker.ts';

/** The first line of a receipt: of what it is. */
interface ReceiptHead extends Share {
  /** SHA-256 of the manifest, as hex. */
  readonly manifest: string;
}

const FOLDER = 'checked';

const receiptFile = (population: string, { part, parts }: Share): string =>
  path.join(population, FOLDER, `${part}-of-${parts}.ndjson`);

/** Writes what was found in the shards of a share as a file in the population's folder, whole or not at all. */
export async function writeReceipt(
  population: string,
  share: Share,
  check: (take: (found: ShardFindings) => void) => Promise<void>,
): Promise<string> {
  const file = receiptFile(population, share);
  mkdirSync(path.dirname(file), { recursive: true });
  const partial = openSync(`${file}.partial`, 'w');
  const line = (content: ReceiptHead | ShardFindings): void => {
    writeFileSync(partial, `${JSON.stringify(content)}\n`);
  };
  try {
    line({ ...share, manifest: hashOfManifest(population) });
    await check(line);
  } finally {
    closeSync(partial);
  }
  renameSync(`${file}.partial`, file);
  return file;
}

/**
 * What was found in all shards, in their order, from the receipts of so many shares. An InputError names the share that is
 * missing, or that is of another population.
 */
export async function* readReceipts(
  population: string,
  parts: number,
  groups: readonly FileGroup[],
): AsyncGenerator<ShardFindings> {
  const manifest = hashOfManifest(population);
  const shares = Array.from({ length: parts }, (_, place): Share => ({ part: place + 1, parts }));
  const receipts = shares.map((share) => ({ share, lines: linesOf(receiptFile(population, share), share) }));
  for (const { share, lines } of receipts) {
    const head = (await lines.next()).value as ReceiptHead | undefined;
    if (head?.manifest === manifest) continue;
    throw new InputError(
      `Kvittot är från en annan befolkning än mappens; granska om med --shard ${share.part}/${parts}.`,
      { file: receiptFile(population, share), line: 1 },
    );
  }
  for (const [place, group] of groups.entries()) {
    const { share, lines } = receipts.find((each) => isIn(each.share, place)) as (typeof receipts)[number];
    const found = (await lines.next()).value as ShardFindings | undefined;
    if (found?.folder !== group.folder) {
      throw new InputError(`Kvittot saknar ${group.folder}; granska om med --shard ${share.part}/${parts}.`, {
        file: receiptFile(population, share),
      });
    }
    yield found;
  }
}

async function* linesOf(file: string, { part, parts }: Share): AsyncGenerator<unknown, undefined> {
  if (!existsSync(file)) {
    throw new InputError(`Del ${part} av ${parts} är inte granskad; kör den med --shard ${part}/${parts}.`, {
      file,
    });
  }
  for await (const line of createInterface({ input: createReadStream(file) })) yield JSON.parse(line);
  return undefined;
}

const hashOfManifest = (population: string): string =>
  createHash('sha256')
    .update(readFileSync(path.join(population, MANIFEST_FILE)))
    .digest('hex');
