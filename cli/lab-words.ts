import type { DayPlan } from '../domain/care-day.ts';
import type { CareFlow } from '../domain/care-flow.ts';
import { HOUR, MINUTE, type Milliseconds } from '../domain/time.ts';
import { type CardText, cardText } from '../lab/card-text.ts';
import type { CardState } from '../lab/state.ts';
import type { DaySimulation } from '../scenarios/day-simulation/day-simulation.ts';
import type { SystemProfile } from '../systems/profile.ts';
import { completed } from '../systems/sign-in-files.ts';

/** Says a step of a visit in the words of its flow, once for each. */
export function cardTexts(
  plan: Pick<DayPlan, 'flows' | 'units'>,
  flows: ReadonlyMap<string, CareFlow>,
): (card: Pick<CardState, 'instance' | 'step'>) => CardText {
  const visits = new Map(plan.flows.map((planned) => [planned.instance, planned]));
  const units = new Map(plan.units.map((unit) => [unit.key, unit]));
  const told = new Map<string, CardText>();
  return ({ instance, step }) => {
    const id = `${instance}.${step}`;
    const before = told.get(id);
    if (before !== undefined) return before;
    const planned = visits.get(instance);
    const flow = flows.get(planned?.flow ?? '');
    if (planned === undefined || flow === undefined) throw new Error(`No flow is behind the step ${id}.`);
    const kind = flow.steps[step]?.actor?.unit;
    const key = kind === null || kind === undefined ? undefined : planned.units[kind];
    const text = cardText(flow, step, planned.patient, key === undefined ? undefined : units.get(key));
    told.set(id, text);
    return text;
  };
}

/** Where people work, when the profile says; in the embedded environment its password is everybody's. */
export function workplaceOf(profile: SystemProfile): string | undefined {
  const { ui, signIn, name } = completed(profile);
  if (ui === undefined) return undefined;
  const password =
    name === 'reference' && signIn.method === 'password' ? ` Lösenordet är ${signIn.password}.` : '';
  return `Vårdsystemet finns på ${ui.address}.${password}`;
}

/** When some shift begins, on the day's clock, in order. */
export function shiftChangesOf(simulation: DaySimulation | undefined): readonly Milliseconds[] {
  const times = (simulation?.staff ?? []).flatMap(({ shifts }) => shifts.map(({ from }) => from));
  return [...new Set(times)].map(timeOf).sort((one, other) => one - other);
}

function timeOf(clock: string): Milliseconds {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * HOUR + minutes * MINUTE;
}
