import { type IRunOptions, loadConfiguration, runCucumber } from '@cucumber/cucumber/api';
import type { CareFlow } from '../domain/care-flow.ts';
import { InputError } from '../domain/input-error.ts';
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
  const flows = transcript.recordings().map(careFlowFrom);
  requireOwnIdentities(flows);
  return flows;
}

/** Two flows of one identity could not be told apart from one run to the next. */
function requireOwnIdentities(flows: readonly CareFlow[]): void {
  const first = new Map<string, CareFlow>();
  for (const flow of flows) {
    const other = first.get(flow.id);
    if (other !== undefined) throw sameIdentity(flow, other);
    first.set(flow.id, flow);
  }
}

const sameIdentity = ({ id, name, location }: CareFlow, other: CareFlow): InputError =>
  new InputError(
    `Scenariot "${name}" går inte att skilja från det på ${placeOf(other, location.file)}: båda heter ${id}. ` +
      'Ge scenariot en egen titel, eller en egen tagg @flöde-… som inget annat har.',
    location,
  );

const placeOf = ({ location: { file, line } }: CareFlow, from: string): string =>
  file === from ? `rad ${line}` : `${file}:${line}`;
