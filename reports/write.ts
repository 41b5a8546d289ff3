import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAllureResults } from './allure.ts';
import { readHistory } from './history.ts';
import { readinessPage } from './html/page.ts';
import { junitXml } from './junit.ts';
import { type Readiness, readinessOf } from './readiness.ts';
import { summarise } from './verdicts.ts';

/** Where the reports of a run are. */
export interface WrittenReports {
  readonly readiness: Readiness;
  /** The page for people. */
  readonly page: string;
  /** The same as data. */
  readonly json: string;
  readonly junit: string;
  readonly allureResults: string;
}

/**
 * Makes every report of a run from its evidence alone: the same evidence gives the same files, here and elsewhere, now
 * and later. Throws EvidenceError when the evidence is missing, damaged or newer than this Genrep.
 */
export async function writeReports(runFolder: string): Promise<WrittenReports> {
  const history = await readHistory(runFolder);
  const summary = summarise([history]);
  const readiness = readinessOf([history]);
  const reportFolder = join(runFolder, 'report');
  const paths = {
    page: join(reportFolder, 'readiness.html'),
    json: join(reportFolder, 'readiness.json'),
    junit: join(reportFolder, 'junit.xml'),
    allureResults: join(runFolder, 'allure-results'),
  };
  await mkdir(reportFolder, { recursive: true });
  await writeFile(paths.page, readinessPage(readiness));
  await writeFile(paths.json, `${JSON.stringify(readiness, null, 2)}\n`);
  await writeFile(paths.junit, junitXml(summary));
  await writeAllureResults(summary, runFolder, paths.allureResults);
  return { readiness, ...paths };
}
