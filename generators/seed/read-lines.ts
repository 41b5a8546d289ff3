import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip, createZstdDecompress } from 'node:zlib';

export interface Batches {
  readonly size: number;
  /** Lines that are left out are not counted. */
  readonly wants?: (line: string) => boolean;
  /** The first so many lines that are wanted are passed over. */
  readonly skip?: number;
}

/** The lines of a file, unpacked, in batches. */
export async function* batchesOf(
  file: string,
  { size, wants = () => true, skip = 0 }: Batches,
): AsyncGenerator<readonly string[]> {
  const source = createReadStream(file);
  const input = file.endsWith('.zst')
    ? source.pipe(createZstdDecompress())
    : file.endsWith('.gz')
      ? source.pipe(createGunzip())
      : source;
  let batch: string[] = [];
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (!wants(line) || number++ < skip) continue;
    batch.push(line);
    if (batch.length === size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
