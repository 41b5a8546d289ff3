import { createCipheriv, createDecipheriv, randomBytes, randomInt } from 'node:crypto';
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { LabSeat, Sealed } from '../domain/lab-evidence.ts';

/** Beside the evidence and never in it. */
const FILE = 'lab-keys.json';

/** Letters that nobody takes for another, and no vowels that make words. */
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';
const CODE_LENGTH = 4;
/** Those of the staff of the lab are guessed by nobody. */
const STAFF_CODE_LENGTH = 10;

/** What stands before what is closed, in bytes. */
const [NONCE, TAG] = [12, 16];

interface Kept {
  /** Signs the cookies of browsers. */
  readonly cookies: string;
  readonly facilitator: string;
  readonly observer: string;
  /** By place: the code that opens it, and the key that closes what is said by and of the one who sits there. */
  readonly seats: Readonly<Record<string, { readonly code: string; readonly key: string }>>;
}

/** Who somebody is by the code that was typed. */
export type Holder =
  | { readonly role: 'participant'; readonly seat: string }
  | { readonly role: 'facilitator' }
  | { readonly role: 'observer' };

/**
 * What must not stand in the evidence: codes, and each person's key. Who is forgotten, of that person the key is removed:
 * what was said by and of the person can be read by nobody any more, and the evidence is as it was.
 */
export class LabSecrets {
  readonly #file: string;
  #kept: Kept;
  /** Which file it was read from. */
  #read = '';

  private constructor(file: string, kept: Kept) {
    this.#file = file;
    this.#kept = kept;
  }

  /** Those of a run, made when there are none. */
  static async of(folder: string): Promise<LabSecrets> {
    const there = LabSecrets.in(folder);
    if (there !== undefined) return there;
    const kept = {
      cookies: randomBytes(32).toString('base64url'),
      facilitator: newCode(STAFF_CODE_LENGTH),
      observer: newCode(STAFF_CODE_LENGTH),
      seats: {},
    };
    const secrets = new LabSecrets(path.join(folder, FILE), kept);
    secrets.#keep(kept);
    return secrets;
  }

  /** Those of a run; undefined where it has none. */
  static in(folder: string): LabSecrets | undefined {
    const file = path.join(folder, FILE);
    return existsSync(file)
      ? new LabSecrets(file, JSON.parse(readFileSync(file, 'utf8')) as Kept)
      : undefined;
  }

  get cookies(): string {
    return this.#now().cookies;
  }

  get facilitator(): string {
    return this.#now().facilitator;
  }

  get observer(): string {
    return this.#now().observer;
  }

  /** The code of a place; undefined of one that is forgotten. */
  codeOf(seat: string): string | undefined {
    return this.#now().seats[seat]?.code;
  }

  async addSeats(seats: readonly Pick<LabSeat, 'id'>[]): Promise<void> {
    const taken = new Set(Object.values(this.#now().seats).map(({ code }) => code));
    const added = { ...this.#now().seats };
    for (const { id } of seats) {
      if (added[id] !== undefined) continue;
      let code = newCode(CODE_LENGTH);
      while (taken.has(code)) code = newCode(CODE_LENGTH);
      taken.add(code);
      added[id] = { code, key: randomBytes(32).toString('base64url') };
    }
    this.#keep({ ...this.#now(), seats: added });
  }

  /** Whose code it is, however it is written. */
  holderOf(typed: string): Holder | undefined {
    const code = typed.toUpperCase().replace(/[^A-Z]/g, '');
    if (code === this.#now().facilitator) return { role: 'facilitator' };
    if (code === this.#now().observer) return { role: 'observer' };
    const seat = Object.entries(this.#now().seats).find(([, each]) => each.code === code)?.[0];
    return seat === undefined ? undefined : { role: 'participant', seat };
  }

  /** Closes a text with a person's key; nothing is kept of one who is forgotten. */
  seal(of: string, text: string): Sealed | undefined {
    const closed = text.trim() === '' ? undefined : this.sealBytes(of, Buffer.from(text, 'utf8'));
    // As letters: digits in a row could be taken for an identity number, and be taken out of the evidence.
    return closed === undefined ? undefined : { of, text: lettersOf(closed) };
  }

  /** The same with bytes. */
  sealBytes(of: string, bytes: Buffer): Buffer | undefined {
    const key = this.#now().seats[of]?.key;
    if (key === undefined) return undefined;
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'base64url'), nonce);
    const closed = Buffer.concat([cipher.update(bytes), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), closed]);
  }

  /** What was closed; undefined when its key is gone. */
  unseal({ of, text }: Sealed): string | undefined {
    return this.unsealBytes(of, bytesOf(text))?.toString('utf8');
  }

  unsealBytes(of: string, bytes: Buffer): Buffer | undefined {
    const key = this.#now().seats[of]?.key;
    if (key === undefined) return undefined;
    const cipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'base64url'), bytes.subarray(0, NONCE));
    cipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([cipher.update(bytes.subarray(NONCE + TAG)), cipher.final()]);
  }

  /** Forgets the person behind a code; answers whether there was one. */
  async forget(typed: string): Promise<boolean> {
    const holder = this.holderOf(typed);
    if (holder?.role !== 'participant') return false;
    const { [holder.seat]: _, ...seats } = this.#now().seats;
    this.#keep({ ...this.#now(), seats });
    return true;
  }

  /** As they are now: somebody may be forgotten by another program while a lab is under way, and stays so. */
  #now(): Kept {
    const file = statSync(this.#file, { throwIfNoEntry: false });
    const is = file === undefined ? this.#read : `${file.ino} ${file.mtimeMs}`;
    if (is !== this.#read) {
      this.#kept = JSON.parse(readFileSync(this.#file, 'utf8')) as Kept;
      this.#read = is;
    }
    return this.#kept;
  }

  /** Whole or not at all: a server that is killed meanwhile leaves the file as it was. At once: nobody changes it between. */
  #keep(kept: Kept): void {
    const beside = `${this.#file}.new`;
    writeFileSync(beside, JSON.stringify(kept, undefined, 2), { mode: 0o600, flush: true });
    renameSync(beside, this.#file);
  }
}

const newCode = (length: number): string =>
  Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('');

const FIRST_LETTER = 'a'.charCodeAt(0);
const lettersOf = (bytes: Buffer): string =>
  [...bytes]
    .map((byte) => String.fromCharCode(FIRST_LETTER + (byte >> 4), FIRST_LETTER + (byte & 15)))
    .join('');
const bytesOf = (letters: string): Buffer =>
  Buffer.from(
    Array.from(
      { length: letters.length / 2 },
      (_, index) =>
        ((letters.charCodeAt(2 * index) - FIRST_LETTER) << 4) |
        (letters.charCodeAt(2 * index + 1) - FIRST_LETTER),
    ),
  );
