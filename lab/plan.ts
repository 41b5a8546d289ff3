import type { CareDay, DayPlan } from '../domain/care-day.ts';
import type { CareFlow } from '../domain/care-flow.ts';
import { InputError } from '../domain/input-error.ts';
import type { InjectMethod, LabAct, LabInject, LabSeat } from '../domain/lab-evidence.ts';
import type { Questionnaire } from '../domain/questionnaire.ts';
import { ROLES, type Role } from '../domain/role.ts';
import { HOUR, MINUTE, type Milliseconds } from '../domain/time.ts';
import { checkSchema } from '../input/schema-check.ts';
import { readYaml } from '../input/yaml-source.ts';
import { findScenario } from '../scenarios/find-scenario.ts';
import schema from '../scenarios/schema/lab.schema.json' with { type: 'json' };
import type { Part } from './doing.ts';
import { loadQuestionnaire } from './load-questionnaire.ts';

/** A lab as it is planned: its hours, its places and what happens beside the flows. */
export interface LabPlan {
  readonly from: Milliseconds;
  readonly until: Milliseconds;
  readonly pace: number;
  readonly idlePace: number;
  readonly seats: readonly LabSeat[];
  readonly injects: readonly LabInject[];
  /** What people are asked when the day is over, in this order. */
  readonly questionnaires: readonly Questionnaire[];
}

interface Written {
  readonly from: string;
  readonly until: string;
  readonly pace?: number;
  readonly idlePace?: number;
  readonly seats: readonly {
    readonly role: string;
    readonly unit: string;
    readonly count?: number;
    readonly cards?: number;
  }[];
  readonly injects?: readonly WrittenInject[];
  readonly questionnaires?: readonly string[];
}

interface WrittenInject {
  readonly id: string;
  readonly at: string;
  readonly method: InjectMethod;
  readonly sv: string;
  readonly en?: string;
  readonly expected?: string;
  /** In minutes of the day's clock, as those of an act. */
  readonly within?: number;
  readonly role?: string;
  readonly act?: { readonly kind: LabAct['kind']; readonly fault?: string; readonly minutes?: number };
}

/** Reads the lab of a day. Throws InputError for what no one can play, and for what cannot be done beneath it. */
export function loadLabPlan(
  pathOrName: string,
  day: CareDay,
  flows: readonly CareFlow[],
  refuses: (act: LabAct) => string | undefined,
): LabPlan {
  const file = findScenario('labs', pathOrName);
  const written = checkSchema<Written>(readYaml(file), schema);
  const wrong = (what: string): never => {
    throw new InputError(what, { file });
  };
  const { pace = 1, idlePace = pace, injects = [] } = written;
  const [from, until] = [timeOf(written.from), timeOf(written.until)];
  if (until <= from) wrong(`Labbet slutar ${written.until}, före det börjar (${written.from}); ändra until.`);
  const seats = written.seats.flatMap(({ role, unit: key, count = 1, cards }) => {
    const unit =
      day.units.find((each) => each.key === key) ?? wrong(`Dagen ${day.name} har ingen enhet "${key}".`);
    const known = isRole(role)
      ? role
      : wrong(`Det finns ingen roll "${role}"; välj bland ${rolesOf(flows)}.`);
    if (!hasTasks(flows, known, unit.kind))
      wrong(`Ingen uppgift i dagens flöden är för rollen "${role}" på ${unit.name}; ta bort platsen.`);
    return Array.from({ length: count }, () => ({ role: known, unit, cards }));
  });
  const named = seats.map(({ role, unit, cards }, index): LabSeat => {
    const number = seats.slice(0, index + 1).filter((each) => each.role === role).length;
    return {
      id: `plats-${index + 1}`,
      pseudonym: `${ROLES[role].title} ${number}`,
      ...{ role, unit: unit.key, kind: unit.kind, unitName: unit.name },
      ...(cards === undefined ? {} : { cards }),
    };
  });
  return {
    ...{ from, until, pace, idlePace, seats: named },
    questionnaires: askedOnce(written.questionnaires ?? [], wrong),
    injects: injects.map((each) => {
      const { id, at, role, act } = each;
      const plannedAt = timeOf(at);
      if (injects.filter((other) => other.id === id).length > 1)
        wrong(`Två händelser heter "${id}"; ge dem var sitt namn.`);
      if (plannedAt < from || plannedAt >= until)
        wrong(`"${id}" händer ${at}, utanför labbets timmar ${written.from}–${written.until}; ändra at.`);
      const to =
        role === undefined ? undefined : named.filter((seat) => seat.role === role).map((seat) => seat.id);
      if (to?.length === 0) wrong(`"${id}" går till rollen "${role}", som ingen plats har.`);
      if ((act?.kind === 'fault') !== (act?.fault !== undefined))
        wrong(`"${id}": fault hör till act av slaget fault, och ska stå där.`);
      const done = act === undefined ? undefined : actOf(act);
      const refused = done === undefined ? undefined : refuses(done);
      if (refused !== undefined) wrong(`"${id}" kan inte göras: ${refused}`);
      return { ...saidBy(each), plannedAt, ...(to && { to }), ...(done && { act: done }) };
    }),
  };
}

const saidBy = ({ id, method, sv, en, expected, within }: WrittenInject): LabInject => ({
  ...{ id, method, sv },
  ...(en === undefined ? {} : { en }),
  ...(expected === undefined ? {} : { expected }),
  ...(within === undefined ? {} : { within: within * MINUTE }),
});

const actOf = ({ kind, fault, minutes }: NonNullable<WrittenInject['act']>): LabAct => ({
  kind,
  ...(fault === undefined ? {} : { fault }),
  ...(minutes === undefined ? {} : { lasts: minutes * MINUTE }),
});

/** What of a day's plan a lab plays: the patients who come while it is open, all by api but for the people's own hands. */
export function excerptOf<P extends Pick<DayPlan, 'flows'>>(plan: P, { from, until }: LabPlan): P {
  const flows = plan.flows
    .filter(({ at }) => at >= from && at < until)
    .map((planned) => ({ ...planned, channel: 'api' as const }));
  if (flows.length === 0)
    throw new InputError('Ingen patient kommer under labbets timmar; ändra from och until.');
  return { ...plan, flows };
}

/** The lab of one person: three cards as a nurse at the emergency department, the others are robots. */
export function soloPlan(day: CareDay, flows: readonly CareFlow[]): LabPlan {
  const unit = day.units.find(({ kind }) => kind === 'emergency');
  if (unit === undefined || !hasTasks(flows, 'nurse', 'emergency'))
    throw new InputError(`Dagen ${day.name} har inga uppgifter för en sjuksköterska på en akutmottagning.`);
  const seat: LabSeat = {
    ...{ id: 'plats-1', pseudonym: `${ROLES.nurse.title} 1`, role: 'nurse', cards: 3 },
    ...{ unit: unit.key, kind: unit.kind, unitName: unit.name },
  };
  return {
    from: 9 * HOUR,
    until: 10 * HOUR,
    pace: 1,
    idlePace: 240,
    seats: [seat],
    injects: [],
    questionnaires: [],
  };
}

/** What people can take on a day, and whether the day has staff for it. */
export const partsOf = (
  { units }: Pick<CareDay, 'units'>,
  flows: readonly CareFlow[],
  staff: readonly { readonly unit: string; readonly role: Role }[],
): readonly Part[] =>
  units.flatMap(({ key: unit, kind, name: unitName }) =>
    (Object.keys(ROLES) as Role[])
      .filter((role) => hasTasks(flows, role, kind))
      .map((role) => ({
        ...{ role, unit, kind, unitName },
        isStaffed: staff.some((each) => each.unit === unit && each.role === role),
      })),
  );

function askedOnce(names: readonly string[], wrong: (what: string) => never): Questionnaire[] {
  const read = names.map(loadQuestionnaire);
  const instruments = read.map(({ instrument }) => instrument);
  const twice = instruments.find((each, index) => instruments.indexOf(each) !== index);
  if (twice !== undefined) wrong(`Formuläret ${twice} ställs två gånger; ta bort det ena.`);
  return read;
}

const timeOf = (clock: string): Milliseconds => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * HOUR + minutes * MINUTE;
};

const isRole = (role: string): role is Role => Object.hasOwn(ROLES, role);

const hasTasks = (flows: readonly CareFlow[], role: Role, kind: string): boolean =>
  flows.some(({ steps }) =>
    steps.some(
      ({ activity, actor }) => activity.type === 'task' && actor?.role === role && actor.unit === kind,
    ),
  );

const rolesOf = (flows: readonly CareFlow[]): string =>
  [...new Set(flows.flatMap(({ steps }) => steps.flatMap(({ actor }) => actor?.role ?? [])))]
    .sort()
    .join(', ');
