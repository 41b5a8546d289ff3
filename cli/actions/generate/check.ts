import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { EXIT } from '../../../domain/verdict.ts';
import { checkPopulation } from '../../../generators/check/check-population.ts';
import { reportPage } from '../../../generators/check/page/page.ts';
import { type CheckReport, isSound, reportText } from '../../../generators/check/report.ts';
import { paceLine } from '../../progress/bar.ts';
import { withProgressLine } from '../../progress/progress-line.ts';

/** As commander hands them over. */
export interface CheckOptions {
  readonly out?: string;
  readonly region?: string;
  readonly modules?: string;
  readonly testNumbers?: string;
  readonly json?: true;
}

const MEGABYTE = 1e6;

/** `genrep generate check`: in words on standard output, with pictures as a page. */
export async function checkFolder(folder: string, options: CheckOptions): Promise<void> {
  const { out = path.join(folder, 'check.html'), json, ...sources } = options;
  const begun = performance.now();
  const line = ([read, all]: readonly [number, number]): string =>
    paceLine({
      done: Math.round(read / MEGABYTE),
      all: Math.round(all / MEGABYTE),
      passed: performance.now() - begun,
      what: 'MB',
    });
  const report = await withProgressLine(`Granskar ${folder}`, line, (show) =>
    checkPopulation(folder, { ...sources, progress: (read, all) => show([read, all]) }),
  );
  await writeFile(out, reportPage(report));
  process.stdout.write(json ? `${JSON.stringify(outcomeOf(report))}\n` : `${reportText(report)}\n`);
  process.stderr.write(`Sidan med bilder: ${path.relative(process.cwd(), path.resolve(out))}\n`);
  process.exitCode = isSound(report) ? EXIT.pass : EXIT.fail;
}

const outcomeOf = (report: CheckReport): object => {
  const { folder, lines, people, results } = report;
  return { folder: path.resolve(folder), sound: isSound(report), lines, people, results };
};
