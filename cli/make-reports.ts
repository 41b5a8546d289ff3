import path from 'node:path';
import process from 'node:process';
import { renderAllure } from '../reports/render-allure.ts';
import { type WrittenReports, writeReports } from '../reports/write.ts';

export interface ReportsWanted {
  /** Allure's own page too, where Java is. */
  readonly allure: boolean;
}

/** Makes all reports of a run from its evidence; without Java everything but Allure's own page, and says so. */
export async function makeReports(folder: string, wanted: ReportsWanted): Promise<WrittenReports> {
  const written = await writeReports(folder);
  if (!wanted.allure) return written;
  const allure = await renderAllure(written.allureResults, path.join(folder, 'allure'));
  if (!allure.rendered) process.stderr.write(`${allure.reason}\n`);
  return written;
}
