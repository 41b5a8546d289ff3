import path from 'node:path';
import { type IRunOptions, loadConfiguration, runCucumber } from '@cucumber/cucumber/api';
import type { ActivityKind } from '../domain/activity.ts';
import type { Area } from '../domain/area.ts';
import type { CareFlow } from '../domain/care-flow.ts';
import { InputError, inputErrorOf } from '../domain/input-error.ts';
import { placesOf } from '../input/project.ts';
import { careFlowFrom } from './care-flow-from.ts';
import { mistakesIn } from './checks/all.ts';
import type { Known } from './checks/check.ts';
import { FeatureReading } from './feature-reading.ts';
import { findFeatures } from './find-features.ts';
import { type PlannedScenario, planScenario } from './plan-scenario.ts';
import type { Recording } from './recording.ts';
import { sentencesOf } from './sentences.ts';
import { checkStepDefinitions } from './step-definition-check.ts';
import { type Steps, silentEnvironment } from './steps.ts';

export interface CompileOptions {
  /** The project's root; feature files are named relative to it. */
  readonly root: string;
  /** What {@link loadSteps} gave. */
  readonly steps: Steps;
  /** Feature files or folders; all of features/ when absent. */
  readonly paths?: readonly string[];
  /** What tags can claim; absent where tags are not held against any. */
  readonly requirements?: Known['requirements'];
}

/**
 * Compiles feature files into flows: cucumber-js reads them and says which sentence each step is, and the planning World
 * records what every step says.
 * @throws InputError for all mistakes in the feature files, or the first in a step definition
 */
export async function compileFlows({
  root,
  steps,
  paths = placesOf('features').map((folder) => path.relative(root, folder)),
  requirements,
}: CompileOptions): Promise<CareFlow[]> {
  checkStepDefinitions(steps.definitions);
  const reading = await readFeatures(root, steps, paths);
  const planned: PlannedScenario[] = [];
  for (const scenario of reading.scenarios) planned.push(await planScenario(scenario, steps));
  const known: Known = {
    requirements,
    sentenceFor: sentencesOf(steps.definitions),
    areaOf: (kind) => areaOf(steps, kind),
    ofAreas: steps.checks,
  };
  refuse([
    ...reading.mistakes,
    ...planned.flatMap(({ recording, mistakes }) => [
      ...mistakes,
      ...mistakesIn(recording, known, mistakes.length === 0),
    ]),
  ]);
  const flows = planned
    .map(({ recording }) => recording)
    .sort(byPlace)
    .map(careFlowFrom(steps.vocabulary));
  refuse(sameIdentities(flows));
  return flows;
}

function areaOf({ vocabulary, areas }: Steps, kind: ActivityKind): Area | undefined {
  const facts = vocabulary.of(kind);
  return areas.find(({ name }) => name === facts?.area);
}

async function readFeatures(root: string, steps: Steps, paths: readonly string[]): Promise<FeatureReading> {
  const environment = silentEnvironment(root);
  const files = await findFeatures(root, paths);
  const { runConfiguration } = await loadConfiguration(
    { file: false, provided: { paths: files, language: 'sv', publish: false, dryRun: true } },
    environment,
  );
  const reading = new FeatureReading();
  const options: IRunOptions = { ...runConfiguration, support: steps.library };
  await runCucumber(options, environment, (envelope) => reading.read(envelope));
  return reading;
}

function refuse(mistakes: readonly InputError[]): void {
  const error = inputErrorOf(mistakes);
  if (error !== undefined) throw error;
}

const byPlace = ({ location: a }: Recording, { location: b }: Recording): number =>
  a.file.localeCompare(b.file) || a.line - b.line;

/** Two flows of one identity could not be told apart from one run to the next. */
const sameIdentities = (flows: readonly CareFlow[]): InputError[] =>
  [...Map.groupBy(flows, ({ id }) => id).values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : others.map((flow) => sameIdentity(flow, first)),
  );

const sameIdentity = ({ id, name, location }: CareFlow, other: CareFlow): InputError =>
  new InputError(
    `Scenariot "${name}" går inte att skilja från det på ${placeOf(other, location.file)}: båda heter ${id}. ` +
      'Ge scenariot en egen titel, eller en egen tagg @flöde-… som inget annat har.',
    location,
  );

const placeOf = ({ location: { file, line } }: CareFlow, from: string): string =>
  file === from ? `rad ${line}` : `${file}:${line}`;
