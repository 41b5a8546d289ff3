import type { ITestCaseHookParameter, ITestStepHookParameter, IWorldOptions } from '@cucumber/cucumber';
import { InputError, type InputPosition } from '../domain/input-error.ts';
import type { ReadScenario, ReadStep } from './feature-reading.ts';
import { RECORDING_MEDIA_TYPE, type Recording } from './recording.ts';
import { argumentsOf } from './step-argument.ts';
import type { Steps } from './steps.ts';
import { explainUnknownStep } from './unknown-step.ts';

/** What a scenario recorded, and what of it could not be read. */
export interface PlannedScenario {
  readonly recording: Recording;
  readonly mistakes: readonly InputError[];
}

/** `this` of the step definitions, as the planning World makes it. */
interface PlanningWorld {
  readonly interpreter: {
    begin(scenario: ITestCaseHookParameter): Promise<void>;
    beforeStep(step: ITestStepHookParameter): void;
    end(scenario: ITestCaseHookParameter): Promise<unknown>;
  };
}

/**
 * Has the planning World record a scenario, every step of it whatever is wrong with one: cucumber-js itself stops at the
 * first, and a test lead would be told one mistake a round.
 */
export async function planScenario(scenario: ReadScenario, steps: Steps): Promise<PlannedScenario> {
  const { pickle, document } = scenario;
  let recording: Recording | undefined;
  const world = newWorld(steps, (data, mediaType) => {
    if (mediaType === RECORDING_MEDIA_TYPE) recording = JSON.parse(data) as Recording;
  });
  const hook = { pickle, gherkinDocument: document } as ITestCaseHookParameter;
  await world.interpreter.begin(hook);
  const lines = linesIn(document);
  const mistakes: InputError[] = [];
  for (const read of scenario.steps) {
    world.interpreter.beforeStep({ pickleStep: read.step } as ITestStepHookParameter);
    const told = await mistakeIn(read, steps, world);
    if (told === undefined) continue;
    const line = read.step.astNodeIds.map((id) => lines.get(id)).find((found) => found !== undefined);
    const position: InputPosition = { file: pickle.uri, ...(line === undefined ? {} : { line }) };
    mistakes.push(new InputError(told, position));
  }
  await world.interpreter.end(hook);
  if (recording === undefined) throw new Error(`${pickle.uri}: the planning World recorded nothing.`);
  return { recording, mistakes };
}

function newWorld({ library }: Steps, attach: (data: string, mediaType: string) => void): PlanningWorld {
  const { World } = library as unknown as { World: new (options: IWorldOptions) => PlanningWorld };
  const nothing = (): void => undefined;
  return new World({
    attach: attach as IWorldOptions['attach'],
    log: nothing,
    link: nothing,
    parameters: { mode: 'plan' },
  });
}

async function mistakeIn(
  { step, definitions: ids }: ReadStep,
  { definitions }: Steps,
  world: PlanningWorld,
): Promise<string | undefined> {
  const [definition, ...others] = definitions.filter(({ id }) => ids.includes(id));
  if (definition === undefined) return explainUnknownStep(step.text, definitions);
  if (others.length > 0) {
    const places = [definition, ...others].map(({ uri, line }) => `${uri}:${line}`).join(' och ');
    return `Steget "${step.text}" passar flera stegdefinitioner: ${places}. Skriv om en av dem.`;
  }
  const { parameters, missing, refused } = await argumentsOf(step, definition, world);
  if (refused !== undefined) return refused;
  try {
    await definition.code.apply(world, parameters as never[]);
    return missing;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return missing === undefined
      ? `Steget "${step.text}" går inte att läsa: ${reason}.`
      : `${missing.replace(/\.$/, '')}: ${reason}.`;
  }
}

/** Line of every step by its id, wherever in the document it stands. */
function linesIn(document: ReadScenario['document']): Map<string, number> {
  const lines = new Map<string, number>();
  collectLines(document, lines);
  return lines;
}

function collectLines(node: unknown, lines: Map<string, number>): void {
  if (Array.isArray(node)) {
    for (const item of node) collectLines(item, lines);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const { id, location } = node as { id?: unknown; location?: { line: number } };
  if (typeof id === 'string' && location !== undefined) lines.set(id, location.line);
  for (const value of Object.values(node)) collectLines(value, lines);
}
