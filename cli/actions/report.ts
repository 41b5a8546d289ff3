import process from 'node:process';
import { writeReports } from '../../reports/write.ts';
import { findRun } from '../run-folder.ts';

/** `genrep report`: the same reports again, from evidence alone. */
export async function reportRuns(runs: readonly string[]): Promise<void> {
  for (const run of runs) {
    const { page } = await writeReports(findRun(run));
    process.stdout.write(`${page}\n`);
  }
}
