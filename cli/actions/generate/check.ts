import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { EXIT } from '../../../domain/verdict.ts';
import { checkPopulation, checkShare, judgeReceipts } from '../../../generators/check/check-population.ts';
import { reportPage } from '../../../generators/check/page/page.ts';
import { type CheckReport, isSound, reportText } from '../../../generators/check/report.ts';
import { shareOf } from '../../../generators/share.ts';
import { paceLine } from '../../progress/bar.ts';
import { withProgressLine } from '../../progress/progress-line.ts';

/** As commander hands them over. */
export interface CheckOptions {
  readonly out?: string;
  readonly region?: string;
  readonly modules?: string;
  readonly testNumbers?: string;
  readonly workers: number;
  readonly shard?: string;
  readonly collect?: number;
  readonly json?: true;
}

const MEGABYTE = 1e6;

/** `genrep generate check`: in words on standard output, with pictures as a page. */
export async function checkFolder(folder: string, options: CheckOptions): Promise<void> {
  const { out = path.join(folder, 'check.html'), json, workers, shard, collect, ...sources } = options;
  const begun = performance.now();
  const line = ([read, all]: readonly [number, number]): string =>
    paceLine({
      done: Math.round(read / MEGABYTE),
      all: Math.round(all / MEGABYTE),
      passed: performance.now() - begun,
      what: 'MB',
    });
  const checked = await withProgressLine<[number, number], CheckReport | string>(
    `Granskar ${folder}`,
    line,
    (show) => {
      const chosen = { ...sources, workers, progress: (read: number, all: number) => show([read, all]) };
      if (shard !== undefined) return checkShare(folder, shareOf(shard), chosen);
      return collect === undefined ? checkPopulation(folder, chosen) : judgeReceipts(folder, collect, chosen);
    },
  );
  if (typeof checked === 'string') tellReceipt(checked, shard ?? '', json);
  else await tellReport(checked, out, json);
}

function tellReceipt(file: string, shard: string, json: true | undefined): void {
  const receipt = path.resolve(file);
  process.stdout.write(
    json
      ? `${JSON.stringify({ shard, receipt })}\n`
      : `Del ${shard} är granskad: ${file}\nNär alla delar är det: --collect ${shard.split('/')[1]}\n`,
  );
}

async function tellReport(report: CheckReport, out: string, json: true | undefined): Promise<void> {
  await writeFile(out, reportPage(report));
  process.stdout.write(json ? `${JSON.stringify(outcomeOf(report))}\n` : `${reportText(report)}\n`);
  process.stderr.write(`Sidan med bilder: ${path.relative(process.cwd(), path.resolve(out))}\n`);
  process.exitCode = isSound(report) ? EXIT.pass : EXIT.fail;
}

const outcomeOf = (report: CheckReport): object => {
  const { folder, lines, people, results } = report;
  return { folder: path.resolve(folder), sound: isSound(report), lines, people, results };
};
