import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { EvidenceError } from '../evidence/errors.ts';
import { JOURNAL_FILE } from '../evidence/files.ts';
import { type RunHistory, readHistory } from '../reports/history.ts';

/**
 * The latest run before this one in which the same deck was asked of the same system by the same ways, so that what differs is
 * a change of its configuration; of the runs that lie beside it, only those that their folders' names tell to be of this deck are read.
 */
export async function latestDeckRun(current: RunHistory, folder: string): Promise<readonly RunHistory[]> {
  const { deck, beganAt } = current;
  const name = deck?.opened.deck;
  const beside = path.dirname(folder);
  if (name === undefined || !existsSync(beside)) return [];
  const folders = readdirSync(beside)
    .filter((entry) => entry.includes(`-deck-${name}-`) && existsSync(path.join(beside, entry, JOURNAL_FILE)))
    .sort()
    .reverse()
    .map((entry) => path.join(beside, entry))
    .filter((entry) => path.resolve(entry) !== path.resolve(folder));
  for (const each of folders) {
    const run = await readable(each);
    if (run === undefined || run.beganAt >= beganAt) continue;
    if (keyOf(run) === keyOf(current)) return [run];
  }
  return [];
}

/** What must be the same for two runs to be compared. */
const keyOf = ({ started, deck }: RunHistory): string =>
  JSON.stringify([started.system?.name, deck?.opened.deck, deck?.opened.ways]);

/** One that was damaged, or never finished, is no run to compare with. */
async function readable(folder: string): Promise<RunHistory | undefined> {
  try {
    const run = await readHistory(folder);
    return run.journal.ending === 'complete' ? run : undefined;
  } catch (error) {
    if (error instanceof EvidenceError) return undefined;
    throw error;
  }
}
