import path from 'node:path';
import process from 'node:process';
import { exitCodeOf } from '../../domain/outcome.ts';
import { loadStage } from '../../scenarios/load-stage.ts';
import { prepareSimulation, resultText, simulationResult } from '../../simulation/day/index.ts';
import { makeReports } from '../make-reports.ts';
import { simulationProgress } from '../progress/simulation-progress.ts';
import { newRun } from '../run-folder.ts';
import { eventsOf } from '../simulation-evidence.ts';
import { withJournal } from '../with-journal.ts';
import { writtenFlows } from '../written-flows.ts';

/** As commander hands them over. */
export interface SimulateCommandOptions {
  readonly replications: number;
  readonly seed: number;
  readonly whatIf: readonly string[];
  readonly json?: true;
  readonly out?: string;
  readonly replace?: true;
  readonly sign?: string;
}

/** `genrep simulate`: everything is read and checked before anything is played; what came of it is evidence. */
export async function simulateDay(dayName: string, options: SimulateCommandOptions): Promise<void> {
  const { replications, seed, whatIf, json, sign } = options;
  const flows = await writtenFlows();
  const prepared = prepareSimulation(dayName, whatIf, flows);
  const { day } = prepared.simulated;
  const stage = loadStage(day.stage);
  const { id: run, folder } = await newRun(`${day.name}-simulate`, options);
  const beginning = {
    ...{ run, stage, seed },
    command: 'simulate',
    title: `${day.title}, simulerad`,
    flows: [],
    planned: 0,
    speed: 1,
  } as const;
  let told: Awaited<ReturnType<typeof simulationResult>> | undefined;
  await withJournal({ folder, sign, beginning }, async (journal) => {
    await journal.flush();
    const variants = prepared.questions.reduce((sum, question) => sum + question.variants.length, 0);
    const progress = simulationProgress(replications * (1 + variants));
    const result = await simulationResult(prepared, { replications, seed, progress });
    for (const event of eventsOf(result)) journal.sink(event);
    told = result;
  });
  const { simulation, readiness } = await makeReports(folder, { allure: false });
  const { outcome, conclusion } = readiness;
  if (told !== undefined)
    process.stdout.write(
      json
        ? `${JSON.stringify({ ...told, outcome, conclusion })}\n`
        : `${resultText(told)}\n${conclusion.headline.sv}. ${conclusion.stage.sv}\n`,
    );
  process.exitCode = exitCodeOf(outcome);
  process.stderr.write(`Sidan med bilder: ${path.relative(process.cwd(), simulation ?? folder)}\n`);
}
