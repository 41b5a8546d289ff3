import { existsSync } from 'node:fs';
import path from 'node:path';
import { EvidenceError } from '../evidence/errors.ts';
import { type RunHistory, readHistory } from '../reports/history.ts';
import { runsIn } from './earlier-runs.ts';

/** The runs of a folder that can be read, and of each of the others why it cannot. */
export interface ReadableRuns {
  readonly histories: readonly RunHistory[];
  readonly unreadable: readonly { readonly folder: string; readonly reason: string }[];
}

/** Reads all runs of a folder; one that cannot be read is told, not left out. None where the folder is not there. */
export async function readableRuns(folder: string): Promise<ReadableRuns> {
  const runs = existsSync(folder) ? runsIn([`${folder}/`]) : [];
  const read = await Promise.all(runs.map(readOrReason));
  return {
    histories: read.flatMap((each) => (each.history === undefined ? [] : [each.history])),
    unreadable: read.flatMap((each) => (each.reason === undefined ? [] : [each])),
  };
}

async function readOrReason(folder: string) {
  try {
    return { history: await readHistory(folder) };
  } catch (error) {
    if (!(error instanceof EvidenceError)) throw error;
    return { folder: path.basename(folder), reason: error.message };
  }
}
