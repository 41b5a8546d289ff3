import { createHash } from 'node:crypto';
import path from 'node:path';
import type { SourceLocation } from '../domain/care-flow.ts';
import { InputError } from '../domain/input-error.ts';
import type { Requirement, Stage } from '../domain/stage.ts';
import { PROJECT } from '../input/project.ts';
import { checkSchema } from '../input/schema-check.ts';
import { didYouMean } from '../input/suggest.ts';
import { readYaml, type YamlPath, type YamlSource } from '../input/yaml-source.ts';
import { findScenario } from './find-scenario.ts';
import { checkUnique, loadRequirements } from './load-requirements.ts';
import stageSchema from './schema/stage.schema.json' with { type: 'json' };

/** A stage as its file has it: requirements by their ids, and those and the gates of another stage where it inherits them. */
interface StageFile extends Omit<Stage, 'requirements' | 'gates' | 'hash'> {
  readonly inherits?: string;
  readonly requirements?: readonly string[];
  readonly gates?: Stage['gates'];
}

/** Where the stages that were loaded stand written, so that what is found wrong later can still be pointed at. */
const sources = new WeakMap<Stage, YamlSource>();

/**
 * Reads a stage from a path or by its name in scenarios/stages, with its requirements out of scenarios/requirements.yaml. A stage
 * that inherits another has its requirements and gates too; a gate of its own with the same id takes the place of that one's.
 * Whatever is wrong in either is an InputError with file, line and column.
 */
export function loadStage(pathOrName: string): Stage {
  return load(pathOrName, loadRequirements(), []);
}

/** @param heirs the stages that inherit this one, the nearest last */
function load(pathOrName: string, all: ReturnType<typeof loadRequirements>, heirs: readonly string[]): Stage {
  const stageSource = readYaml(findScenario('stages', pathOrName));
  const {
    requirements: ids = [],
    gates: own = [],
    inherits,
    ...stage
  } = checkSchema<StageFile>(stageSource, stageSchema);
  const { requirements, texts } = all;
  checkUnique(stageSource, own, 'gates');
  if (heirs.includes(stage.name)) {
    throw new InputError(
      `Etapperna ärver varandra i en ring (${[...heirs, stage.name].join(' → ')}); ta bort ett inherits.`,
      stageSource.positionOf(['inherits']),
    );
  }
  const parent = inherits === undefined ? undefined : load(inherits, all, [...heirs, stage.name]);
  const hash = createHash('sha256').update(stageSource.text);
  for (const text of texts) hash.update(text);
  if (parent !== undefined) hash.update(parent.hash);
  const gates = own.map((gate, index) => ({ ...gate, location: locationOf(stageSource, index) }));
  const added = ids.map((id, index) => requirementOf(id, requirements, stageSource, ['requirements', index]));
  const loaded = {
    ...stage,
    gates: [...(parent?.gates ?? []).filter(({ id }) => own.every((gate) => gate.id !== id)), ...gates],
    requirements: [...(parent?.requirements ?? []).filter(({ id }) => !ids.includes(id)), ...added],
    hash: hash.digest('hex'),
  };
  sources.set(loaded, stageSource);
  return loaded;
}

/** The file a stage was loaded from; none for a stage that was made in code or read from evidence. */
export const sourceOfStage = (stage: Stage): YamlSource | undefined => sources.get(stage);

/** Of a file in the project as the project calls it, so that evidence is the same wherever the command was given. */
function locationOf({ file, positionOf }: YamlSource, gate: number): SourceLocation {
  const inProject = path.relative(PROJECT, path.resolve(file)).replaceAll(path.sep, '/');
  return { file: inProject.startsWith('..') ? file : inProject, line: positionOf(['gates', gate]).line ?? 1 };
}

function requirementOf(
  id: string,
  requirements: readonly Requirement[],
  source: YamlSource,
  where: YamlPath,
): Requirement {
  const found = requirements.find((requirement) => requirement.id === id);
  if (found !== undefined) return found;
  const known = requirements.map((requirement) => requirement.id);
  const near = didYouMean(id, known) || '.';
  throw new InputError(
    `Kravet "${id}" finns inte${near} I scenarios/requirements.yaml finns ${known.join(', ')}.`,
    source.positionOf(where),
  );
}
