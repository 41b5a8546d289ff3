import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { InputError } from '../../domain/input-error.ts';
import { exitCodeOf, outcomeOf } from '../../domain/outcome.ts';
import { worst } from '../../domain/verdict.ts';
import { judgeTraining } from '../../reports/gates/staff-trained.ts';
import { readHistory } from '../../reports/history.ts';
import { unknownSeats } from '../../reports/training/lab-records.ts';
import { lackingCsv } from '../../reports/training/lacking-csv.ts';
import { trainingPage } from '../../reports/training/page.ts';
import { trainingText } from '../../reports/training/text.ts';
import { loadStage } from '../../scenarios/load-stage.ts';
import { readSeats } from '../../scenarios/training/read-records.ts';
import { findRun, newRun } from '../run-folder.ts';
import { countTraining } from '../training-files.ts';

/** As commander hands them over. */
export interface TrainingOptions {
  readonly roster?: string;
  readonly labs?: readonly string[];
  readonly seats?: string;
  readonly plan?: string;
  readonly out?: string;
  readonly json?: true;
}

/** `genrep training`: who of those who will work there is trained, counted from raw records. */
export async function countTrained(
  stageName: string,
  files: readonly string[],
  { labs = [], out, json, ...where }: TrainingOptions,
): Promise<void> {
  if (labs.length > 0 && where.seats === undefined) {
    throw new InputError('Säg med --seats vem som satt var i labben; utan det räknas de för ingen.');
  }
  const stage = loadStage(stageName);
  const runs = await Promise.all(labs.map((run) => readHistory(findRun(run))));
  const nameless = unknownSeats(runs, where.seats === undefined ? [] : readSeats(where.seats));
  if (nameless > 0)
    process.stderr.write(`${nameless} platser i labben är ingens enligt --seats och räknas för ingen.\n`);
  const result = countTraining(stage, { ...where, records: files }, runs, Date.now());
  const gates = stage.gates.map(({ gate }) => gate).filter((gate) => gate.kind === 'staff-trained');
  const limits = gates.length === 0 ? [EVERYBODY] : gates;
  const { folder } = await newRun(`utbildning-${stage.name}`, out === undefined ? {} : { out });
  await mkdir(folder, { recursive: true });
  const page = path.join(folder, 'training.html');
  await writeFile(page, trainingPage(result, stage.title));
  await writeFile(path.join(folder, 'training.json'), `${JSON.stringify(result, null, 2)}\n`);
  await writeFile(path.join(folder, 'lacking.csv'), lackingCsv(result));
  process.stdout.write(json ? `${JSON.stringify(result)}\n` : `${trainingText(result)}\n${page}\n`);
  process.exitCode = exitCodeOf(
    outcomeOf(worst(limits.map((limit) => judgeTraining(limit, result).verdict))),
  );
}

/** Where the stage has no gate for it. */
const EVERYBODY = { atLeast: 1 };
