import { type IRunOptions, loadConfiguration, runCucumber } from '@cucumber/cucumber/api';
import type { CareFlow } from '../domain/care-flow.ts';
import { careFlowFrom } from './care-flow-from.ts';
import { findFeatures } from './find-features.ts';
import { PlanningTranscript } from './planning-transcript.ts';
import { checkStepDefinitions } from './step-definition-check.ts';
import { type Steps, silentEnvironment } from './steps.ts';

export interface CompileOptions {
  /** The project's root; feature files are named relative to it. */
  readonly root: string;
  /** What {@link loadSteps} gave. */
  readonly steps: Steps;
  /** Feature files or folders; all of features/ when absent. */
  readonly paths?: readonly string[];
}

/**
 * Compiles feature files into flows: cucumber-js runs them with the planning World, which records what every step says.
 * @throws InputError for the first thing in a feature file or step definition that cannot be compiled
 */
export async function compileFlows({
  root,
  steps,
  paths = ['features'],
}: CompileOptions): Promise<CareFlow[]> {
  checkStepDefinitions(steps.definitions);
  const environment = silentEnvironment(root);
  const { runConfiguration } = await loadConfiguration(
    { file: false, provided: { paths: await findFeatures(root, paths), language: 'sv', publish: false } },
    environment,
  );
  const transcript = new PlanningTranscript(steps.definitions);
  const options: IRunOptions = { ...runConfiguration, support: steps.library };
  await runCucumber(options, environment, (envelope) => transcript.read(envelope));
  return transcript.recordings().map(careFlowFrom(ordinals()));
}

/** Numbers the scenarios and example rows of each file in the order they are written. */
function ordinals(): (file: string) => number {
  const counts = new Map<string, number>();
  return (file) => {
    const ordinal = (counts.get(file) ?? 0) + 1;
    counts.set(file, ordinal);
    return ordinal;
  };
}
