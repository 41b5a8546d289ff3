import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { InputError } from '../../domain/input-error.ts';
import { writeDistributed } from '../../load/distributed/write-distributed.ts';
import type { LoadHeader } from '../../load/plan/load-plan.ts';
import { collectLoad } from '../../load/run/collect-load.ts';
import { requireLoadTarget } from '../../load/target.ts';
import { loadProfile } from '../../systems/load-profile.ts';
import { careAreas } from '../care-areas.ts';
import { concludeRun } from '../conclude-run.ts';
import { readDay } from '../prepare-day.ts';
import { type LoadChoices, prepareLoad } from '../prepare-load.ts';
import { newRun, runFolder } from '../run-folder.ts';
import { withJournal } from '../with-journal.ts';
import type { LoadOptions } from './load.ts';

/** What is remembered beside the files, so that the same plan can be made again when the logs come home. */
interface Remembered extends LoadChoices {
  readonly run: string;
  readonly planHash: string;
}

const MEMORY = 'load.json';
const LOAD = 'load-1';

/** `genrep load … --distributed N --out DIR`: writes what a cluster runs, and touches no system. */
export async function distributeLoad(dayName: string, options: LoadOptions): Promise<void> {
  const written = await readDay(dayName);
  const { profile, hours, multiply, in: length, seed, segments } = options;
  const choices: LoadChoices = {
    ...{ profile, seed, segments },
    ...(hours === undefined ? {} : { hours }),
    ...(multiply === undefined ? {} : { multiply }),
    ...(length === undefined ? {} : { in: length }),
  };
  const target = loadProfile(options.system);
  requireLoadTarget(target);
  const plan = await prepareLoad(written, choices);
  const { id: run, folder } = await newRun(`${written.day.name}-load`, options);
  const { fhirFiles: areas } = await careAreas();
  await writeDistributed({ folder, run, load: LOAD, plan, areas, profile: target, day: dayName });
  const remembered: Remembered = { ...choices, run, planHash: plan.facts.planHash };
  await writeFile(path.join(folder, MEMORY), JSON.stringify(remembered, null, 2));
  const { planned } = plan.facts;
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ run, folder, planned, segments })}\n`
      : `${planned} flöden i ${segments} delar: ${path.relative(process.cwd(), folder) || '.'}\nHur de startas står i START.md.\n`,
  );
}

/** `genrep load … --collect DIR`: one run's evidence and reports of what the cluster's generators said. */
export async function collectDistributedLoad(
  dayName: string,
  collected: string,
  options: LoadOptions,
): Promise<void> {
  const { run, planHash, ...choices } = await remember(collected);
  const written = await readDay(dayName);
  const plan = await prepareLoad(written, choices);
  if (plan.facts.planHash !== planHash) {
    throw new InputError(
      `Dagen ${dayName} ger inte den plan som ${collected} skrevs för; använd samma dag, flöden och version av Genrep.`,
    );
  }
  const header: LoadHeader = JSON.parse(await readFile(path.join(collected, 'files', 'header.json'), 'utf8'));
  const description = { name: header.profile.name, software: 'okänd programvara', version: 'okänd version' };
  const folder = runFolder(run, options.out);
  const beginning = {
    ...{ run, stage: written.stage, seed: choices.seed, flows: plan.flows },
    command: 'load',
    title: `${written.day.title}: ${plan.facts.title}`,
    system: description,
    planHash: plan.facts.planHash,
    planned: 0,
    speed: plan.facts.speed,
  } as const;
  await withJournal({ folder, sign: options.sign, beginning }, ({ sink }) =>
    collectLoad({ logs: path.join(collected, 'logs'), load: LOAD, plan, sink }),
  );
  process.exitCode = await concludeRun(folder, { json: options.json === true, allure: false });
}

async function remember(folder: string): Promise<Remembered> {
  try {
    return JSON.parse(await readFile(path.join(folder, MEMORY), 'utf8'));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(
      `${folder} är ingen mapp som "genrep load --distributed" har skrivit (${why}); ange den mappen.`,
    );
  }
}
