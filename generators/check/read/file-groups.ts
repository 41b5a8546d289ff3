import path from 'node:path';
import type { FileEntry, Manifest } from '../../output/manifest.ts';

/** The files of one folder below the population's: one shard, or what all share. */
export interface FileGroup {
  readonly folder: string;
  /** What tells who the people are comes first. */
  readonly files: readonly FileEntry[];
}

/** The folders in the order in which they can be understood: what all share comes first. */
export function fileGroups({ files }: Manifest): FileGroup[] {
  const folders = new Map<string, FileEntry[]>();
  for (const entry of files) {
    const folder = path.posix.dirname(entry.path);
    const there = folders.get(folder);
    if (there === undefined) folders.set(folder, [entry]);
    else there.push(entry);
  }
  return [...folders]
    .map(([folder, entries]) => ({ folder, files: entries.toSorted(byUse) }))
    .toSorted(
      (a, b) => Number(b.folder === COMMON) - Number(a.folder === COMMON) || order(a.folder, b.folder),
    );
}

/** The folder of what all share. */
export const COMMON = 'common';

const byUse = (a: FileEntry, b: FileEntry): number =>
  Number(b.type === 'Patient') - Number(a.type === 'Patient') || order(a.path, b.path);

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
