import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { EvidenceEvent } from '../../domain/evidence.ts';
import type { LabSecrets } from '../secrets.ts';

/**
 * Opens the picture with an id, the hash of its closed file; undefined when there is none, when it is not the one that was
 * kept, and when its person is forgotten.
 */
export async function openPicture(
  folder: string,
  events: readonly EvidenceEvent[],
  id: string,
  secrets: Pick<LabSecrets, 'unsealBytes'>,
): Promise<Buffer | undefined> {
  const kept = events.find((event) => event.type === 'lab-picture' && event.sha256 === id);
  if (kept?.type !== 'lab-picture' || kept.file === undefined) return undefined;
  const closed = await readFile(path.join(folder, kept.file)).catch(() => undefined);
  return closed === undefined || hash('sha256', closed, 'hex') !== id
    ? undefined
    : secrets.unsealBytes(kept.seat, closed);
}
