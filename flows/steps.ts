import path from 'node:path';
import { Writable } from 'node:stream';
import { type ISupportCodeLibrary, loadConfiguration, loadSupport } from '@cucumber/cucumber/api';
import { findAreas } from '../care/areas.ts';
import type { Area, Vocabulary } from '../domain/area.ts';
import { ROOT } from '../input/project.ts';
import type { FlowCheck } from './checks/check.ts';
import { refuseSentences, refuseUnknownPlaces } from './sentence-mistakes.ts';
import type { CallableStep } from './step-argument.ts';
import type { StepDefinitionSource } from './step-definition-check.ts';
import type { KnownStep } from './unknown-step.ts';

/** As much of a cucumber-js step definition as Genrep uses. */
export type StepDefinition = StepDefinitionSource & KnownStep & CallableStep & { readonly id: string };

/** The step definitions of a project, loaded, and what the areas tell of what they say. */
export interface Steps {
  readonly library: ISupportCodeLibrary;
  readonly definitions: readonly StepDefinition[];
  readonly vocabulary: Vocabulary;
  readonly areas: readonly Area[];
  /** What the areas hold flows against. */
  readonly checks: readonly FlowCheck[];
}

/** Sentences of no area: who the patient is, and that time goes by. */
const COMMON_STEPS = 'features/steps/*.ts';
const SUPPORT = 'features/support/{parameter-types,world,planning,hooks}.ts';

/** Support files for planning alone: nothing of a driver is loaded. */
const PLANNING_SUPPORT: readonly string[] = [SUPPORT, COMMON_STEPS];
/** Support files for planning and for robots. */
export const ROBOT_SUPPORT: readonly string[] = [SUPPORT, 'features/support/robot.ts', COMMON_STEPS];

const loaded = new Map<string, Promise<Steps>>();

/**
 * Loads support code and step definitions, once for each set of files: modules are not evaluated twice in a process, so
 * cucumber-js would find nothing the second time.
 * @param support globs in Genrep's own folder; the areas' sentences come beside
 * @throws InputError for a mistake in an area's sentences or their words
 */
export function loadSteps(root: string, support: readonly string[] = PLANNING_SUPPORT): Promise<Steps> {
  const key = JSON.stringify([root, support]);
  const steps = loaded.get(key) ?? load(root, support);
  loaded.set(key, steps);
  return steps;
}

async function load(root: string, support: readonly string[]): Promise<Steps> {
  const environment = silentEnvironment(root);
  const { steps, vocabulary, areas, checks } = await findAreas();
  const files = [...support.map((glob) => path.join(ROOT, glob)), ...steps];
  const { runConfiguration } = await loadConfiguration(
    { file: false, provided: { import: files.map((file) => path.relative(root, file)) } },
    environment,
  );
  const library = await loadSupport(runConfiguration, environment).catch((error: unknown) =>
    refuseSentences(error, steps),
  );
  refuseUnknownPlaces(library, steps);
  return { library, definitions: definitionsOf(library), vocabulary, areas, checks: await checks() };
}

/** cucumber-js keeps the type of a loaded library to itself; its step definitions are what its messages name. */
const definitionsOf = (library: ISupportCodeLibrary) =>
  (library as unknown as { stepDefinitions: Steps['definitions'] }).stepDefinitions;

/** Where cucumber-js runs when nobody shall see its own report. */
export const silentEnvironment = (cwd: string) => ({ cwd, stdout: nowhere(), stderr: nowhere() });

const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });
