import process from 'node:process';
import { exitCodeOf } from '../domain/outcome.ts';
import type { ExitCode } from '../domain/verdict.ts';
import { githubAnnotations } from '../reports/exports/github-annotations.ts';
import { summaryText } from '../reports/terminal.ts';
import { makeReports, type ReportsWanted } from './make-reports.ts';

export interface ConcludeOptions extends ReportsWanted {
  /** Machine-readable outcome on standard output instead of the summary. */
  readonly json: boolean;
}

/** Makes a run's reports from its evidence, says what it came to, and gives the exit code. */
export async function concludeRun(folder: string, { json, ...wanted }: ConcludeOptions): Promise<ExitCode> {
  const { readiness, page } = await makeReports(folder, wanted);
  process.stdout.write(
    json ? `${JSON.stringify(readiness)}\n` : summaryText(readiness, page, process.stdout.isTTY),
  );
  if (process.env.GITHUB_ACTIONS === 'true') process.stderr.write(githubAnnotations(readiness));
  return exitCodeOf(readiness.outcome);
}
