import process from 'node:process';
import { InputError } from '../../domain/input-error.ts';
import { readHistory } from '../../reports/history.ts';
import { printPages } from '../print-page.ts';
import { findRun } from '../run-folder.ts';
import { writeAfterAction } from '../write-after-action.ts';

/** As commander hands them over. */
export interface LabReportOptions {
  readonly robots: readonly string[];
  readonly pdf?: true;
  readonly json?: true;
}

/** `genrep lab report`: what a lab showed, as a page and on paper. */
export async function reportLab(run: string, { robots, pdf, json }: LabReportOptions): Promise<void> {
  const folder = findRun(run);
  const history = await readHistory(folder);
  const others = await Promise.all(robots.map((each) => readHistory(findRun(each))));
  const page = await writeAfterAction(folder, history, others);
  if (page === undefined)
    throw new InputError(`Körningen ${run} är inget labb som någon deltog i; det finns inget att berätta.`);
  const [sheet] = pdf === true ? await printPages([page]) : [];
  process.stdout.write(
    json === true
      ? `${JSON.stringify({ page, ...(sheet === undefined ? {} : { pdf: sheet }) })}\n`
      : `${page}\n${sheet === undefined ? '' : `${sheet}\n`}`,
  );
}
