import { createHash } from 'node:crypto';
import type { CareDay, DayPlan, PlannedFlow } from '../domain/care-day.ts';
import type { CareFlow, Draws } from '../domain/care-flow.ts';
import { InputError } from '../domain/input-error.ts';
import type { Stage } from '../domain/stage.ts';
import { flowsInNoDay } from '../scenarios/flows-in-no-day.ts';
import { loadDay } from '../scenarios/load-day.ts';
import { loadStage } from '../scenarios/load-stage.ts';
import { planDay } from '../scenarios/plan-day.ts';
import { doneInPages } from './done-in-pages.ts';
import { type Chooser, chooser } from './drawing.ts';
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
  readonly draws: Draws;
}

/** What the user chose of a day. */
export interface Preparation {
  /** A profile, by name or path. */
  readonly system: string;
  readonly seed: number;
  readonly uiShare: number;
  /** A Gherkin tag expression. */
  readonly only?: string;
  /** How values are chosen; as the day has it when absent. */
  readonly draws?: Draws;
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
  { system, seed, uiShare, only, draws: wantedDraws }: Preparation,
): Promise<PreparedDay> {
  const { day, stage, flows: all } = await readDay(dayName);
  const wanted = only === undefined ? () => true : tagChoice(only, all);
  const inPages = new Set(uiShare > 0 ? all.filter(await doneInPages(system)).map(({ id }) => id) : []);
  const draws = wantedDraws ?? day.draws ?? 'written';
  const choose = await chooser(draws, { seed, asked: all });
  const whole = planDay({
    day,
    flows: all,
    seed,
    version: VERSION,
    uiShare,
    isDoneInPages: ({ id }) => inPages.has(id),
    drawPatient: choose.patient,
  });
  const planned = new Set(whole.flows.map(({ flow }) => flow));
  const flows = all.filter((flow) => planned.has(flow.id) && wanted(flow));
  const ids = new Set(flows.map(({ id }) => id));
  const chosen = { ...whole, flows: whole.flows.filter(({ flow }) => ids.has(flow)) };
  const plan = draws === 'written' ? chosen : withValues(chosen, flows, choose);
  if (plan.flows.length === 0) throw new InputError(`Inget av dagens flöden har taggarna ${only}.`);
  return { day, stage, flows, plan, inNoDay: flowsInNoDay(day, all), draws };
}

/** The plan with the values that are drawn for each of its patients, which are part of what its hash stands for. */
function withValues(plan: DayPlan, flows: readonly CareFlow[], choose: Chooser): DayPlan {
  const byId = new Map(flows.map((flow) => [flow.id, flow]));
  const planned = plan.flows.map((each): PlannedFlow => {
    const flow = byId.get(each.flow);
    const drawn = flow === undefined ? [] : choose.values(flow, each.patient.key, each.channel);
    return drawn.length === 0 ? each : { ...each, drawn };
  });
  const values = planned.map(({ drawn = [] }) => drawn);
  const hash = createHash('sha256')
    .update(JSON.stringify([plan.hash, values]))
    .digest('hex');
  return { ...plan, flows: planned, hash };
}
