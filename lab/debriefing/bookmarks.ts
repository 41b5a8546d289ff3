import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { LabBookmark } from '../../domain/lab-evidence.ts';
import { type Bilingual, both } from '../../pages/bilingual.ts';

/** Beside the evidence: what is marked when the day is talked over is no part of what happened. */
const FILE = 'lab-bookmarks.json';

/** A moment that was marked when the lab was over. */
export type KeptBookmark = Pick<LabBookmark, 'at' | 'dayTime' | 'seat' | 'text' | 'said'> & {
  readonly id: string;
};

export function readBookmarks(folder: string): readonly KeptBookmark[] {
  const file = path.join(folder, FILE);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly KeptBookmark[]) : [];
}

export async function addBookmark(folder: string, bookmark: Omit<KeptBookmark, 'id'>): Promise<void> {
  const id = randomUUID();
  await keep(folder, [...readBookmarks(folder), { id, ...bookmark }]);
}

export const removeBookmark = (folder: string, id: string): Promise<void> =>
  keep(
    folder,
    readBookmarks(folder).filter((each) => each.id !== id),
  );

/** Whole or not at all: who is killed meanwhile leaves the file as it was. */
async function keep(folder: string, bookmarks: readonly KeptBookmark[]): Promise<void> {
  const file = path.join(folder, FILE);
  await writeFile(`${file}.new`, `${JSON.stringify(bookmarks, undefined, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

export const bookmarkText = (text: string | undefined): Bilingual =>
  text === undefined ? both('Bokmärke', 'Bookmark') : both(text, text);
