import { statfs } from 'node:fs/promises';
import { EvidenceError } from './errors.ts';

const MEBIBYTE = 1024 * 1024;

/** Room that a run needs for its journal, its reports and some traces of failed steps, in bytes. */
const ROOM_FOR_A_RUN = 200 * MEBIBYTE;

/** Bytes that are free for this user in the file system of a folder. */
async function freeSpace(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** Throws {@link EvidenceError} when a folder has less room than a run needs, so that it is known before anything is sent. */
export async function requireSpace(
  folder: string,
  needed: number = ROOM_FOR_A_RUN,
  measure: (folder: string) => Promise<number> = freeSpace,
): Promise<void> {
  const free = await measure(folder);
  if (free >= needed) return;
  const [has, needs] = [free, needed].map((bytes) => Math.floor(bytes / MEBIBYTE));
  throw new EvidenceError(
    'no-space',
    `Disken har ${has} MiB ledigt där körningen ska sparas (${folder}) men ${needs} MiB behövs. ` +
      'Frigör utrymme eller välj en annan plats med --out.',
  );
}
