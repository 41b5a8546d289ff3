import path from 'node:path';
import process from 'node:process';
import { EVIDENCE_VERSION } from '../../domain/evidence.ts';
import { compileFlows } from '../../flows/compile.ts';
import { loadSteps } from '../../flows/steps.ts';
import { loadStage } from '../../scenarios/load-stage.ts';
import { prepareSimulation, resultText, simulationResult } from '../../simulation/day/index.ts';
import type { SimulateCommandOptions } from '../commands/simulate.ts';
import { openJournaling } from '../journaling.ts';
import { makeReports } from '../make-reports.ts';
import { simulationProgress } from '../progress/simulation-progress.ts';
import { ROOT, VERSION } from '../project.ts';
import { newRunId, runFolder } from '../run-folder.ts';
import { readSigningKey } from '../signing-key.ts';
import { eventsOf } from '../simulation-evidence.ts';

/** `genrep simulate`: everything is read and checked before anything is played; what came of it is evidence. */
export async function simulateDay(
  dayName: string,
  { replications, seed, whatIf, json, out, sign }: SimulateCommandOptions,
): Promise<void> {
  const flows = await compileFlows({ root: ROOT, steps: await loadSteps(ROOT) });
  const prepared = prepareSimulation(dayName, whatIf, flows);
  const { day } = prepared.simulated;
  const stage = loadStage(day.stage);
  const id = newRunId(`${day.name}-simulate`, Date.now());
  const folder = runFolder(id, out);
  const key = readSigningKey(sign);
  const journal = await openJournaling(folder, {
    secrets: [],
    ...(key === undefined ? {} : { signer: key.signer }),
    onFailure: () => undefined, // Whoever writes learns of it too, and there is no system to leave in peace.
  });
  let interrupted = true;
  try {
    journal.sink({
      type: 'run-started',
      evidenceVersion: EVIDENCE_VERSION,
      run: id,
      genrep: VERSION,
      command: 'simulate',
      title: `${day.title}, simulerad`,
      stage,
      flows: [],
      seed,
      planned: 0,
      speed: 1,
    });
    await journal.flush();
    const variants = prepared.questions.reduce((sum, question) => sum + question.variants.length, 0);
    const progress = simulationProgress(replications * (1 + variants));
    const result = await simulationResult(prepared, { replications, seed, progress });
    for (const event of eventsOf(result)) journal.sink(event);
    interrupted = false;
    process.stdout.write(json ? `${JSON.stringify(result)}\n` : resultText(result));
  } finally {
    journal.sink({ type: 'run-ended', interrupted });
    await journal.close();
  }
  const { simulation } = await makeReports(folder, { allure: false });
  process.stderr.write(`Sidan med bilder: ${path.relative(process.cwd(), simulation ?? folder)}\n`);
}
