import path from 'node:path';
import type { EvidenceEvent, EvidenceSink } from '../domain/evidence.ts';
import { isSafePersonnummer } from '../domain/identifiers.ts';
import { sha256OfFile } from '../evidence/attachments.ts';
import type { JournalHead } from '../evidence/head.ts';
import { type Journal, type JournalOptions, openJournal, resumeJournal } from '../evidence/journal.ts';
import type { PastRun } from '../evidence/past-run.ts';
import type { Signer } from '../evidence/signing.ts';

/** A run's journal as the commands use it. */
export interface Journaling {
  readonly sink: EvidenceSink;
  /** Resolves when everything so far is safe on the disk. */
  flush(): Promise<void>;
  /** Answers the head that the journal ended with. */
  close(): Promise<JournalHead>;
}

export interface JournalingOptions {
  /** What must never be written. */
  readonly secrets: readonly string[];
  readonly signer?: Signer;
  /** The run that goes on; a new one begins when absent. */
  readonly past?: PastRun;
  /** Told once, when the journal can no longer be written. */
  readonly onFailure: (error: unknown) => void;
}

/** Opens the journal of a run; files are named relative to its folder in it, so that the folder can be moved. */
export async function openJournaling(
  folder: string,
  { secrets, signer, past, onFailure }: JournalingOptions,
): Promise<Journaling> {
  const options: JournalOptions = {
    now: Date.now,
    secrets,
    isSafeIdentity: isSafePersonnummer,
    ...(signer === undefined ? {} : { signer }),
  };
  const journal = await (past === undefined
    ? openJournal(folder, options)
    : resumeJournal(folder, past, options));
  return { ...told(journal, folder, onFailure), close: () => journal.close() };
}

/** Whoever writes learns of a failure; so does the run, which would otherwise go on with nobody to write it down. */
function told(
  journal: Journal,
  folder: string,
  onFailure: (error: unknown) => void,
): Pick<Journaling, 'sink' | 'flush'> {
  const failed = (error: unknown): never => {
    onFailure(error);
    throw error;
  };
  return {
    sink(event) {
      try {
        journal.append(relativeTo(folder, event));
      } catch (error) {
        failed(error);
      }
    },
    flush: () => journal.flush().catch(failed),
  };
}

/** A file that is kept is named relative to the run's folder, and known by its hash. */
const relativeTo = (folder: string, event: EvidenceEvent): EvidenceEvent =>
  event.type === 'attachment'
    ? {
        ...event,
        file: path.relative(folder, event.file).replaceAll('\\', '/'),
        sha256: sha256OfFile(event.file),
      }
    : event;
