import { createHash } from 'node:crypto';
import type { Vocabulary } from '../domain/area.ts';
import { type CareFlow, type CareStep, SAFETY_CLASSES, type SafetyClass } from '../domain/care-flow.ts';
import { flowIdOf } from '../domain/flow-id.ts';
import type { UnitKind } from '../domain/role.ts';
import { requireCareFlow } from './care-flow-schema.ts';
import { withLastLooks } from './last-looks.ts';
import { type Recording, requirementsClaimed } from './recording.ts';
import { withFacts } from './with-facts.ts';

/** Makes a flow of what the planning World recorded, once the checks have let it through. */
export const careFlowFrom =
  (vocabulary: Vocabulary) =>
  (recording: Recording): CareFlow => {
    const { feature, name, location, tags } = recording;
    const steps = withLastLooks(
      recording.steps.map((step) => withFacts(step, vocabulary)),
      vocabulary,
    );
    const flow = {
      id: flowIdOf(location.file, identityOf(recording)),
      feature,
      name,
      setting: location.file.split('/').at(-2) ?? '',
      location,
      tags,
      requirements: requirementsClaimed(recording),
      safetyClass: safetyClassOf(recording),
      patient: patientOf(recording),
      steps,
      units: unitsOf(steps, vocabulary),
    };
    return requireCareFlow({ ...flow, hash: hashOf(flow) });
  };

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

function safetyClassOf({ tags }: Recording): SafetyClass {
  const safetyClass = SAFETY_CLASSES.find((one) => tags.includes(`@klass-${one}`));
  if (safetyClass === undefined) throw new Error('A scenario without a safety class was let through.');
  return safetyClass;
}

function patientOf({ patient }: Recording): CareFlow['patient'] {
  if (patient === undefined) throw new Error('A scenario without a patient was let through.');
  return patient;
}

/** Those where somebody acts, and those that receive what is done, though nobody acts there. */
function unitsOf(steps: readonly CareStep[], vocabulary: Vocabulary): UnitKind[] {
  const kinds = steps.flatMap(({ actor, activity }) => [
    actor?.unit ?? undefined,
    activity.type === 'task' ? vocabulary.task(activity.kind)?.receiver : undefined,
  ]);
  return [...new Set(kinds.filter((kind) => kind !== undefined))];
}
