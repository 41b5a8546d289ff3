import process from 'node:process';
import { InputError } from '../../domain/input-error.ts';
import { readHistory } from '../../reports/history.ts';
import { readinessOf } from '../../reports/readiness.ts';
import { summaryText } from '../../reports/terminal.ts';
import { loadStage } from '../../scenarios/load-stage.ts';
import type { ReadinessOptions } from '../commands/readiness.ts';
import { exitCodeOfDecision } from '../conclude-run.ts';
import { findRun } from '../run-folder.ts';

/** `genrep readiness`: the gates of a stage against the evidence of all runs made for it. */
export async function weighReadiness(
  stageName: string,
  runs: readonly string[],
  { json }: ReadinessOptions,
): Promise<void> {
  const stage = loadStage(stageName);
  const histories = await Promise.all(runs.map((run) => readHistory(findRun(run))));
  for (const { started } of histories) {
    if (started.stage.hash === stage.hash) continue;
    throw new InputError(
      started.stage.name === stage.name
        ? `Etappen ${stage.name} har ändrats sedan körningen ${started.run}; dess grindar gäller inte längre den. Kör om.`
        : `Körningen ${started.run} gjordes för etappen ${started.stage.name}, inte för ${stage.name}.`,
    );
  }
  const readiness = readinessOf(histories);
  process.stdout.write(json ? `${JSON.stringify(readiness)}\n` : summaryText(readiness));
  process.exitCode = exitCodeOfDecision(readiness);
}
