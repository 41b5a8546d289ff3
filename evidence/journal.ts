import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { EvidenceEvent } from '../domain/evidence.ts';
import { JOURNAL_FILE } from './files.ts';
import { type JournalHead, writeHead } from './head.ts';
import { continueJournalFile, createJournalFile, writeError } from './journal-file.ts';
import type { PastRun } from './past-run.ts';
import { GENESIS, sealRecord } from './record.ts';
import { createJsonRedactor, type RedactionOptions } from './redact.ts';
import type { Signer } from './signing.ts';
import { requireSpace } from './space.ts';

/** The longest that a record waits for company before it is written, in milliseconds. */
const GROUPING = 50;

/** How often the head beside a journal is brought up to date while the run goes on, in milliseconds. */
const ANCHORING = 1_000;

/** The append-only record of one run; it has one writer. */
export interface Journal {
  /**
   * Adds an event; it is on its way to the disk within 50 ms, and what a task is about to do at once, synced.
   * Throws the first write error, once there is one.
   */
  append(event: EvidenceEvent): void;
  /** Resolves when everything appended so far is synced to the disk; calls at the same time share one sync. */
  flush(): Promise<void>;
  /** Flushes, writes the head beside the journal and lets go of the file; answers the head. */
  close(): Promise<JournalHead>;
}

export interface JournalOptions extends RedactionOptions {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Bytes that must be free before the run begins; 200 MiB when absent. */
  readonly room?: number;
  /** Signs the heads; they are unsigned when absent. */
  readonly signer?: Signer;
}

/** The part of a file handle that a journal needs. */
export interface JournalTarget {
  appendFile(data: string): Promise<void>;
  datasync(): Promise<void>;
  close(): Promise<void>;
}

/** Where the next record goes, and where what is synced is told. */
interface Continuation {
  readonly of: string;
  readonly records: number;
  readonly hash: string;
  anchor(head: JournalHead): Promise<void>;
}

const AFRESH: Continuation = {
  of: '',
  records: 0,
  hash: GENESIS,
  anchor: async () => {},
};

/**
 * Begins the journal of a run in its folder, which is made when it is not there.
 * Throws EvidenceError when there is no room or a journal is there already.
 */
export async function openJournal(folder: string, options: JournalOptions): Promise<Journal> {
  await mkdir(folder, { recursive: true });
  await requireSpace(folder, options.room);
  const file = await createJournalFile(join(folder, JOURNAL_FILE));
  return journalOn(file, options, { ...AFRESH, ...inFolder(folder, options) });
}

/** Goes on with the journal of a run that was cut off; the record that a crash tore off is cut away. */
export async function resumeJournal(
  folder: string,
  { head, torn }: Pick<PastRun, 'head' | 'torn'>,
  options: JournalOptions,
): Promise<Journal> {
  await requireSpace(folder, options.room);
  const file = await continueJournalFile(join(folder, JOURNAL_FILE), torn?.offset);
  return journalOn(file, options, { ...head, ...inFolder(folder, options) });
}

const inFolder = (folder: string, { signer }: JournalOptions): Pick<Continuation, 'anchor'> => ({
  anchor: (head) => writeHead(folder, head, signer),
});

/** A journal on an open file. */
export function journalOn(
  target: JournalTarget,
  options: JournalOptions,
  from: Continuation = AFRESH,
): Journal {
  const jsonOf = createJsonRedactor(options);
  let last: JournalHead = from;
  let waiting: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  let failure: Error | undefined;
  let queue: Promise<void> = Promise.resolve();
  let syncing: Promise<void> | undefined;
  let anchorIsDue = true;
  /** From its first byte on a journal has a head, or a run that died early would look like one whose head was removed. */
  let isAnnounced = from.records > 0;

  const write = async () => {
    clearTimeout(timer);
    timer = undefined;
    const group = waiting;
    waiting = [];
    if (group.length === 0 || failure !== undefined) return;
    if (!isAnnounced) {
      isAnnounced = true;
      await from.anchor({ of: last.of, records: 0, hash: GENESIS });
    }
    await target.appendFile(group.join(''));
  };
  const writeAndSync = async () => {
    syncing = undefined;
    const { of, records, hash } = last;
    await write();
    if (failure !== undefined) return;
    await target.datasync();
    if (!anchorIsDue || records === 0) return;
    anchorIsDue = false;
    setTimeout(() => {
      anchorIsDue = true;
    }, ANCHORING).unref();
    await from.anchor({ of, records, hash });
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
      const of = event.type === 'run-started' ? event.run : last.of;
      const seq = last.records + 1;
      const { line, hash } = sealRecord({ seq, at: options.now(), prev: last.hash }, jsonOf(event));
      last = { of, records: seq, hash };
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
      const { of, records, hash } = last;
      try {
        anchorIsDue = true;
        await journal.flush();
        return { of, records, hash };
      } finally {
        failure ??= new Error('The journal is closed.');
        await target.close();
      }
    },
  };
  return journal;
}
