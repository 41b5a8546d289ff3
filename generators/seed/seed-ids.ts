import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { COMMON, isShared } from './seed-order.ts';

/** The id that a server gave each resource: kept on disk, so that loading that was stopped need not write again to learn. */
export interface SeedIds {
  /** Of what all share, and of the folder that is open. */
  get(name: string): string | undefined;
  /** The resource that was learnt last, of those that are known. */
  readonly latest: string | undefined;
  learn(name: string, id: string): void;
  /** Goes over to another folder of the population: nobody refers to what lies in the one before. */
  open(folder: string): void;
  /** Nothing is known: another server, or one that was emptied. */
  forget(): void;
}

/** @param root a folder with a file for each folder of the population */
export function openSeedIds(root: string): SeedIds {
  let common = idFile(root, COMMON);
  let current = common;
  return {
    get: (name) => common.ids.get(name) ?? current.ids.get(name),
    get latest() {
      return current.latest() ?? common.latest();
    },
    learn: (name, id) => (isShared(name) ? common : current).add(name, id),
    open(folder) {
      current = folder === COMMON ? common : idFile(root, folder);
    },
    forget() {
      rmSync(root, { recursive: true, force: true });
      common = idFile(root, COMMON);
      current = common;
    },
  };
}

interface IdFile {
  readonly ids: ReadonlyMap<string, string>;
  latest(): string | undefined;
  add(name: string, id: string): void;
}

/** A line a resource; a last line cut off by a stop is not counted and cut away. */
function idFile(root: string, folder: string): IdFile {
  const file = path.join(root, `${folder}.tsv`);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) truncateSync(file, Buffer.byteLength(whole));
  const lines = whole.split('\n').filter((line) => line !== '');
  const ids = new Map(lines.map((line) => line.split('\t') as [string, string]));
  let latest = lines.at(-1)?.split('\t')[0];
  return {
    ids,
    latest: () => latest,
    add(name, id) {
      if (ids.get(name) === id) return;
      mkdirSync(root, { recursive: true });
      appendFileSync(file, `${name}\t${id}\n`);
      ids.set(name, id);
      latest = name;
    },
  };
}
