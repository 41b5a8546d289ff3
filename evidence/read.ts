import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { EvidenceEvent } from '../domain/evidence.ts';
import { EvidenceError, errorCode } from './errors.ts';
import { JOURNAL_FILE } from './files.ts';
import { linesOf } from './lines.ts';
import { eventOf, isTornRecord, openRecord } from './record.ts';
import { requireEvent } from './schema.ts';
import { Upgrader } from './upgrade.ts';

/** One record of a journal: when it was written, and what it says, in the words of this Genrep's version. */
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
  for await (const group of readGroups(runFolder)) yield* group;
}

/** The same, as many at a time as are read at a time. */
async function* readGroups(runFolder: string): AsyncGenerator<EvidenceRecord[]> {
  const path = await requireJournal(runFolder);
  const upgrader = new Upgrader();
  let next = 1;
  for await (const lines of linesOf(path)) {
    const records: EvidenceRecord[] = [];
    for (const { number, bytes, ended } of lines) {
      const where = `${path}:${number}`;
      if (!ended && isTornRecord(bytes, next)) break;
      const record = openRecord(bytes);
      if (record.state !== 'sound' || record.seq !== next) {
        throw new EvidenceError(
          'damaged',
          `${where}: posten är skadad eller ändrad. Kör "genrep verify" på körningen.`,
        );
      }
      const { seq, at } = record;
      records.push({
        seq,
        at,
        event: requireEvent(eventOf(record), where, (event) => upgrader.upgrade(event, at)),
      });
      next += 1;
    }
    yield records;
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
