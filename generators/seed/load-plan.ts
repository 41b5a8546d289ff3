import path from 'node:path';
import type { FileEntry, Manifest } from '../output/manifest.ts';
import { batchesOf } from './read-lines.ts';
import { COMMON, folderOf, inSeedOrder, nameOf, SHARED } from './seed-order.ts';

/** A file of a population as it is loaded: of what all share, only what somebody refers to. */
export interface PlannedFile extends Pick<FileEntry, 'path' | 'type'> {
  /** How many of its lines are loaded. */
  readonly lines: number;
  readonly wants: (line: string) => boolean;
}

export interface LoadPlan {
  readonly files: readonly PlannedFile[];
  /** Resources by type. */
  readonly counts: Readonly<Record<string, number>>;
  readonly all: number;
}

/**
 * Reads the whole population once: what its people refer to is known only then.
 * @param chosen 'Patient/p-000042', of those who are loaded; everybody when absent
 */
export async function loadPlanOf(
  folder: string,
  manifest: Manifest,
  chosen?: ReadonlySet<string>,
): Promise<LoadPlan> {
  const isChosen = chosen === undefined ? everything : (line: string) => isAbout(line, chosen);
  const needed = await neededOf(folder, manifest, isChosen);
  const isNeeded = (line: string): boolean => needed.has(nameOf(line));
  const files: PlannedFile[] = [];
  const counts: Record<string, number> = {};
  for (const file of inSeedOrder(manifest)) {
    const wants = folderOf(file) === COMMON ? isNeeded : isChosen;
    const lines = wants === everything ? file.lines : await countOf(path.join(folder, file.path), wants);
    if (lines === 0) continue;
    files.push({ ...file, lines, wants });
    counts[file.type] = (counts[file.type] ?? 0) + lines;
  }
  return { files, counts, all: Object.values(counts).reduce((sum, count) => sum + count, 0) };
}

const everything = (): boolean => true;

/** Whether a line is one of these people, or about one. */
const isAbout = (line: string, people: ReadonlySet<string>): boolean =>
  people.has(nameOf(line)) || [...line.matchAll(PATIENT_REFERENCE)].some(([, name = '']) => people.has(name));
const PATIENT_REFERENCE = /"reference":"(Patient\/[^"]+)"/g;

/** Names of the shared resources that somebody refers to, and of those that these refer to in turn. */
async function neededOf(
  folder: string,
  { files }: Manifest,
  isChosen: (line: string) => boolean,
): Promise<ReadonlySet<string>> {
  const shared = new Map<string, readonly string[]>();
  const mentioned = new Set<string>();
  for (const file of files) {
    const isCommon = folderOf(file) === COMMON;
    for await (const line of linesOf(path.join(folder, file.path))) {
      if (isCommon) shared.set(nameOf(line), sharedNamesIn(line));
      else if (isChosen(line)) for (const name of sharedNamesIn(line)) mentioned.add(name);
    }
  }
  const needed = new Set<string>();
  const open = [...mentioned];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (needed.has(name)) continue;
    needed.add(name);
    open.push(...(shared.get(name) ?? []));
  }
  return needed;
}

const sharedNamesIn = (line: string): string[] =>
  [...line.matchAll(SHARED_REFERENCE)].map(([, name = '']) => name);
const SHARED_REFERENCE = new RegExp(`"reference":"((?:${SHARED.join('|')})/[^"]+)"`, 'g');

async function countOf(file: string, wants: (line: string) => boolean): Promise<number> {
  let count = 0;
  for await (const line of linesOf(file)) if (wants(line)) count++;
  return count;
}

async function* linesOf(file: string): AsyncGenerator<string> {
  for await (const batch of batchesOf(file, { size: 1_000 })) yield* batch;
}
