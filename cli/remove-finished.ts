import { rm } from 'node:fs/promises';
import { hasJournal, requireNoWriter } from '../evidence/claim-folder.ts';
import { EvidenceError } from '../evidence/errors.ts';
import { verifyIntegrity } from '../evidence/verify.ts';

/**
 * Removes a run that had come to its end, with all that was made of it, where the user asked for it; where there is none
 * nothing. Throws EvidenceError for one that had not: it may be the only witness of what it left in a system.
 */
export async function removeFinished(folder: string): Promise<void> {
  if (!(await hasJournal(folder))) return;
  await requireNoWriter(folder);
  const { ending } = await verifyIntegrity(folder);
  if (ending !== 'complete') {
    throw new EvidenceError(
      'exists',
      `Körningen i ${folder} är inte avslutad och ersätts inte. Fortsätt den med --resume, eller ta bort mappen.`,
    );
  }
  await rm(folder, { recursive: true });
}
