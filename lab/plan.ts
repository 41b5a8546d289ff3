import type { CareDay, DayPlan } from '../domain/care-day.ts';
import type { CareFlow } from '../domain/care-flow.ts';
import { InputError } from '../domain/input-error.ts';
import type { InjectMethod, LabInject, LabSeat } from '../domain/lab-evidence.ts';
import { ROLES, type Role } from '../domain/role.ts';
import { HOUR, MINUTE, type Milliseconds } from '../domain/time.ts';
import { checkSchema } from '../input/schema-check.ts';
import { readYaml } from '../input/yaml-source.ts';
import { findScenario } from '../scenarios/find-scenario.ts';
import schema from '../scenarios/schema/lab.schema.json' with { type: 'json' };

/** A lab as it is planned: its hours, its places and what happens beside the flows. */
export interface LabPlan {
  readonly from: Milliseconds;
  readonly until: Milliseconds;
  readonly pace: number;
  readonly idlePace: number;
  readonly seats: readonly LabSeat[];
  readonly injects: readonly LabInject[];
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
  readonly injects?: readonly {
    readonly id: string;
    readonly at: string;
    readonly method: InjectMethod;
    readonly sv: string;
    readonly en?: string;
    readonly expected?: string;
    readonly role?: string;
  }[];
}

/** Reads the lab of a day. Throws InputError for what no one can play. */
export function loadLabPlan(pathOrName: string, day: CareDay, flows: readonly CareFlow[]): LabPlan {
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
    injects: injects.map(({ id, at, method, sv, en, expected, role }) => {
      const plannedAt = timeOf(at);
      if (plannedAt < from || plannedAt >= until)
        wrong(`"${id}" händer ${at}, utanför labbets timmar ${written.from}–${written.until}; ändra at.`);
      const to =
        role === undefined ? undefined : named.filter((seat) => seat.role === role).map((seat) => seat.id);
      if (to?.length === 0) wrong(`"${id}" går till rollen "${role}", som ingen plats har.`);
      return {
        ...{ id, method, sv, plannedAt },
        ...(en === undefined ? {} : { en }),
        ...(expected === undefined ? {} : { expected }),
        ...(to === undefined ? {} : { to }),
      };
    }),
  };
}

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
  return { from: 9 * HOUR, until: 10 * HOUR, pace: 1, idlePace: 240, seats: [seat], injects: [] };
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
