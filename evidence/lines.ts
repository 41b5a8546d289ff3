import { open } from 'node:fs/promises';

const LINE_BREAK = 0x0a;

/** How much of a file is read at a time, in bytes. */
const PIECE = 1024 * 1024;

/**
 * A file piece by piece, always in the same memory: a piece is gone when the next one is asked for, which is read
 * meanwhile.
 */
export async function* piecesOf(path: string): AsyncGenerator<Buffer> {
  const file = await open(path);
  const read = (memory: Buffer) => file.read(memory, 0, PIECE);
  let coming = read(Buffer.allocUnsafe(PIECE));
  try {
    for (let spare: Buffer = Buffer.allocUnsafe(PIECE); ; ) {
      const { bytesRead, buffer } = await coming;
      if (bytesRead === 0) return;
      coming = read(spare);
      spare = buffer;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await coming.catch(() => {}); // Nobody asks any more for what is still being read.
    await file.close();
  }
}

/** One line of a file, as the bytes it is. */
export interface Line {
  /** 1 is the first. */
  readonly number: number;
  /** Bytes from the beginning of the file. */
  readonly offset: number;
  /** Without the line break. */
  readonly bytes: Buffer;
  /** False for what stands after the last line break. */
  readonly ended: boolean;
}

/** The lines of a file, bytes untouched, however large it is; those of one piece of it at a time. */
export const linesOf = (path: string): AsyncGenerator<Line[]> => splitLines(piecesOf(path));

/** The lines of bytes that come in pieces. */
export async function* splitLines(chunks: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncGenerator<Line[]> {
  let number = 1;
  let offset = 0;
  let rest: Buffer[] = [];
  for await (const chunk of chunks) {
    const lines: Line[] = [];
    let from = 0;
    for (let end = chunk.indexOf(LINE_BREAK); end >= 0; end = chunk.indexOf(LINE_BREAK, from)) {
      const piece = chunk.subarray(from, end);
      const bytes = rest.length === 0 ? piece : Buffer.concat([...rest, piece]);
      lines.push({ number, offset, bytes, ended: true });
      rest = [];
      from = end + 1;
      number += 1;
      offset += bytes.length + 1;
    }
    if (from < chunk.length) rest.push(Buffer.from(chunk.subarray(from))); // The next piece may come in the same memory.
    yield lines;
  }
  if (rest.length > 0) yield [{ number, offset, bytes: Buffer.concat(rest), ended: false }];
}
