import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAllureResults } from './allure.ts';
import { azureCsv } from './exports/azure-csv.ts';
import { cucumberMessages } from './exports/cucumber-messages.ts';
import { sarif } from './exports/sarif.ts';
import { stepsNdjson } from './exports/steps-ndjson.ts';
import { xrayJson } from './exports/xray-json.ts';
import { type RunHistory, readHistory } from './history.ts';
import { readinessPage } from './html/page.ts';
import { steeringPage } from './html/steering.ts';
import { junitXml } from './junit.ts';
import { type Readiness, readinessFrom } from './readiness.ts';
import { summarise } from './verdicts.ts';

export interface WriteOptions {
  /** Earlier runs to compare with, the oldest first. */
  readonly earlier?: readonly RunHistory[];
}

/** Where the reports of a run are. */
export interface WrittenReports {
  readonly history: RunHistory;
  readonly readiness: Readiness;
  /** The page for people. */
  readonly page: string;
  /** The sheet for the steering group. */
  readonly steering: string;
  /** The same as data. */
  readonly json: string;
  readonly junit: string;
  readonly allureResults: string;
}

/**
 * Makes every report of a run from its evidence alone: the same evidence gives the same files, here and elsewhere, now
 * and later. Throws EvidenceError when the evidence is missing, damaged or newer than this Genrep.
 */
export async function writeReports(runFolder: string, options: WriteOptions = {}): Promise<WrittenReports> {
  const history = await readHistory(runFolder);
  const summary = summarise([history]);
  const readiness = readinessFrom(summary, options);
  const folder = join(runFolder, 'report');
  const paths = {
    page: join(folder, 'readiness.html'),
    steering: join(folder, 'steering.html'),
    json: join(folder, 'readiness.json'),
    junit: join(folder, 'junit.xml'),
    allureResults: join(runFolder, 'allure-results'),
  };
  const files: [string, string][] = [
    [paths.page, readinessPage(readiness)],
    [paths.steering, steeringPage(readiness)],
    [paths.json, `${JSON.stringify(readiness, null, 2)}\n`],
    [paths.junit, junitXml(summary, readiness)],
    [join(folder, 'findings.sarif'), sarif(readiness)],
    [join(folder, 'xray.json'), xrayJson(summary)],
    [join(folder, 'azure-devops.csv'), azureCsv(summary)],
    [join(folder, 'steps.ndjson'), stepsNdjson(summary)],
    [join(folder, 'cucumber.ndjson'), cucumberMessages(summary)],
  ];
  await mkdir(folder, { recursive: true });
  for (const [file, text] of files) await writeFile(file, text);
  await writeAllureResults(summary, runFolder, paths.allureResults);
  return { history, readiness, ...paths };
}
