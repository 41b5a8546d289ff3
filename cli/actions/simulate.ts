import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { compileFlows } from '../../flows/compile.ts';
import { loadSteps } from '../../flows/steps.ts';
import {
  prepareSimulation,
  resultText,
  simulationPage,
  simulationResult,
} from '../../simulation/day/index.ts';
import type { SimulateCommandOptions } from '../commands/simulate.ts';
import { simulationProgress } from '../progress/simulation-progress.ts';
import { ROOT } from '../project.ts';
import { newRunId, runFolder } from '../run-folder.ts';

/** `genrep simulate`: everything is read and checked before anything is played. */
export async function simulateDay(
  dayName: string,
  { replications, seed, whatIf, json, out }: SimulateCommandOptions,
): Promise<void> {
  const flows = await compileFlows({ root: ROOT, steps: await loadSteps(ROOT) });
  const prepared = prepareSimulation(dayName, whatIf, flows);
  const variants = prepared.questions.reduce((sum, question) => sum + question.variants.length, 0);
  const progress = simulationProgress(replications * (1 + variants));
  const result = await simulationResult(prepared, { replications, seed, progress });
  const folder = runFolder(newRunId(`${result.day}-simulate`, Date.now()), out);
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, 'simulate.html');
  await writeFile(file, simulationPage(result));
  process.stdout.write(json ? `${JSON.stringify(result)}\n` : resultText(result));
  process.stderr.write(`Sidan med bilder: ${path.relative(process.cwd(), file)}\n`);
}
