import { nameGiven, namesNeeded } from '../domain/activity.ts';
import type { CareUnit } from '../domain/care-day.ts';
import type { CareFlow, CareStep } from '../domain/care-flow.ts';
import { VITAL_SIGNS, type VitalSigns } from '../domain/news2.ts';
import type { Patient } from '../domain/patient.ts';
import { type Actor, actorPhrase } from '../domain/role.ts';
import { formatDuration } from '../domain/time.ts';

/** What stands on a task card, in the words of its flow. */
export interface CardText {
  readonly who: string;
  readonly number: string;
  readonly what: string;
  readonly where: string;
  readonly byWhen: string;
  /** What the names in the sentence stand for, and values to enter. */
  readonly details: readonly (readonly [label: string, value: string])[];
  /** Who waits for it. */
  readonly waits: string | undefined;
}

/** Says a step of a flow to the person who is to do it. */
export function cardText(
  flow: CareFlow,
  index: number,
  patient: Patient,
  unit: CareUnit | undefined,
): CardText {
  const step = flow.steps[index];
  if (step === undefined) throw new Error(`${flow.id} has no step ${index + 1}.`);
  const after = flow.steps.slice(index + 1);
  const next = after.find(({ activity, actor }) => activity.type === 'task' && !isSame(actor, step.actor));
  return {
    who: patient.protectedIdentity ? 'Skyddad identitet' : `${patient.givenName} ${patient.familyName}`,
    number: patient.identifier.value,
    what: `Du ${sentenceOf(step)}.`,
    where: unit?.name ?? '–',
    byWhen: byWhenOf(step, after),
    details: [...namesIn(flow, step), ...valuesIn(step)],
    waits: next?.actor === undefined ? undefined : actorPhrase(next.actor),
  };
}

const isSame = (one: Actor | undefined, other: Actor | undefined): boolean =>
  one?.role === other?.role && one?.unit === other?.unit;

/** 'prioriterar patienten som orange': the sentence without who does it, and without the name it leaves for others. */
function sentenceOf({ text, actor, activity }: CareStep): string {
  const who = actor === undefined ? '' : actorPhrase(actor);
  const without = text.startsWith(who) ? text.slice(who.length).trim() : text;
  const name = activity.type === 'wait' ? undefined : nameGiven(activity);
  return (name === undefined ? without : without.replace(` som "${name}"`, '')).replace(/:$/, '');
}

function byWhenOf(step: CareStep, after: readonly CareStep[]): string {
  const name = step.activity.type === 'wait' ? undefined : nameGiven(step.activity);
  const limited = after.find(
    ({ activity, limit }) =>
      limit?.mode === 'within' &&
      limit.clock === 'day' &&
      activity.type === 'question' &&
      name !== undefined &&
      namesNeeded(activity).includes(name),
  );
  return limited?.limit?.mode === 'within'
    ? `inom ${formatDuration(limited.limit.limit)}${limited.limit.since === undefined ? '' : ` från ”${limited.limit.since}”`}`
    : 'så snart du kan';
}

function namesIn(flow: CareFlow, { activity }: CareStep): (readonly [string, string])[] {
  if (activity.type === 'wait') return [];
  return namesNeeded(activity).flatMap((name) => {
    const made = flow.steps.find(
      (each) => each.activity.type === 'task' && nameGiven(each.activity) === name,
    );
    return made?.actor === undefined
      ? []
      : [[`”${name}”`, `${actorPhrase(made.actor)} ${sentenceOf(made)}`] as const];
  });
}

/** A set of vital signs is written in a table under its sentence, or drawn for the person. */
function valuesIn({ activity }: CareStep): (readonly [string, string])[] {
  const values = 'values' in activity ? (activity.values as Partial<VitalSigns>) : {};
  return Object.entries(VITAL_SIGNS).flatMap(([sign, { sv, unit }]) => {
    const value = values[sign as keyof VitalSigns];
    if (value === undefined) return [];
    const told = typeof value === 'boolean' ? (value ? 'ja' : 'nej') : String(value).replace('.', ',');
    return [[sv, unit === null ? told : `${told} ${UNITS[unit] ?? unit}`] as const];
  });
}

/** Units as staff write them. */
const UNITS: Readonly<Record<string, string>> = { 'mm[Hg]': 'mmHg', Cel: '°C' };
