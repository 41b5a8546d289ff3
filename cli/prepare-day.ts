import type { CareDay, DayPlan } from '../domain/care-day.ts';
import type { CareFlow } from '../domain/care-flow.ts';
import { InputError } from '../domain/input-error.ts';
import type { Stage } from '../domain/stage.ts';
import { drawPeople } from '../generators/draw/draw-people.ts';
import { flowsInNoDay } from '../scenarios/flows-in-no-day.ts';
import { loadDay } from '../scenarios/load-day.ts';
import { loadStage } from '../scenarios/load-stage.ts';
import { planDay } from '../scenarios/plan-day.ts';
import { doneInPages } from './done-in-pages.ts';
import { VERSION } from './project.ts';
import { tagChoice } from './tag-choice.ts';
import { writtenFlows } from './written-flows.ts';

/** A day, read and checked, with everything it takes to rehearse it. */
export interface PreparedDay {
  readonly day: CareDay;
  readonly stage: Stage;
  readonly flows: readonly CareFlow[];
  readonly plan: DayPlan;
  /** What is written and is in no day's mix. */
  readonly inNoDay: readonly CareFlow[];
}

/** What the user chose of a day. */
export interface Preparation {
  /** A profile, by name or path. */
  readonly system: string;
  readonly seed: number;
  readonly uiShare: number;
  /** A Gherkin tag expression. */
  readonly only?: string;
}

/** A day as its files have it. */
export interface WrittenDay {
  readonly day: CareDay;
  readonly stage: Stage;
  /** All flows there are, whether the day has them or not. */
  readonly flows: readonly CareFlow[];
}

/** Reads a day, its stage and all flows. Throws InputError. */
export async function readDay(dayName: string): Promise<WrittenDay> {
  const day = loadDay(dayName);
  const stage = loadStage(day.stage);
  return { day, stage, flows: await writtenFlows() };
}

/** Reads the day, its stage and all flows, and unrolls it. Throws InputError; touches no system. */
export async function prepareDay(
  dayName: string,
  { system, seed, uiShare, only }: Preparation,
): Promise<PreparedDay> {
  const { day, stage, flows: all } = await readDay(dayName);
  const wanted = only === undefined ? () => true : tagChoice(only, all);
  const inPages = new Set(uiShare > 0 ? all.filter(await doneInPages(system)).map(({ id }) => id) : []);
  const whole = planDay({
    day,
    flows: all,
    seed,
    version: VERSION,
    uiShare,
    isDoneInPages: ({ id }) => inPages.has(id),
    drawPatient: await drawPeople(seed, all),
  });
  const planned = new Set(whole.flows.map(({ flow }) => flow));
  const flows = all.filter((flow) => planned.has(flow.id) && wanted(flow));
  const ids = new Set(flows.map(({ id }) => id));
  const plan = { ...whole, flows: whole.flows.filter(({ flow }) => ids.has(flow)) };
  if (plan.flows.length === 0) throw new InputError(`Inget av dagens flöden har taggarna ${only}.`);
  return { day, stage, flows, plan, inNoDay: flowsInNoDay(day, all) };
}
