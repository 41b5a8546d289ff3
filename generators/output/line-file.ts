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

/** Bytes that are gathered before they are packed and written. */
const CHUNK = 1 << 18;
/** What most lines stay below: room for the one that fills a chunk. */
const LONG_LINE = 1 << 14;
const LINE_BREAK = utf8('\n');

/** A file of lines that is hashed while it is written. What is packed is held until its end, so memory is one file at most. */
export class LineFile implements Lines {
  readonly line = new Utf8Writer(CHUNK + LONG_LINE);
  readonly #packing: Packing;
  readonly #descriptor: number;
  readonly #hash: Hash = createHash('sha256');
  readonly #held: Buffer[] = [];
  #lines = 0;
  #bytes = 0;

  constructor(path: string, packing: Packing) {
    this.#packing = packing;
    this.#descriptor = openSync(path, 'w');
  }

  endLine(): void {
    this.#lines++;
    if (this.line.add(LINE_BREAK).length >= CHUNK) this.#flush();
  }

  /** Closes the file and says what became of it. */
  end(): Pick<FileEntry, 'lines' | 'bytes' | 'sha256'> {
    this.#flush();
    const { pack } = this.#packing;
    if (pack !== undefined) this.#write(pack(Buffer.concat(this.#held)));
    closeSync(this.#descriptor);
    return { lines: this.#lines, bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }

  #flush(): void {
    const gathered = this.line.written();
    if (this.#packing.pack === undefined) this.#write(gathered);
    else this.#held.push(Buffer.from(gathered));
    this.line.clear();
  }

  #write(bytes: Buffer): void {
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
    for (let written = 0; written < bytes.length; ) {
      written += writeSync(this.#descriptor, bytes, written);
    }
  }
}
