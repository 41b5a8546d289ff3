import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { renderAllure } from '../reports/render-allure.ts';
import { type WriteOptions, type WrittenReports, writeReports } from '../reports/write.ts';
import { simulationPage } from '../simulation/day/index.ts';
import { resultOf } from './simulation-evidence.ts';
import { writeAfterAction } from './write-after-action.ts';

export interface ReportsWanted extends WriteOptions {
  /** Allure's own page too, where Java is. */
  readonly allure: boolean;
}

export interface MadeReports extends WrittenReports {
  /** The page of a simulation, where the run was one. */
  readonly simulation?: string;
}

/** Makes all reports of a run from its evidence; without Java everything but Allure's own page, and says so. */
export async function makeReports(
  folder: string,
  { allure, ...options }: ReportsWanted,
): Promise<MadeReports> {
  const written = await writeReports(folder, options);
  const result = resultOf(written.history);
  if (result !== undefined) {
    const simulation = path.join(folder, 'simulate.html');
    await writeFile(simulation, simulationPage(result));
    return { ...written, simulation };
  }
  await writeAfterAction(folder, written.history);
  if (allure) {
    const made = await renderAllure(written.allureResults, path.join(folder, 'allure'));
    if (!made.rendered) process.stderr.write(`${made.reason}\n`);
  }
  return written;
}
