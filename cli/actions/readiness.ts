import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { InputError } from '../../domain/input-error.ts';
import { exitCodeOf, outcomeOf } from '../../domain/outcome.ts';
import type { Stage } from '../../domain/stage.ts';
import { readDecisions } from '../../evidence/decisions.ts';
import { approvalsPage } from '../../reports/approvals/page.ts';
import { type RunHistory, readHistory } from '../../reports/history.ts';
import { summaryText } from '../../reports/terminal.ts';
import type { TrainingResult } from '../../reports/training/measure-training.ts';
import { trainingPage } from '../../reports/training/page.ts';
import { writeReadiness } from '../../reports/write-readiness.ts';
import { checkStageAgainstFlows } from '../../scenarios/check-stage-against-flows.ts';
import { namesOf } from '../../scenarios/find-scenario.ts';
import { loadDeviations } from '../../scenarios/load-deviations.ts';
import { loadFirstWeeks } from '../../scenarios/load-first-weeks.ts';
import { loadHazards } from '../../scenarios/load-hazards.ts';
import { loadStage } from '../../scenarios/load-stage.ts';
import { earlierRuns } from '../earlier-runs.ts';
import { decisionsFolder, findRun, newRun } from '../run-folder.ts';
import { approvableIn, readApprovals } from '../stage-approvals.ts';
import { countTraining, type TrainingFiles } from '../training-files.ts';
import { writtenFlows } from '../written-flows.ts';

/** As commander hands them over. */
export interface ReadinessOptions extends Omit<TrainingFiles, 'records'> {
  readonly training?: readonly string[];
  readonly json?: true;
  readonly mixedSystems?: true;
  readonly deviations?: string;
  readonly decisions?: string;
  readonly previous: readonly string[];
  readonly out?: string;
}

/** `genrep readiness`: all gates of a stage against the evidence of all runs made for it. */
export async function weighReadiness(
  stageName: string,
  runs: readonly string[],
  options: ReadinessOptions,
): Promise<void> {
  const stage = loadStage(stageName);
  const flows = await writtenFlows();
  checkStageAgainstFlows(stage, flows);
  const deviations = loadDeviations(stage, options.deviations);
  const weeks = namesOf('weeks').includes(stage.name) ? loadFirstWeeks(stage.name).plan : undefined;
  const requirements = stage.requirements.map(({ id }) => id);
  const hazards = loadHazards({ requirements, flows });
  const read = await readRuns(runs);
  const histories = read.map(({ history }) => history);
  const decisions = await readDecisions(decisionsFolder(stage.name, options.decisions));
  const now = Date.now();
  const training = trainingIn(stage, options, histories, now);
  const { folder } = await newRun(`klartecken-${stage.name}`, options);
  refuseWritten(folder);
  const approvals = await readApprovals(stage, approvableIn(stage, flows), now, decisions);
  const written = await writeReadiness(read, hazards, folder, {
    stage,
    ...(deviations === undefined ? {} : { deviations }),
    decisions,
    approvals,
    ...(training === undefined ? {} : { training }),
    ...(weeks === undefined ? {} : { weeks }),
    mixedSystems: options.mixedSystems === true,
    earlier: await earlierRuns(options.previous, histories),
  });
  await writeFile(path.join(folder, 'approvals.html'), approvalsPage(approvals, stage.title));
  if (training !== undefined)
    await writeFile(path.join(folder, 'training.html'), trainingPage(training, stage.title));
  const { readiness, page, steering } = written;
  process.stdout.write(
    options.json ? `${JSON.stringify(readiness)}\n` : summaryText(readiness, page, process.stdout.isTTY),
  );
  process.stderr.write(`Styrgruppens blad: ${steering}\n`);
  process.exitCode = exitCodeOf(outcomeOf(readiness.verdict));
}

/** Nothing where no records are given: a roster alone tells who works there and not who is trained. */
function trainingIn(
  stage: Stage,
  { training: records, ...files }: ReadinessOptions,
  labs: readonly RunHistory[],
  now: number,
): TrainingResult | undefined {
  if (records !== undefined) return countTraining(stage, { ...files, records }, labs, now);
  if (files.roster === undefined && files.seats === undefined) return undefined;
  throw new InputError(
    'Ange kursregistret med --training; schemat och platserna säger inte vilka som är utbildade.',
  );
}

/** The same run twice would count all that happened in it twice. */
async function readRuns(runs: readonly string[]) {
  const read = await Promise.all(
    runs.map(async (run) => ({ folder: findRun(run), history: await readHistory(findRun(run)) })),
  );
  const ids = read.map(({ history }) => history.started.run);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) {
    throw new InputError(`Körningen ${twice} är angiven två gånger; ange var körning en gång.`);
  }
  return read;
}

function refuseWritten(folder: string): void {
  const there = entriesOf(folder);
  if (!there.includes('readiness.json') && !there.includes('evidence.ndjson')) return;
  throw new InputError(
    `I ${path.relative(process.cwd(), folder)} finns redan ett underlag; ange en annan mapp med --out.`,
  );
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
