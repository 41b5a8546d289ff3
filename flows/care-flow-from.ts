import { createHash } from 'node:crypto';
import { type ActivityKind, nameGiven, namesNeeded } from '../domain/activity.ts';
import { type CareFlow, type CareStep, SAFETY_CLASSES, type SafetyClass } from '../domain/care-flow.ts';
import { flowIdOf } from '../domain/flow-id.ts';
import { InputError } from '../domain/input-error.ts';
import type { UnitKind } from '../domain/role.ts';
import { workingTimeOf } from '../domain/working-times.ts';
import { requireCareFlow } from './care-flow-schema.ts';
import type { Recording } from './recording.ts';

/** Makes a checked flow of what the planning World recorded. */
export function careFlowFrom(recording: Recording): CareFlow {
  const { feature, name, location, tags } = recording;
  const steps = recording.steps.map(
    (step): CareStep => ({
      ...step,
      workingTime: step.activity.type === 'task' ? workingTimeOf(step.activity.kind) : 0,
    }),
  );
  requireNamesInOrder(steps);
  const flow = {
    id: flowIdOf(location.file, identityOf(recording)),
    feature,
    name,
    setting: location.file.split('/').at(-2) ?? '',
    location,
    tags,
    requirements: tags.filter((tag) => tag.startsWith('@KRAV-')).map((tag) => tag.slice(1)),
    safetyClass: safetyClassOf(recording),
    patient: patientOf(recording),
    steps,
    units: unitsOf(steps),
  };
  return requireCareFlow({ ...flow, hash: hashOf(flow) });
}

/** Of what is played, not of the lines where it is written. */
function hashOf({ location: _, steps, ...flow }: Omit<CareFlow, 'hash'>): string {
  const acts = steps.map(({ location: _line, ...act }) => act);
  return createHash('sha256')
    .update(JSON.stringify({ ...flow, steps: acts }))
    .digest('hex');
}

const OWN_IDENTITY = '@flöde-';

/** The title, or the tag @flöde-… where there is one. */
function identityOf({ name, row, tags }: Recording): string {
  const own = tags.find((tag) => tag.startsWith(OWN_IDENTITY));
  return own === undefined ? name : [own.slice(OWN_IDENTITY.length), row].filter(Boolean).join(' ');
}

/** The flow's safety class is its tag @klass-1, @klass-2 or @klass-3, and exactly one of them. */
function safetyClassOf({ tags, location }: Recording): SafetyClass {
  const classes = SAFETY_CLASSES.filter((safetyClass) => tags.includes(`@klass-${safetyClass}`));
  const [only, ...more] = classes;
  if (only === undefined || more.length > 0) {
    throw new InputError('Scenariot ska ha exakt en av taggarna @klass-1, @klass-2 och @klass-3.', location);
  }
  return only;
}

function patientOf({ patient, location }: Recording): CareFlow['patient'] {
  if (patient === undefined) throw new InputError('Scenariot ska börja med "Givet en patient …".', location);
  return patient;
}

/** Who receives what is done, though nobody acts there. */
const RECEIVERS: Partial<Record<ActivityKind, UnitKind>> = {
  'order-test': 'laboratory',
  admit: 'ward',
  'send-message': 'municipality',
  'attempt-to-send-message': 'municipality',
  'call-care-planning': 'municipality',
};

function unitsOf(steps: readonly CareStep[]): UnitKind[] {
  const kinds = steps.flatMap(({ actor, activity }) => [
    actor?.unit ?? undefined,
    activity.type === 'wait' ? undefined : RECEIVERS[activity.kind],
  ]);
  return [...new Set(kinds.filter((kind) => kind !== undefined))];
}

/** A step can only need a name that an earlier step gave, and no name is given twice. */
function requireNamesInOrder(steps: readonly CareStep[]): void {
  const given = new Set<string>();
  for (const { activity, limit, location, actor } of steps) {
    if (activity.type === 'wait') continue;
    if (actor !== undefined && actor.unit === null && actor.role !== 'patient') {
      throw new InputError('Skriv var rollen arbetar, till exempel "läkaren på akuten".', location);
    }
    const since = limit !== undefined && 'since' in limit && limit.since !== undefined ? [limit.since] : [];
    const unknown = [...namesNeeded(activity), ...since].find((name) => !given.has(name));
    if (unknown !== undefined) {
      const names = [...given].map((name) => `"${name}"`).join(', ') || 'inga';
      throw new InputError(
        `Inget tidigare steg har gett något namnet "${unknown}"; hittills finns ${names}.`,
        location,
      );
    }
    const name = nameGiven(activity);
    if (name === undefined) continue;
    if (given.has(name))
      throw new InputError(`Namnet "${name}" är redan givet i scenariot; välj ett annat.`, location);
    given.add(name);
  }
}
