import { InputError, type InputPosition } from '../../../domain/input-error.ts';
import { ROLES } from '../../../domain/role.ts';
import type { Share } from '../../../scenarios/day-simulation/day-simulation.ts';
import { meanOf } from '../../kernel/index.ts';
import { type DayModel, type ModelStep, type StaffModel, type Stream, WARD } from './day-model.ts';
import { DAY, MINUTE } from './time.ts';

/** How much work comes to somebody a day, by the time there is for it. */
interface LoadFactor {
  readonly staff: StaffModel;
  readonly work: number;
  readonly available: number;
  readonly load: number;
}

/**
 * The load factor of everybody, from means: expected minutes of work a day by minutes on shift less breaks. From 1 on a
 * queue can only grow, day after day (Erlang).
 */
export function loadFactors(model: DayModel): LoadFactor[] {
  const work = new Map<string, number>();
  for (const stream of model.streams) addStream(model, stream, work);
  addWards(model, work);
  for (const { staff, unit, prepare, receive, changes } of model.handOvers) {
    const patients = patientsOf(model, unit);
    add(work, staff, changes.length * patients * (meanOf(prepare) + meanOf(receive)));
  }
  return model.staff.map((staff) => {
    const available = minutesOnShift(staff) / (model.horizon / DAY);
    const minutes = work.get(staff.key) ?? 0;
    return { staff, work: minutes, available, load: minutes === 0 ? 0 : minutes / available };
  });
}

/** Refuses a day in which a queue can only grow, before it is played. */
export function refuseOverload(
  model: DayModel,
  positionOf: (staff: StaffModel) => InputPosition,
  where = '',
): void {
  const [worst] = loadFactors(model).sort((a, b) => b.load - a.load);
  if (worst === undefined || worst.load < 1) return;
  const { staff, work, available, load } = worst;
  const percent = Number.isFinite(load) ? `${Math.round(load * 100)} %` : 'oändlig';
  const who = `${ROLES[staff.role].title.toLowerCase()} på ${staff.unit}`;
  throw new InputError(
    `${where}${where === '' ? 'Kön' : 'kan kön'} till ${who}${where === '' ? ' kan' : ''} bara växa: ${Math.round(work)} minuter arbete om dygnet på ${Math.round(available)} minuters arbetstid, belastning ${percent}; bemanna mer eller minska det som kommer.`,
    positionOf(staff),
  );
}

function addStream(model: DayModel, { count, triage, variants }: Stream, work: Map<string, number>): void {
  for (const { steps, places } of variants) {
    const instances = (count / variants.length) * shareOpen(model, places);
    const opened = Object.fromEntries(
      Object.entries(places).map(([name, unit]) => [
        name,
        unit === model.closed?.unit ? model.closed.to : unit,
      ]),
    );
    addSteps(model, steps, opened, { instances, triage }, work);
  }
}

const shareOpen = ({ closed }: DayModel, places: Readonly<Record<string, string>>): number =>
  closed !== undefined && Object.values(places).includes(closed.unit) ? closed.moved : 1;

function addSteps(
  model: DayModel,
  steps: readonly ModelStep[],
  places: Readonly<Record<string, string>>,
  { instances, triage }: { readonly instances: number; readonly triage: boolean },
  work: Map<string, number>,
): void {
  for (const step of steps) {
    if (step.kind === 'work') addWork(model, step, places[step.unit] ?? step.unit, instances, work);
    if (step.kind === 'admit' && triage) addMoves(model, places, instances, work);
    if (step.kind === 'some') {
      const share = expectedShare(model, step.share);
      addSteps(model, step.steps, places, { instances: instances * share, triage }, work);
      addSteps(model, step.otherwise, places, { instances: instances * (1 - share), triage }, work);
    }
  }
}

function addMoves(
  model: DayModel,
  places: Readonly<Record<string, string>>,
  instances: number,
  work: Map<string, number>,
): void {
  for (const { unit, share } of model.admission.wards) {
    addSteps(
      model,
      model.admission.move,
      { ...places, [WARD]: unit },
      { instances: instances * share, triage: false },
      work,
    );
  }
}

/** Everyone in bed has the day's care; a share of them leaves. */
function addWards(model: DayModel, work: Map<string, number>): void {
  const { care, leave, leavingShare } = model.inpatients;
  for (const { unit, count, stream } of model.census) {
    if (stream !== undefined) continue;
    for (const each of care) addWork(model, each, unit, count, work);
    for (const step of leave) {
      if (step.kind === 'work') addWork(model, step, unit, count * leavingShare, work);
    }
  }
}

function addWork(
  model: DayModel,
  { role, task }: Pick<Extract<ModelStep, { kind: 'work' }>, 'role' | 'task'>,
  unit: string,
  times: number,
  work: Map<string, number>,
): void {
  const found = model.work[task]?.[unit]?.[role];
  if (found?.staff !== undefined) add(work, found.staff, times * meanOf(found.time) * found.factor);
}

function add(work: Map<string, number>, staff: string, minutes: number): void {
  work.set(staff, (work.get(staff) ?? 0) + minutes);
}

const expectedShare = ({ colours }: DayModel, share: Share): number =>
  typeof share === 'number'
    ? share
    : colours.reduce((sum, { colour, share: ofAll }) => sum + ofAll * share[colour], 0);

const patientsOf = ({ census }: DayModel, unit: string): number =>
  census.filter((line) => line.unit === unit).reduce((sum, { count }) => sum + count, 0);

const minutesOnShift = ({ shifts }: StaffModel): number =>
  shifts.reduce((sum, { from, to, count, breaks }) => {
    const rest = breaks.reduce((total, { ticks }) => total + ticks, 0);
    return sum + ((to - from) * count - rest) / MINUTE;
  }, 0);
