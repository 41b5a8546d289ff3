import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { EvidenceEvent } from '../domain/evidence.ts';
import { createJournalFile, writeError } from './journal-file.ts';
import { GENESIS, sealRecord } from './record.ts';
import { createRedactor, type RedactionOptions } from './redact.ts';
import { requireSpace } from './space.ts';

/** Name of the journal in a run's folder. */
export const JOURNAL_FILE = 'evidence.ndjson';

/** The longest that a record waits for company before it is written, in milliseconds. */
const GROUPING = 50;

/** The append-only record of one run; it has one writer. */
export interface Journal {
  /**
   * Adds an event; it is on its way to the disk within 50 ms, and what a task is about to do at once, synced.
   * Throws the first write error, once there is one.
   */
  append(event: EvidenceEvent): void;
  /** Resolves when everything appended so far is synced to the disk; calls at the same time share one sync. */
  flush(): Promise<void>;
  /** Flushes and lets go of the file. */
  close(): Promise<void>;
}

export interface JournalOptions extends RedactionOptions {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Bytes that must be free before the run begins; 200 MiB when absent. */
  readonly room?: number;
}

/** The part of a file handle that a journal needs. */
export interface JournalTarget {
  appendFile(data: string): Promise<void>;
  datasync(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Begins the journal of a run in its folder, which is made when it is not there.
 * Throws EvidenceError when there is no room or a journal is there already.
 */
export async function openJournal(folder: string, options: JournalOptions): Promise<Journal> {
  await mkdir(folder, { recursive: true });
  await requireSpace(folder, options.room);
  return journalOn(await createJournalFile(join(folder, JOURNAL_FILE)), options);
}

/** A journal on an open file. */
export function journalOn(target: JournalTarget, options: JournalOptions): Journal {
  const redact = createRedactor(options);
  const withoutSecrets = (_key: string, value: unknown) =>
    typeof value === 'string' ? redact(value) : value;
  let last = { seq: 0, hash: GENESIS };
  let waiting: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  let failure: Error | undefined;
  let queue: Promise<void> = Promise.resolve();
  let syncing: Promise<void> | undefined;

  const write = async () => {
    clearTimeout(timer);
    timer = undefined;
    const group = waiting;
    waiting = [];
    if (group.length > 0 && failure === undefined) await target.appendFile(group.join(''));
  };
  const writeAndSync = async () => {
    syncing = undefined;
    await write();
    if (failure === undefined) await target.datasync();
  };
  /** Jobs are done one after the other; each takes all that waits when its turn comes. */
  const enqueue = (job: () => Promise<void>): Promise<void> => {
    queue = queue.then(job).catch((error: unknown) => {
      failure ??= writeError(error);
    });
    return queue;
  };

  const journal: Journal = {
    append(event) {
      if (failure !== undefined) throw failure;
      const seq = last.seq + 1;
      const json = JSON.stringify(event, withoutSecrets);
      const { line, hash } = sealRecord({ seq, at: options.now(), prev: last.hash }, json);
      last = { seq, hash };
      waiting.push(line);
      if (event.type === 'step-started') syncing ??= enqueue(writeAndSync);
      else timer ??= setTimeout(enqueue, GROUPING, write);
    },
    flush() {
      syncing ??= enqueue(writeAndSync);
      return syncing.then(() => {
        if (failure !== undefined) throw failure;
      });
    },
    async close() {
      try {
        await journal.flush();
      } finally {
        failure ??= new Error('The journal is closed.');
        await target.close();
      }
    },
  };
  return journal;
}
