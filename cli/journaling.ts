import path from 'node:path';
import type { EvidenceEvent, EvidenceSink } from '../evidence/events.ts';
import { openJournal } from '../evidence/journal.ts';

/** A run's journal as the commands use it. */
export interface Journaling {
  readonly sink: EvidenceSink;
  close(): Promise<void>;
}

/** Opens the journal of a run; files are named relative to its folder in it, so that the folder can be moved. */
export async function openJournaling(folder: string, secrets: readonly string[]): Promise<Journaling> {
  const journal = await openJournal(folder, { now: Date.now, secrets });
  return {
    sink: (event) => journal.append(relativeTo(folder, event)),
    close: () => journal.close(),
  };
}

const relativeTo = (folder: string, event: EvidenceEvent): EvidenceEvent =>
  event.type === 'attachment'
    ? { ...event, file: path.relative(folder, event.file).replaceAll('\\', '/') }
    : event;
