import { type FileHandle, open } from 'node:fs/promises';
import { EvidenceError, errorCode } from './errors.ts';

/** A new file for one journal. Throws {@link EvidenceError} when one is there already: evidence is never written over. */
export async function createJournalFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'ax');
  } catch (error) {
    if (errorCode(error) === 'EEXIST') {
      throw new EvidenceError(
        'exists',
        `Det finns redan en körning i ${path}. Välj ett annat namn med --out; evidens skrivs aldrig över.`,
        { cause: error },
      );
    }
    throw writeError(error);
  }
}

/** The one sentence that a user sees when evidence cannot be written. */
export function writeError(error: unknown): EvidenceError {
  if (error instanceof EvidenceError) return error;
  const full = errorCode(error) === 'ENOSPC' || errorCode(error) === 'EDQUOT';
  return full
    ? new EvidenceError(
        'no-space',
        'Disken är full: evidensen kan inte längre skrivas och körningen stoppas. Frigör utrymme och kör om.',
        { cause: error },
      )
    : new EvidenceError(
        'not-written',
        `Evidensen kunde inte skrivas och körningen stoppas: ${error instanceof Error ? error.message : String(error)}.`,
        { cause: error },
      );
}
