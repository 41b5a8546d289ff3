import process from 'node:process';
import { makeReports } from '../make-reports.ts';
import { findRun } from '../run-folder.ts';

/** `genrep report`: the same reports again, from evidence alone. */
export async function reportRuns(runs: readonly string[]): Promise<void> {
  for (const run of runs) {
    const { page } = await makeReports(findRun(run));
    process.stdout.write(`${page}\n`);
  }
}
