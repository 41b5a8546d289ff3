import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip, createZstdDecompress } from 'node:zlib';

/** The lines of a file, unpacked, in batches; the first `skip` lines are passed over. */
export async function* batchesOf(
  file: string,
  skip: number,
  size: number,
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
    if (number++ < skip) continue;
    batch.push(line);
    if (batch.length === size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
