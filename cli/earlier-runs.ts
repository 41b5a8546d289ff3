import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { JOURNAL_FILE } from '../evidence/files.ts';
import { type RunHistory, readHistory } from '../reports/history.ts';
import { findRun } from './run-folder.ts';

/** The folders of runs that are named: a run itself, or every run in a folder of runs. */
export function runsIn(named: readonly string[]): string[] {
  return named.flatMap((name) => {
    const folder = findRun(name);
    if (existsSync(path.join(folder, JOURNAL_FILE)) || !existsSync(folder) || !statSync(folder).isDirectory())
      return [folder];
    return readdirSync(folder)
      .map((entry) => path.join(folder, entry))
      .filter((entry) => existsSync(path.join(entry, JOURNAL_FILE)))
      .sort();
  });
}

/**
 * What happened in earlier runs of the same stage and the same kinds, the oldest first; of what is named, runs that began
 * later and the runs themselves are left out.
 */
export async function earlierRuns(
  named: readonly string[],
  current: readonly RunHistory[],
): Promise<RunHistory[]> {
  const read = await Promise.all(runsIn(named).map((folder) => readHistory(folder)));
  const began = Math.min(...current.map(({ beganAt }) => beganAt));
  const stages = new Set(current.map(({ started }) => started.stage.name));
  const kinds = new Set(current.map(({ started }) => started.command));
  return read
    .filter(
      ({ started, beganAt }) =>
        stages.has(started.stage.name) && kinds.has(started.command) && beganAt < began,
    )
    .sort((a, b) => a.beganAt - b.beganAt);
}
