import { didYouMean } from '../../../input/suggest.ts';
import type { YamlPath } from '../../../input/yaml-source.ts';
import type { DaySimulation, Pathway, PathwayStep } from '../day-simulation.ts';
import type { Refuse } from './refuse.ts';

const KINDS = ['task', 'wait', 'take', 'admit', 'steps'] as const;

/** Refuses steps that are no single thing, and a census that begins at a step which is not there. */
export function checkPathways({ pathways, inpatients, census }: DaySimulation, refuse: Refuse): void {
  for (const [name, pathway] of Object.entries(pathways)) {
    checkSteps(pathway.steps, pathway.triage === true, ['pathways', name, 'steps'], refuse);
  }
  checkSteps(inpatients.leave, false, ['inpatients', 'leave'], refuse);
  for (const [index, { pathway, from }] of census.entries()) {
    if (pathway === undefined) continue;
    const tasks = tasksOf(pathways[pathway]);
    if (from !== undefined && tasks.includes(from)) continue;
    const near = didYouMean(from ?? '', tasks) || '.';
    refuse(
      `Vården "${pathway}" har inget steg "${from ?? ''}" att börja vid${near} Ange from: ett av ${tasks.join(', ')}.`,
      ['census', index, 'from'],
    );
  }
}

const tasksOf = (pathway: Pathway | undefined): string[] =>
  (pathway?.steps ?? []).flatMap(({ task }) => (task === undefined ? [] : [task]));

function checkSteps(steps: readonly PathwayStep[], triaged: boolean, path: YamlPath, refuse: Refuse): void {
  for (const [index, step] of steps.entries()) checkStep(step, triaged, [...path, index], refuse);
}

function checkStep(step: PathwayStep, triaged: boolean, path: YamlPath, refuse: Refuse): void {
  if (KINDS.filter((kind) => step[kind] !== undefined).length !== 1) {
    refuse(`Ett steg ska vara precis ett av ${KINDS.join(', ')}.`, path);
  }
  if (step.task !== undefined && step.role === undefined) {
    refuse(`Uppgiften "${step.task}" saknar role; ange vilken roll som gör den.`, path);
  }
  if (step.wait !== undefined && step.time === undefined) {
    refuse(`Väntan på ${step.wait} saknar time; ange hur länge.`, path);
  }
  if (step.steps !== undefined && step.share === undefined) {
    refuse('Delen med steps saknar share; ange hur många som går igenom den.', path);
  }
  if (typeof step.share === 'object' && !triaged) {
    refuse('Andelar per färg kräver att vården har triage: true.', [...path, 'share']);
  }
  checkSteps(step.steps ?? [], triaged, [...path, 'steps'], refuse);
  checkSteps(step.otherwise ?? [], triaged, [...path, 'otherwise'], refuse);
}
