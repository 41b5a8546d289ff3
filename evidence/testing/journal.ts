import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EvidenceEvent } from '../../domain/evidence.ts';
import { type JournalOptions, openJournal } from '../journal.ts';
import { type EvidenceRecord, readEvidence } from '../read.ts';

export const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'genrep-evidence-'));

/** A clock that moves one millisecond a look, so that the same events give the same bytes. */
export function testClock(start = Date.UTC(2026, 10, 23, 6)): () => number {
  let now = start;
  return () => now++;
}

/** A run's folder with these events in its journal. */
export async function journalOf(
  events: readonly EvidenceEvent[],
  options: Partial<JournalOptions> = {},
): Promise<string> {
  const folder = await newFolder();
  const journal = await openJournal(folder, { now: testClock(), room: 0, ...options });
  for (const event of events) journal.append(event);
  await journal.close();
  return folder;
}

/** All that a reader gives of a run's journal. */
export async function recordsIn(folder: string): Promise<EvidenceRecord[]> {
  const records: EvidenceRecord[] = [];
  for await (const record of readEvidence(folder)) records.push(record);
  return records;
}
