import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { EvidenceEvent } from '../domain/evidence.ts';
import { EvidenceError, errorCode } from './errors.ts';
import { JOURNAL_FILE } from './journal.ts';
import { linesOf } from './lines.ts';
import { isTornRecord, openRecord } from './record.ts';
import { requireEvent } from './schema.ts';

/** One record of a journal: when it was written, and what it says. */
export interface EvidenceRecord {
  readonly seq: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly event: EvidenceEvent;
}

/**
 * The records of a run's journal, in order, one at a time; a record that a crash tore off at the end is left out.
 * Throws EvidenceError for a journal that is missing, newer than this Genrep, or damaged; `verifyJournal` tells
 * everything that is wrong with it.
 */
export async function* readEvidence(runFolder: string): AsyncGenerator<EvidenceRecord> {
  const path = await requireJournal(runFolder);
  let next = 1;
  for await (const line of linesOf(path)) {
    const where = `${path}:${line.number}`;
    if (!line.ended && isTornRecord(line.bytes, next)) return;
    const record = openRecord(line.bytes);
    if (record.state !== 'sound' || record.seq !== next) {
      throw new EvidenceError(
        'damaged',
        `${where}: posten är skadad eller ändrad. Kör "genrep verify" på körningen.`,
      );
    }
    yield { seq: record.seq, at: record.at, event: requireEvent(record.event, where) };
    next += 1;
  }
}

/** The path of a run's journal. Throws EvidenceError when there is none. */
export async function requireJournal(runFolder: string): Promise<string> {
  const path = join(runFolder, JOURNAL_FILE);
  try {
    await stat(path);
    return path;
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' && errorCode(error) !== 'ENOTDIR') throw error;
    throw new EvidenceError(
      'not-evidence',
      `Det finns ingen körning i ${runFolder}: ${JOURNAL_FILE} saknas.`,
      {
        cause: error,
      },
    );
  }
}
