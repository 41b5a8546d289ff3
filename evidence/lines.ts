import { createReadStream } from 'node:fs';

const LINE_BREAK = 0x0a;

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

/** The lines of a file, bytes untouched, however large it is. */
export const linesOf = (path: string): AsyncGenerator<Line> => splitLines(createReadStream(path));

/** The lines of bytes that come in pieces. */
export async function* splitLines(chunks: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncGenerator<Line> {
  let number = 1;
  let offset = 0;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_BREAK); end >= 0; end = chunk.indexOf(LINE_BREAK, from)) {
      const bytes = Buffer.concat([rest, chunk.subarray(from, end)]);
      yield { number, offset, bytes, ended: true };
      rest = Buffer.alloc(0);
      from = end + 1;
      number += 1;
      offset += bytes.length + 1;
    }
    rest = Buffer.concat([rest, chunk.subarray(from)]);
  }
  if (rest.length > 0) yield { number, offset, bytes: rest, ended: false };
}
