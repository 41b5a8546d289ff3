import process from 'node:process';
import { EXIT, type ExitCode, exitCodeOf, worst } from '../domain/verdict.ts';
import { githubAnnotations } from '../reports/exports/github-annotations.ts';
import type { Readiness } from '../reports/readiness.ts';
import { summaryText } from '../reports/terminal.ts';
import { makeReports, type ReportsWanted } from './make-reports.ts';

export interface ConcludeOptions extends ReportsWanted {
  /** Machine-readable outcome on standard output instead of the summary. */
  readonly json: boolean;
  /** Whether the exit code is the decision of the stage's gates, or only what the flows came to. */
  readonly judge?: 'gates' | 'flows';
}

/** Makes a run's reports from its evidence, says what it came to, and gives the exit code. */
export async function concludeRun(
  folder: string,
  { json, allure, judge = 'gates' }: ConcludeOptions,
): Promise<ExitCode> {
  const { readiness, page } = await makeReports(folder, { allure });
  process.stdout.write(
    json ? `${JSON.stringify(readiness)}\n` : summaryText(readiness, page, process.stdout.isTTY),
  );
  if (process.env.GITHUB_ACTIONS === 'true') process.stderr.write(githubAnnotations(readiness));
  return judge === 'gates' ? exitCodeOfDecision(readiness) : exitCodeOf(verdictOfFlows(readiness));
}

/** Go is 0; no-go is 1, or what says better why nothing could be decided. */
export const exitCodeOfDecision = ({ decision, verdict }: Readiness): ExitCode =>
  decision === 'go' ? EXIT.pass : exitCodeOf(verdict);

const verdictOfFlows = ({ flows }: Readiness) => worst(flows.map(({ verdict }) => verdict));
