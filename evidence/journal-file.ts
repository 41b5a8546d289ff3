import { type FileHandle, open } from 'node:fs/promises';
import { EvidenceError, errorCode } from './errors.ts';

/** A new file for one journal. Throws {@link EvidenceError} when one is there already: evidence is never written over. */
export async function createJournalFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'ax');
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw alreadyThere(path, error);
    throw writeError(error);
  }
}

/** The one sentence for a run that would be written over. */
export const alreadyThere = (path: string, cause?: unknown): EvidenceError =>
  new EvidenceError(
    'exists',
    `Det finns redan en körning i ${path}. Välj ett annat namn med --out, eller ersätt den med --replace om den är avslutad.`,
    { cause },
  );

/** The one sentence that a user sees when evidence cannot be written. */
export function writeError(error: unknown): EvidenceError {
  if (error instanceof EvidenceError) return error;
  const full = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(errorCode(error) ?? '');
  return full
    ? new EvidenceError(
        'disk-full',
        'Disken är full: evidensen kan inte längre skrivas och körningen stoppas. Det som hann skrivas finns kvar; ' +
          'frigör utrymme och fortsätt med --resume.',
        { cause: error },
      )
    : new EvidenceError(
        'not-written',
        `Evidensen kunde inte skrivas och körningen stoppas: ${error instanceof Error ? error.message : String(error)}.`,
        { cause: error },
      );
}

/** The file of a journal that goes on; what a crash left of a record is cut from where it begins. */
export async function continueJournalFile(path: string, tornFrom: number | undefined): Promise<FileHandle> {
  try {
    if (tornFrom !== undefined) await cut(path, tornFrom);
    return await open(path, 'a');
  } catch (error) {
    throw writeError(error);
  }
}

async function cut(path: string, from: number): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.truncate(from);
    await file.datasync();
  } finally {
    await file.close();
  }
}
