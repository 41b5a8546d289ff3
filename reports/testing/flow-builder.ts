import type { Activity } from '../../domain/activity.ts';
import type { CareFlow, CareStep, SafetyClass } from '../../domain/care-flow.ts';
import type { Actor, Role, UnitKind } from '../../domain/role.ts';
import type { TimeLimit } from '../../domain/time.ts';

const by = (role: Role, unit: UnitKind | null, shift?: Actor['shift']): Actor => ({
  role,
  unit,
  ...(shift === undefined ? {} : { shift }),
});
export const secretary = by('medical-secretary', 'emergency');
export const edNurse = by('nurse', 'emergency');
export const physician = by('physician', 'emergency');
export const scientist = by('biomedical-scientist', 'laboratory');
export const wardNurse = by('nurse', 'ward', 'day');
export const eveningNurse = by('nurse', 'ward', 'evening');
export const gp = by('physician', 'primary-care');
export const municipal = by('district-nurse', 'municipality');
export const patient = by('patient', null);

export const within = (limit: number, clock: 'system' | 'day' = 'system', since?: string): TimeLimit => ({
  mode: 'within',
  limit,
  clock,
  ...(since === undefined ? {} : { since }),
});

type Sentence = readonly [text: string, actor: Actor, activity: Activity, limit?: TimeLimit];

/** A flow of sentences, each with who, what and until when. */
export function flow(
  id: string,
  name: string,
  safetyClass: SafetyClass,
  requirements: readonly string[],
  sentences: readonly Sentence[],
): CareFlow {
  const location = { file: `features/exempel/${id}.feature`, line: 5 };
  const steps = sentences.map(
    ([text, actor, activity, limit], index): CareStep => ({
      text,
      keyword: activity.type === 'task' ? 'När' : 'Så',
      location: { ...location, line: 6 + index },
      actor,
      activity,
      workingTime: 60_000,
      ...(limit === undefined ? {} : { limit }),
    }),
  );
  return {
    id: `${id}/${id}`,
    feature: name,
    name,
    setting: 'exempel',
    location,
    tags: requirements.map((requirement) => `@${requirement}`),
    requirements,
    safetyClass,
    patient: { ageFrom: 18, ageTo: 100, protectedIdentity: false },
    steps,
    units: [],
    hash: `hash-${id}`,
  };
}
