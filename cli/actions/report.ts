import process from 'node:process';
import { readHistory } from '../../reports/history.ts';
import { earlierRuns } from '../earlier-runs.ts';
import { makeReports } from '../make-reports.ts';
import { findRun } from '../run-folder.ts';

/** As commander hands them over. */
export interface ReportOptions {
  readonly allure: boolean;
  readonly pdf?: true;
  readonly json?: true;
  readonly previous: readonly string[];
}

/** `genrep report`: the same reports again, from evidence alone. */
export async function reportRuns(
  runs: readonly string[],
  { allure, pdf, previous, json }: ReportOptions,
): Promise<void> {
  const sheets: string[] = [];
  for (const run of runs) {
    const folder = findRun(run);
    const earlier = previous.length === 0 ? [] : await earlierRuns(previous, [await readHistory(folder)]);
    const { page, steering, readiness } = await makeReports(folder, { allure, earlier });
    process.stdout.write(json === true ? `${JSON.stringify(readiness)}\n` : `${page}\n`);
    sheets.push(steering);
  }
  if (pdf !== true) return;
  const { printPages } = await import('../print-page.ts');
  const out = json === true ? process.stderr : process.stdout;
  for (const file of await printPages(sheets)) out.write(`${file}\n`);
}
