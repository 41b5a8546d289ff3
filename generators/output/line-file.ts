import { createHash, type Hash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import type { Packing } from './compression.ts';
import type { FileEntry } from './manifest.ts';

/** Bytes that are gathered before they are packed and written. */
const CHUNK = 1 << 18;
/** Bytes of UTF-8 that a UTF-16 unit can need. */
const WIDEST = 3;
const LINE_BREAK = 10;

/**
 * A file of lines that is hashed while it is written. Each line is put into bytes at once: a text that grew to a whole
 * chunk would live long enough to cost the garbage collector more than the writing. What is packed is held until its
 * end, so memory is one file at most.
 */
export class LineFile {
  readonly #packing: Packing;
  readonly #descriptor: number;
  readonly #hash: Hash = createHash('sha256');
  readonly #held: Buffer[] = [];
  #chunk = Buffer.allocUnsafe(CHUNK);
  #used = 0;
  #lines = 0;
  #bytes = 0;

  constructor(path: string, packing: Packing) {
    this.#packing = packing;
    this.#descriptor = openSync(path, 'w');
  }

  add(line: string): void {
    const room = WIDEST * line.length + 1;
    if (this.#used + room > this.#chunk.length) this.#flush(room);
    this.#used += this.#chunk.write(line, this.#used);
    this.#chunk[this.#used++] = LINE_BREAK;
    this.#lines++;
  }

  /** Closes the file and says what became of it. */
  end(): Pick<FileEntry, 'lines' | 'bytes' | 'sha256'> {
    this.#flush(0);
    const { pack } = this.#packing;
    if (pack !== undefined) this.#write(pack(Buffer.concat(this.#held)));
    closeSync(this.#descriptor);
    return { lines: this.#lines, bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }

  #flush(room: number): void {
    const gathered = this.#chunk.subarray(0, this.#used);
    if (this.#packing.pack === undefined) this.#write(gathered);
    else this.#held.push(Buffer.from(gathered));
    this.#used = 0;
    if (room > this.#chunk.length) this.#chunk = Buffer.allocUnsafe(2 * room);
  }

  #write(bytes: Buffer): void {
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
    for (let written = 0; written < bytes.length; ) {
      written += writeSync(this.#descriptor, bytes, written);
    }
  }
}
