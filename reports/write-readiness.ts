import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { HazardLog } from '../domain/hazard.ts';
import { hazardsCsv } from './exports/hazards-csv.ts';
import { hazardReport } from './hazards.ts';
import type { RunHistory } from './history.ts';
import { readinessPage } from './html/page.ts';
import { steeringPage } from './html/steering.ts';
import { type Readiness, type ReadinessOptions, readinessFrom } from './readiness.ts';
import { summarise } from './verdicts.ts';

/** A run that is weighed, and where it lies. */
export interface RunRead {
  readonly folder: string;
  readonly history: RunHistory;
}

export interface WrittenReadiness {
  readonly readiness: Readiness;
  /** The page for test leads, the sheet for the steering group, and the same as data. */
  readonly page: string;
  readonly steering: string;
  readonly json: string;
  readonly hazardsCsv: string;
}

/** Weighs runs of whatever kinds against a stage and writes what came of it into a folder. */
export async function writeReadiness(
  runs: readonly RunRead[],
  hazards: HazardLog,
  folder: string,
  options: ReadinessOptions,
): Promise<WrittenReadiness> {
  const summary = summarise(
    runs.map(({ history }) => history),
    options,
  );
  const readiness = readinessFrom(summary, { ...options, scope: 'stage' });
  const report = hazardReport(hazards, summary);
  const folders = new Map(runs.map((run) => [run.history.started.run, run.folder]));
  const address = (run: string, file: string): string =>
    path
      .relative(folder, path.join(folders.get(run) ?? '', file))
      .split(path.sep)
      .map((part) => (part === '..' ? part : encodeURIComponent(part)))
      .join('/');
  const files = {
    page: path.join(folder, 'readiness.html'),
    steering: path.join(folder, 'steering.html'),
    json: path.join(folder, 'readiness.json'),
    hazardsCsv: path.join(folder, 'hazards.csv'),
  };
  await mkdir(folder, { recursive: true });
  await writeFile(files.page, readinessPage(readiness, address));
  await writeFile(files.steering, steeringPage(readiness));
  await writeFile(files.json, `${JSON.stringify(readiness, null, 2)}\n`);
  await writeFile(files.hazardsCsv, hazardsCsv(report));
  await writeFile(path.join(folder, 'hazards.json'), `${JSON.stringify(report, null, 2)}\n`);
  return { readiness, ...files };
}
