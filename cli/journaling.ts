import path from 'node:path';
import { SYSTEMS } from '../domain/codes/systems.ts';
import type { EvidenceEvent, EvidenceSink } from '../domain/evidence.ts';
import { isSafe } from '../domain/identifiers.ts';
import type { JournalHead } from '../evidence/head.ts';
import { openJournal } from '../evidence/journal.ts';

/** A run's journal as the commands use it. */
export interface Journaling {
  readonly sink: EvidenceSink;
  /** Resolves when everything so far is safe on the disk. */
  flush(): Promise<void>;
  /** Answers the head that the journal ended with. */
  close(): Promise<JournalHead>;
}

/** Opens the journal of a run; files are named relative to its folder in it, so that the folder can be moved. */
export async function openJournaling(folder: string, secrets: readonly string[]): Promise<Journaling> {
  const journal = await openJournal(folder, { now: Date.now, secrets, isSafeIdentity });
  return {
    sink: (event) => journal.append(relativeTo(folder, event)),
    flush: () => journal.flush(),
    close: () => journal.close(),
  };
}

const isSafeIdentity = (digits: string): boolean => isSafe({ system: SYSTEMS.personnummer, value: digits });

const relativeTo = (folder: string, event: EvidenceEvent): EvidenceEvent =>
  event.type === 'attachment'
    ? { ...event, file: path.relative(folder, event.file).replaceAll('\\', '/') }
    : event;
