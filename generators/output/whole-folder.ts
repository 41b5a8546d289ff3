import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '../../domain/input-error.ts';
import { PACKINGS } from './compression.ts';
import { LineFile, type Lines, newLine } from './line-file.ts';
import type { Compression, FileEntry } from './manifest.ts';
import type { Utf8Writer } from './utf8-writer.ts';

/** What one folder of a population holds, as it says itself in its receipt.json. */
export interface Receipt {
  /** Lines by resource type, or messages by message type. */
  readonly counts: Readonly<Record<string, number>>;
  readonly files: readonly FileEntry[];
}

/** Takes files of lines for a folder under way. */
export interface FolderWriter {
  /** The lines of a file. `file`: name without suffix of packing; `type`: what the file holds. */
  lines(file: string, type: string): Lines;
  /** Counts what a line holds, where that is more than the line itself. */
  count(type: string): void;
}

const RECEIPT = 'receipt.json';

/**
 * Writes a folder as a whole or not at all: under a name of its own while it grows, renamed when its receipt is in it.
 * A folder that is already there is left as it is. Answers its receipt.
 */
export function writeWholeFolder(
  population: string,
  name: string,
  compress: Compression,
  fill: (writer: FolderWriter) => void,
): Receipt {
  const whole = path.join(population, name);
  const known = receiptOf(whole);
  if (known !== undefined) return known;
  const partial = path.join(population, `.${name}.partial`);
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  try {
    const receipt = filled(partial, name, compress, fill);
    writeFileSync(path.join(partial, RECEIPT), `${JSON.stringify(receipt)}\n`);
    renameSync(partial, whole);
    return receipt;
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (isFull(error)) {
      throw new InputError(
        `Disken är full; ${name} skrevs inte. Ge plats och kör samma kommando igen: det som är klart görs inte om.`,
        { file: population },
      );
    }
    throw error;
  }
}

/** Whether the folder of this name has been written to its end. */
export const isWhole = (population: string, name: string): boolean =>
  existsSync(path.join(population, name, RECEIPT));

function receiptOf(whole: string): Receipt | undefined {
  const file = path.join(whole, RECEIPT);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Receipt) : undefined;
}

function filled(
  partial: string,
  name: string,
  compress: Compression,
  fill: (writer: FolderWriter) => void,
): Receipt {
  const packing = PACKINGS[compress];
  const files = new Map<string, { readonly type: string; readonly lines: LineFile }>();
  const counts = new Map<string, number>();
  fill({
    lines(file, type) {
      let open = files.get(file);
      if (open === undefined) {
        const whole = path.join(partial, file + packing.suffix);
        open = { type, lines: new LineFile(whole, packing, roomFor(file)) };
        files.set(file, open);
      }
      return open.lines;
    },
    count(type) {
      counts.set(type, (counts.get(type) ?? 0) + 1);
    },
  });
  const entries = [...files]
    .map(([file, { type, lines }]) => ({ path: `${name}/${file}${packing.suffix}`, type, ...lines.end() }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const counted = counts.size > 0 ? [...counts] : entries.map(({ type, lines }) => [type, lines] as const);
  return { counts: Object.fromEntries(counted.toSorted(([a], [b]) => (a < b ? -1 : 1))), files: entries };
}

/**
 * Where the lines of each file are gathered, folder after folder, of which a thread writes one at a time. A region has
 * thousands of folders: new room for each is thrown away faster than it is collected.
 */
const ROOMS = new Map<string, Utf8Writer>();

function roomFor(file: string): Utf8Writer {
  const room = ROOMS.get(file) ?? newLine();
  ROOMS.set(file, room);
  return room;
}

const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
