import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { InputError } from '../../../domain/input-error.ts';
import { exitCodeOf } from '../../../domain/outcome.ts';
import { readHistory } from '../../../reports/history.ts';
import { measureLabs } from '../../../reports/lab/measure-lab.ts';
import { loadFirstWeeks } from '../../../scenarios/load-first-weeks.ts';
import { loadStage } from '../../../scenarios/load-stage.ts';
import { supportPage } from '../../../weeks/page/support.ts';
import { type LabHelp, questionsOf } from '../../../weeks/support/questions.ts';
import { type SupportResult, simulateSupport } from '../../../weeks/support/simulate-support.ts';
import { makeReports } from '../../make-reports.ts';
import { findRun, newRun } from '../../run-folder.ts';
import { withJournal } from '../../with-journal.ts';

/** As commander hands them over. */
export interface SupportCommandOptions {
  readonly lab: readonly string[];
  readonly replications: number;
  readonly seed: number;
  readonly sign?: string;
  readonly out?: string;
  readonly replace?: true;
  readonly json?: true;
}

/** `genrep weeks support`: the queue for help in the first weeks, simulated; each figure is evidence that a gate can read. */
export async function foreseeSupport(name: string, options: SupportCommandOptions): Promise<void> {
  const { replications, seed, sign, json } = options;
  const { plan } = loadFirstWeeks(name);
  const stage = loadStage(plan.stage);
  const questions = questionsOf(plan, await helpIn(options.lab));
  const { id: run, folder } = await newRun(`${plan.stage}-support`, options);
  const beginning = {
    ...{ run, stage, seed, flows: [], planned: 0, speed: 1 },
    command: 'simulate',
    title: `${plan.title}, stödet simulerat`,
  } as const;
  let told: SupportResult | undefined;
  await withJournal({ folder, sign, beginning }, async ({ sink }) => {
    told = simulateSupport(plan, questions, { replications, seed });
    for (const estimate of told.estimates) sink({ type: 'estimate', ...estimate });
  });
  if (told === undefined) return;
  const page = path.join(folder, 'support.html');
  await writeFile(page, supportPage(told, plan));
  const { readiness } = await makeReports(folder, { allure: false });
  const { outcome, conclusion } = readiness;
  process.stdout.write(
    json === true
      ? `${JSON.stringify({ ...told, outcome, conclusion })}\n`
      : `${textOf(told)}\n${conclusion.headline.sv}. ${conclusion.stage.sv}\n`,
  );
  process.exitCode = exitCodeOf(outcome);
  process.stderr.write(`Sidan om stödet: ${path.relative(process.cwd(), page)}\n`);
}

/** What people asked for in labs; a lab that nobody came to says nothing, and is refused. */
async function helpIn(runs: readonly string[]): Promise<LabHelp | undefined> {
  if (runs.length === 0) return undefined;
  const histories = await Promise.all(runs.map((run) => readHistory(findRun(run))));
  const all = measureLabs(histories)?.all;
  if (all === undefined || all.cards === 0)
    throw new InputError(
      `I ${runs.join(', ')} gjorde ingen människa något kort; ange ett labb som någon deltog i.`,
    );
  return { runs: histories.map(({ started }) => started.run), cards: all.cards, helped: all.helped };
}

const textOf = ({ questions, estimates, staffing }: SupportResult): string =>
  [
    `Frågor på 100 användare och dag: ${questions.weeks.map((each) => each.toFixed(1)).join(', ')} (${questions.from.sv})`,
    ...estimates
      .filter(({ id }) => id.endsWith('/wait-p90') || id.endsWith('/gave-up'))
      .map(({ sv, mean, unit }) => `${sv} ${figure(mean, unit)}`),
    ...staffing.map(
      ({ staffing: share, lines }) =>
        `Bemanning ${Math.round(share * 100)} %, vecka 1: ${lines
          .map(({ key, wait90 }) => `${key} ${figure(wait90.mean, 'minutes')}`)
          .join(', ')}`,
    ),
  ].join('\n');

function figure(mean: number | null, unit: 'minutes' | 'share' | 'count'): string {
  if (mean === null) return '–';
  return unit === 'share'
    ? `${(100 * mean).toFixed(1)} %`
    : `${mean.toFixed(1)}${unit === 'minutes' ? ' min' : ''}`;
}
