import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { InputError } from '../../domain/input-error.ts';
import { FEW_FLOWS, type ShrinkResult } from '../../domain/shrink.ts';
import { EXIT, type ExitCode } from '../../domain/verdict.ts';
import { shrinkPage } from '../../reports/shrink/page.ts';
import { shrinkText } from '../../reports/shrink/text.ts';
import { interruptible } from '../interruption.ts';
import { makeReports } from '../make-reports.ts';
import { findRun, newRun } from '../run-folder.ts';
import { openShrinking, type Shrinking } from '../shrink/open.ts';
import { beginShrinking, goOnShrinking, type ShrinkPlan } from '../shrink/plan.ts';
import { shrinkAll } from '../shrink/shrink-all.ts';

/** As commander hands them over. */
export interface ShrinkOptions {
  readonly runs: number;
  readonly cause?: number;
  readonly system?: string;
  readonly out?: string;
  readonly resume?: string;
  readonly json?: true;
}

/** `genrep shrink`: from a red run to the fewest patients and steps that show each of its causes. */
export async function shrinkRun(run: string | undefined, options: ShrinkOptions): Promise<void> {
  const { folder, plan, shrinking } =
    options.resume === undefined ? await begin(run, options) : await goOn(options.resume);
  const result = await interruptible((signal) =>
    shrinkAll(shrinking, {
      ...{ folder, most: plan.most, signal },
      progress: (played, flows) =>
        process.stderr.write(`${played} av högst ${plan.most} korta körningar  ${flows} flöden\n`),
    }),
  );
  for (const { smallest } of result.causes)
    if (smallest !== undefined) await makeReports(path.join(folder, smallest.run), { allure: false });
  const page = path.join(folder, 'shrink.html');
  await writeFile(page, shrinkPage(result));
  await writeFile(path.join(folder, 'shrink.json'), `${JSON.stringify(result, null, 1)}\n`);
  process.stdout.write(options.json === true ? `${JSON.stringify(result)}\n` : shrinkText(result, page));
  process.exitCode = exitCodeFor(result);
}

interface Opened {
  readonly folder: string;
  readonly plan: ShrinkPlan;
  readonly shrinking: Shrinking;
}

/** What cannot be shrunk leaves no folder behind. */
async function begin(named: string | undefined, options: ShrinkOptions): Promise<Opened> {
  if (named === undefined)
    throw new InputError(
      'Ange vilken röd körning som ska krympas, till exempel runs/KÖRNING, eller --resume.',
    );
  const run = findRun(named);
  const { cause, system } = options;
  const wanted = {
    ...(cause === undefined ? {} : { cause }),
    ...(system === undefined ? {} : { system }),
  };
  const shrinking = await openShrinking({ run, ...wanted });
  const { folder } = await newRun('shrink', options);
  const plan: ShrinkPlan = { version: 1, run: path.relative(folder, run), most: options.runs, ...wanted };
  await beginShrinking(folder, plan);
  return { folder, plan, shrinking };
}

async function goOn(named: string): Promise<Opened> {
  const folder = findRun(named);
  const plan = await goOnShrinking(folder);
  const shrinking = await openShrinking({ ...plan, run: path.resolve(folder, plan.run) });
  return { folder, plan, shrinking };
}

/** Every cause has come down to what a person can look through, or it cannot be told. */
const exitCodeFor = ({ causes }: ShrinkResult): ExitCode =>
  causes.every(({ smallest }) => smallest !== undefined && smallest.flows.length <= FEW_FLOWS)
    ? EXIT.pass
    : EXIT.inconclusive;
