import process from 'node:process';
import type { ReportOptions } from '../commands/report.ts';
import { makeReports } from '../make-reports.ts';
import { findRun } from '../run-folder.ts';

/** `genrep report`: the same reports again, from evidence alone. */
export async function reportRuns(runs: readonly string[], options: ReportOptions): Promise<void> {
  for (const run of runs) {
    const { page } = await makeReports(findRun(run), options);
    process.stdout.write(`${page}\n`);
  }
}
