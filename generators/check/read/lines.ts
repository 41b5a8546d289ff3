import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import type { Words } from '../rule.ts';

const LINE_BREAK = 0x0a;
const CHUNK = 1 << 20;

/** What a file turned out to be, all of it read. */
export interface ReadFile {
  readonly lines: number;
  /** On disk. */
  readonly bytes: number;
  /** Of the file on disk, as hex. */
  readonly sha256: string;
  /** Why not all of it could be read, where it could not. */
  readonly fault: Words | undefined;
}

export interface Line {
  readonly number: number;
  readonly text: string;
  /** False where the bytes are no UTF-8. */
  readonly isText: boolean;
}

/** Reads a file of lines, packed or not, at most a chunk at a time. */
export async function readLines(path: string, take: (line: Line) => void): Promise<ReadFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  let number = 0;
  let rest: Buffer = Buffer.alloc(0);
  const cut = (chunk: Buffer): void => {
    const data = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const isText = isUtf8(data.subarray(0, data.lastIndexOf(LINE_BREAK) + 1));
    let from = 0;
    for (let end = data.indexOf(LINE_BREAK, rest.length); end >= 0; end = data.indexOf(LINE_BREAK, from)) {
      line(data, from, end, isText);
      from = end + 1;
    }
    rest = data.subarray(from);
  };
  const line = (data: Buffer, from: number, end: number, isText = false): void => {
    number += 1;
    take({
      number,
      text: data.toString('utf8', from, end),
      isText: isText || isUtf8(data.subarray(from, end)),
    });
  };
  const measured = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  };
  const fault = await faultIn(async () => {
    for await (const chunk of unpacked(path, measured())) cut(chunk);
  });
  if (rest.length > 0) line(rest, 0, rest.length);
  return {
    lines: number,
    bytes,
    sha256: hash.digest('hex'),
    fault: fault ?? (rest.length > 0 ? CUT_OFF : undefined),
  };
}

/** What the file holds, unpacked by the ending of its name. */
function unpacked(path: string, content: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const transform = path.endsWith('.zst')
    ? createZstdDecompress({ chunkSize: CHUNK })
    : path.endsWith('.gz')
      ? createGunzip({ chunkSize: CHUNK })
      : undefined;
  // An error reaches the reader of the transform, which ends with it.
  return transform === undefined ? content : pipeline(content, transform, () => {});
}

const CUT_OFF: Words = { sv: 'sista raden är avbruten', en: 'the last line is cut off' };
const MISSING: Words = { sv: 'filen saknas', en: 'the file is missing' };
const BADLY_PACKED: Words = { sv: 'filen går inte att packa upp', en: 'the file cannot be unpacked' };
const PACKING_ERROR = /^(Z|ZSTD)_/;

/** What an error says of the file; one that says nothing of it is thrown on. */
async function faultIn(reading: () => Promise<void>): Promise<Words | undefined> {
  try {
    await reading();
    return undefined;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT') return MISSING;
    if (PACKING_ERROR.test(code)) return BADLY_PACKED;
    throw error;
  }
}
