import { InputError } from '../../domain/input-error.ts';
import type { RoadmapPlan } from '../../domain/roadmap.ts';
import type { Stage } from '../../domain/stage.ts';
import { checkSchema } from '../../input/schema-check.ts';
import { didYouMean } from '../../input/suggest.ts';
import { readYaml, type YamlPath, type YamlSource } from '../../input/yaml-source.ts';
import { findScenario } from '../find-scenario.ts';
import { checkUnique } from '../load-requirements.ts';
import { loadStage } from '../load-stage.ts';
import schema from '../schema/roadmap.schema.json' with { type: 'json' };
import { dependenciesOf } from './dependencies.ts';
import { circleIn } from './in-turn.ts';

/** An introduction with the stages that it names. */
export interface LoadedRoadmap {
  readonly plan: RoadmapPlan;
  /** By RoadmapStage.id. */
  readonly stages: ReadonlyMap<string, Stage>;
}

/**
 * Reads an introduction from a path or by its name in scenarios/roadmaps, with its stages. What it names must exist, nothing may
 * wait for itself, and no stage may start before one that it follows. Throws InputError with file, line and column.
 */
export function loadRoadmap(pathOrName: string): LoadedRoadmap {
  const source = readYaml(findScenario('roadmaps', pathOrName));
  const plan = checkSchema<RoadmapPlan>(source, schema);
  for (const list of ['stages', 'work', 'services', 'options'] as const)
    checkUnique(source, plan[list], list);
  checkKommuner(plan, source);
  checkOrder(plan, source);
  const stages = new Map(plan.stages.map(({ id, stage }) => [id, loadStage(stage)]));
  checkNames(plan, stages, source);
  const circle = circleIn(dependenciesOf(plan));
  if (circle !== undefined) {
    const [stage, work] = splitKey(circle[0] ?? '');
    const index = plan.work.findIndex(({ id }) => id === work);
    throw new InputError(
      `Arbetet väntar på sig självt i ${stage}: ${circle.map((key) => splitKey(key)[1]).join(' → ')}; ta bort ett after.`,
      source.positionOf(['work', index, 'after']),
    );
  }
  return { plan, stages };
}

const splitKey = (key: string): [stage: string, work: string] => {
  const [stage = '', work = ''] = key.split('/');
  return [stage, work];
};

function checkNames(plan: RoadmapPlan, stages: ReadonlyMap<string, Stage>, source: YamlSource): void {
  const stageIds = plan.stages.map(({ id }) => id);
  const workIds = plan.work.map(({ id }) => id);
  const gateIds = [...new Set([...stages.values()].flatMap(({ gates }) => gates.map(({ id }) => id)))];
  const mustBe =
    (what: string, names: readonly string[]) =>
    (name: string, ...where: YamlPath) => {
      if (names.includes(name)) return;
      throw new InputError(
        `${what} "${name}" finns inte${didYouMean(name, names) || '.'} Här finns ${names.join(', ')}.`,
        source.positionOf(where),
      );
    };
  const [stage, work, gate] = [
    mustBe('Etappen', stageIds),
    mustBe('Arbetet', workIds),
    mustBe('Grinden', gateIds),
  ];
  for (const [index, { after }] of plan.stages.entries())
    for (const [place, one] of after.entries()) stage(one, 'stages', index, 'after', place);
  for (const [index, { after, afterEarlier = [], gates = [] }] of plan.work.entries()) {
    for (const [place, one] of after.entries()) work(one, 'work', index, 'after', place);
    for (const [place, one] of afterEarlier.entries()) work(one, 'work', index, 'afterEarlier', place);
    for (const [place, one] of gates.entries()) gate(one, 'work', index, 'gates', place);
  }
  for (const [index, service] of plan.services.entries()) {
    stage(service.stage, 'services', index, 'stage');
    work(service.work, 'services', index, 'work');
    work(service.neededFor, 'services', index, 'neededFor');
    for (const [place, one] of service.serves.entries()) stage(one, 'services', index, 'serves', place);
  }
  for (const [index, { gates }] of plan.checks.entries())
    for (const [place, one] of gates.entries()) gate(one, 'checks', index, 'gates', place);
  if (plan.work.filter(({ isStart }) => isStart === true).length !== 1) {
    throw new InputError(
      'Ett och bara ett arbete är driftstarten; skriv isStart: true på det.',
      source.positionOf(['work']),
    );
  }
  for (const [index, said] of plan.said.entries()) {
    stage(said.stage, 'said', index, 'stage');
    work(said.work, 'said', index, 'work');
    const shownBy = plan.work.find(({ id }) => id === said.work)?.gates ?? [];
    if (said.done === undefined || shownBy.length === 0) continue;
    throw new InputError(
      `Att ${said.work} är klart visas av grindarna ${shownBy.join(', ')}, inte av att någon säger det; ta bort done.`,
      source.positionOf(['said', index, 'done']),
    );
  }
}

function checkKommuner({ kommuner, stages, options }: RoadmapPlan, source: YamlSource): void {
  const chosen = new Map<string, number>();
  for (const [index, { code, name, stage, options: own }] of kommuner.entries()) {
    const refuse = (words: string, ...where: YamlPath): never => {
      throw new InputError(words, source.positionOf(['kommuner', index, ...where]));
    };
    if (kommuner.findIndex((one) => one.code === code) !== index)
      refuse(`Kommunen ${name} (${code}) står två gånger.`, 'code');
    const ids = stages.map(({ id }) => id);
    if (!ids.includes(stage))
      refuse(`Etappen "${stage}" finns inte${didYouMean(stage, ids) || '.'}`, 'stage');
    for (const [place, option] of own.entries()) {
      const known = options.map(({ id }) => id);
      if (!known.includes(option))
        refuse(`Valet "${option}" finns inte${didYouMean(option, known) || '.'}`, 'options', place);
      chosen.set(option, (chosen.get(option) ?? 0) + 1);
    }
  }
  for (const [index, { id, kommuner: count }] of options.entries()) {
    const named = chosen.get(id) ?? 0;
    if (named <= count) continue;
    throw new InputError(
      `${named} kommuner har valt ${id}, men talet säger ${count}; rätta det ena.`,
      source.positionOf(['options', index, 'kommuner']),
    );
  }
}

function checkOrder({ stages }: RoadmapPlan, source: YamlSource): void {
  for (const [index, { id, after, goLive }] of stages.entries()) {
    const before = after
      .map((name) => stages.find((one) => one.id === name))
      .find((one) => one !== undefined && one.goLive >= goLive);
    if (before === undefined) continue;
    throw new InputError(
      `${id} har driftstart ${goLive}, inte efter ${before.id} (${before.goLive}) som den följer på; flytta den ena.`,
      source.positionOf(['stages', index, 'goLive']),
    );
  }
}
