import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { Draws } from '../../domain/care-flow.ts';
import { InputError } from '../../domain/input-error.ts';
import type { TrialCase, TrialPlan } from '../../domain/trial.ts';
import { EXIT, type ExitCode } from '../../domain/verdict.ts';
import { verifyIntegrity } from '../../evidence/verify.ts';
import { trialMarkdown } from '../../reports/trial/markdown.ts';
import { trialPage } from '../../reports/trial/page.ts';
import { PLAN_FILE, readPlan, readTrial } from '../../reports/trial/read-trial.ts';
import { figuresOf, meetsGoal, type TrialResult } from '../../reports/trial/trial.ts';
import { interruptible, RunInterrupted } from '../interruption.ts';
import { VERSION } from '../project.ts';
import { findRun, newRun } from '../run-folder.ts';
import { casesFor } from '../trial/cases.ts';
import { openStage, type TrialStage } from '../trial/play.ts';

/** As commander hands them over. */
export interface TrialOptions {
  readonly sample?: number;
  readonly faults?: readonly string[];
  readonly clean: number;
  readonly patients: number;
  readonly parallel?: number;
  readonly seed: number;
  readonly draws?: Draws;
  readonly crowd: number;
  readonly out?: string;
  readonly resume?: string;
  readonly json?: true;
}

/** `genrep trial`: plants one fault after the other, and counts what is found. */
export async function runTrial(options: TrialOptions): Promise<void> {
  const { folder, plan } = options.resume === undefined ? await begin(options) : await goOn(options.resume);
  const parallel = options.parallel ?? os.availableParallelism();
  await playAll(folder, plan, parallel);
  const result = await readTrial(folder);
  const page = path.join(folder, 'trial.html');
  await writeFile(page, trialPage(result));
  await writeFile(path.join(folder, 'trial.md'), trialMarkdown(result));
  await writeFile(path.join(folder, 'trial.json'), `${JSON.stringify(result, null, 1)}\n`);
  await writeFile(path.join(folder, 'trial-figures.json'), `${JSON.stringify(figuresOf(result), null, 1)}\n`);
  process.stdout.write(options.json === true ? `${JSON.stringify(result)}\n` : summaryOf(result, page));
  process.exitCode = exitCodeFor(result);
}

async function begin(options: TrialOptions): Promise<{ folder: string; plan: TrialPlan }> {
  const { seed, patients, draws, crowd } = options;
  const cases = casesFor(options);
  const { folder } = await newRun('trial', options);
  if (existsSync(path.join(folder, PLAN_FILE))) {
    throw new InputError(
      `I ${folder} står redan en prövning; fortsätt den med --resume, eller ange en annan mapp.`,
    );
  }
  const plan: TrialPlan = {
    version: 1,
    genrep: VERSION,
    seed,
    patients,
    ...(draws === undefined ? {} : { draws }),
    ...(crowd === 0 ? {} : { crowd }),
    cases,
  };
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, PLAN_FILE), `${JSON.stringify(plan, null, 1)}\n`);
  return { folder, plan };
}

async function goOn(name: string): Promise<{ folder: string; plan: TrialPlan }> {
  const folder = findRun(name);
  return { folder, plan: await readPlan(folder) };
}

/** Plays what has not been played; a case that was cut off is played anew. */
async function playAll(folder: string, plan: TrialPlan, parallel: number): Promise<void> {
  const left: TrialCase[] = [];
  for (const one of plan.cases) {
    if (await isPlayed(path.join(folder, one.name))) continue;
    await rm(path.join(folder, one.name), { recursive: true, force: true });
    left.push(one);
  }
  let played = plan.cases.length - left.length;
  await interruptible(async (signal) => {
    const stage = await openStage(plan);
    const next = left[Symbol.iterator]();
    const lane = async (): Promise<void> => {
      for (const one of next) {
        if (signal.aborted) return;
        await playCase(stage, one, path.join(folder, one.name), signal);
        if (signal.aborted) return;
        played += 1;
        process.stderr.write(`${played} av ${plan.cases.length}  ${one.name}\n`);
      }
    };
    await Promise.all(Array.from({ length: parallel }, lane));
    if (signal.aborted) throw new RunInterrupted('trial', folder);
  });
}

/** Of what was cut off nothing is kept, so that it is played anew. */
async function playCase(
  stage: TrialStage,
  one: TrialCase,
  folder: string,
  signal: AbortSignal,
): Promise<void> {
  try {
    await stage.play(one, folder, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
    await rm(folder, { recursive: true, force: true });
  }
}

const isPlayed = async (folder: string): Promise<boolean> =>
  existsSync(path.join(folder, 'evidence.ndjson')) && (await verifyIntegrity(folder)).ending === 'complete';

function exitCodeFor(result: TrialResult): ExitCode {
  const held = meetsGoal(result);
  if (held === undefined) return EXIT.inconclusive;
  return held ? EXIT.pass : EXIT.fail;
}

function summaryOf(result: TrialResult, page: string): string {
  const { all, notExercised, falseAlarms, cases, alarmed } = result;
  const missed = cases.filter(({ outcome }) => outcome === 'missed').map(({ name }) => name);
  const lines = [
    `Hittade ${all.found.count} av ${all.found.of} fel, namngav ${all.named.count} rätt.`,
    `Larm utan fel: ${falseAlarms.count} av ${falseAlarms.of} körningar${alarmed.length === 0 ? '' : ` (${alarmed.join(', ')})`}.`,
    ...(missed.length === 0 ? [] : [`Missade: ${missed.join(', ')}.`]),
    ...(notExercised.length === 0 ? [] : [`Fick inget tillfälle: ${notExercised.join(', ')}.`]),
    page,
  ];
  return `${lines.join('\n')}\n`;
}
