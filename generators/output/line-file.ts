import { createHash, type Hash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import type { Packing } from './compression.ts';
import type { FileEntry } from './manifest.ts';
import { Utf8Writer, utf8 } from './utf8-writer.ts';

/** Takes lines: each is written into `line`, and then ended. */
export interface Lines {
  readonly line: Utf8Writer;
  endLine(): void;
}

/** Bytes that are gathered before they are written. */
const CHUNK = 1 << 18;
/** What most lines stay below: room for the one that fills a chunk. */
const LONG_LINE = 1 << 14;
const LINE_BREAK = utf8('\n');

/** Room for what is gathered before it is written. */
export const newLine = (): Utf8Writer => new Utf8Writer(CHUNK + LONG_LINE);

/**
 * A file of lines that is hashed while it is written. What is packed is gathered to its end, so that memory is one file
 * at most.
 */
export class LineFile implements Lines {
  readonly line: Utf8Writer;
  readonly #packing: Packing;
  readonly #descriptor: number;
  readonly #hash: Hash = createHash('sha256');
  #lines = 0;
  #bytes = 0;

  /** `line`: where the lines are gathered; whatever is in it is forgotten. */
  constructor(path: string, packing: Packing, line: Utf8Writer) {
    line.clear();
    this.line = line;
    this.#packing = packing;
    this.#descriptor = openSync(path, 'w');
  }

  endLine(): void {
    this.#lines++;
    const { length } = this.line.add(LINE_BREAK);
    if (length >= CHUNK && this.#packing.pack === undefined) this.#write(this.line.written());
  }

  /** Closes the file and says what became of it. */
  end(): Pick<FileEntry, 'lines' | 'bytes' | 'sha256'> {
    const { pack } = this.#packing;
    const gathered = this.line.written();
    this.#write(pack === undefined ? gathered : pack(gathered));
    closeSync(this.#descriptor);
    return { lines: this.#lines, bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }

  #write(bytes: Buffer): void {
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
    for (let written = 0; written < bytes.length; ) {
      written += writeSync(this.#descriptor, bytes, written);
    }
    this.line.clear();
  }
}
