import type { CareDay } from '../../../domain/care-day.ts';
import { InputError, type InputPosition } from '../../../domain/input-error.ts';
import { ROLES, type Role } from '../../../domain/role.ts';
import type { SimulatedDay } from '../../../scenarios/day-simulation/load-day-simulation.ts';
import { sourceOf } from '../../../scenarios/load-day.ts';
import type { DayVariant } from '../what-if/variant.ts';
import {
  type DayModel,
  type StaffModel,
  type Stream,
  staffKey,
  WARD,
  type WorkTime,
  type WorkTimes,
} from './day-model.ts';
import { allSteps, stepsOfPathway } from './steps.ts';

/** Something a role does at a unit, and where that is written. */
interface NeededWork {
  readonly what: string;
  readonly role: Role;
  readonly task: string;
  readonly unit: string;
  readonly position: InputPosition | undefined;
}

/** Who does each task that is ever needed, and how long it takes. */
export function workOf(
  simulated: SimulatedDay,
  variant: DayVariant,
  model: Pick<DayModel, 'streams' | 'staff' | 'inpatients'>,
): WorkTimes {
  const needed = [
    ...workInStreams(simulated, model.streams),
    ...workOnWards(simulated, variant, model),
    ...workOfMoves(simulated, variant),
  ];
  const work: Record<string, Record<string, Partial<Record<Role, WorkTime>>>> = {};
  for (const each of needed) {
    if (each.unit === variant.closedWard?.unit) continue;
    const byUnit = work[each.task] ?? {};
    const byRole = byUnit[each.unit] ?? {};
    byRole[each.role] ??= workTime(each, variant, model.staff);
    byUnit[each.unit] = byRole;
    work[each.task] = byUnit;
  }
  return work;
}

function workInStreams({ day, source }: SimulatedDay, streams: readonly Stream[]): NeededWork[] {
  return streams.flatMap(({ key, sv, variants }) => {
    const position = positionInMix(day, key) ?? source.positionOfKey(['pathways', key]);
    return variants.flatMap(({ steps, places }) =>
      allSteps(steps).flatMap((step) =>
        step.kind === 'work'
          ? [{ ...step, what: `Flödet "${sv}"`, unit: places[step.unit] ?? step.unit, position }]
          : [],
      ),
    );
  });
}

const positionInMix = (day: CareDay, key: string): InputPosition | undefined => {
  const index = day.mix.findIndex(({ flow }) => flow === key);
  return index < 0 ? undefined : sourceOf(day)?.positionOf(['mix', index, 'flow']);
};

function workOnWards(
  { source }: SimulatedDay,
  { data }: DayVariant,
  { inpatients }: Pick<DayModel, 'inpatients'>,
): NeededWork[] {
  const wards = new Set(data.census.flatMap(({ unit, pathway }) => (pathway === undefined ? [unit] : [])));
  const leave = allSteps(inpatients.leave).flatMap((step) => (step.kind === 'work' ? [step] : []));
  return [...wards].flatMap((unit) =>
    [...leave, ...inpatients.care].map(({ task, role }) => ({
      what: 'Vården av inneliggande',
      role,
      task,
      unit,
      position: source.positionOfKey(['inpatients']),
    })),
  );
}

/** Moving to a ward, from every unit that admits. */
function workOfMoves({ source }: SimulatedDay, { data }: DayVariant): NeededWork[] {
  const moves = allSteps(stepsOfPathway(data.admission.move));
  const from = Object.values(data.pathways)
    .filter(({ triage }) => triage === true)
    .flatMap(({ units }) => units);
  const to = data.admission.wards.map(({ unit }) => unit);
  return moves.flatMap((step) => {
    if (step.kind !== 'work') return [];
    return (step.unit === WARD ? to : from).map((unit) => ({
      ...step,
      what: 'Flytten till avdelning',
      unit,
      position: source.positionOfKey(['admission', 'move']),
    }));
  });
}

function workTime(needed: NeededWork, { data, pace }: DayVariant, staff: readonly StaffModel[]): WorkTime {
  const { role, task, unit } = needed;
  const entry = data.times[task]?.find(({ roles }) => roles.includes(role));
  if (entry === undefined)
    throw new InputError(
      nobodyMay(needed, data.times[task]?.flatMap(({ roles }) => roles) ?? [], staff),
      needed.position,
    );
  const key = staffKey(unit, role);
  const isFilled = staff.some((each) => each.key === key);
  if (role !== 'patient' && !isFilled) throw new InputError(nobodyFills(needed), needed.position);
  const factor = pace
    .filter(({ roles, tasks, units }) => holds(roles, role) && holds(tasks, task) && holds(units, unit))
    .reduce((product, each) => product * each.factor, 1);
  return { staff: isFilled ? key : undefined, time: entry.time, delay: entry.delay, factor };
}

const holds = <T>(these: readonly T[] | undefined, one: T): boolean =>
  these === undefined || these.includes(one);

function nobodyMay(
  { what, role, task, unit }: NeededWork,
  may: readonly Role[],
  staff: readonly StaffModel[],
): string {
  const here = staff.filter((each) => each.unit === unit).map((each) => each.role);
  const able = here.filter((each) => may.includes(each)).map((each) => ROLES[each].title.toLowerCase());
  const who = `${what}: steget "${task}" på ${unit}`;
  return able.length === 0
    ? `${who} får ingen roll på enheten göra; ange rollen och tiden under times.${task}.`
    : `${who} får inte göras av rollen ${ROLES[role].title.toLowerCase()}, bara av ${able.join(', ')}; ändra steget eller times.${task}.`;
}

const nobodyFills = ({ what, role, task, unit }: NeededWork): string =>
  `${what}: steget "${task}" behöver rollen ${ROLES[role].title.toLowerCase()} på ${unit}, som ingen fyller; lägg till rollen under staff.`;
