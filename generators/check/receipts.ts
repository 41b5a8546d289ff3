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
import { hashOfSources } from '../sources.ts';
import type { CheckSources } from './context.ts';
import type { FileGroup } from './read/file-groups.ts';
import type { CheckContext, Place } from './rule.ts';
import { rulesFor } from './rules/rules.ts';
import type { ShardFindings } from './shard-checker.ts';

/** The first line of a receipt: of what it is. */
interface ReceiptHead extends Share {
  /** See {@link whatIsChecked}. */
  readonly checked: string;
}

const FOLDER = 'checked';

const receiptFile = (population: string, { part, parts }: Share): string =>
  path.join(population, FOLDER, `${part}-of-${parts}.ndjson`);

/** Writes what was found in the shards of a share as a file in the population's folder, whole or not at all. */
export async function writeReceipt(
  population: string,
  checked: string,
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
    line({ ...share, checked });
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
  checked: string,
  parts: number,
  groups: readonly FileGroup[],
): AsyncGenerator<ShardFindings> {
  const shares = Array.from({ length: parts }, (_, place): Share => ({ part: place + 1, parts }));
  const receipts = shares.map((share) => ({ share, lines: linesOf(receiptFile(population, share), share) }));
  for (const { share, lines } of receipts) {
    const head = (await lines.next()).value as ReceiptHead | undefined;
    if (head?.checked === checked) continue;
    throw new InputError(
      `Kvittot gäller en annan befolkning eller andra regler; granska om med --shard ${share.part}/${parts}.`,
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
  let number = 0;
  for await (const text of createInterface({ input: createReadStream(file) })) {
    number += 1;
    yield parsed(text, { file, line: number }, { part, parts });
  }
  return undefined;
}

function parsed(text: string, place: Place, { part, parts }: Share): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new InputError(
      `Kvittot är skadat (ingen hel JSON); granska om med --shard ${part}/${parts}.`,
      place,
    );
  }
}

/** SHA-256, as hex, of the population's manifest and of all that decides how it is checked. */
export const whatIsChecked = (
  population: string,
  { manifest }: CheckContext,
  sources: CheckSources,
): string =>
  createHash('sha256')
    .update(readFileSync(path.join(population, MANIFEST_FILE)))
    .update(hashOfSources({ ...sources, seed: manifest.seed }))
    .update(
      rulesFor(manifest)
        .map(({ name }) => name)
        .join(),
    )
    .digest('hex');
