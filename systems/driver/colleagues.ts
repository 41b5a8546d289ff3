import type { Actor, Role, UnitKind } from '../../domain/role.ts';
import type { StepContext } from '../care-system.ts';

/** Where those of a role are looked for in a flow that has not met them yet, first choice first. */
const USUAL_PLACES: Readonly<Record<Role, readonly UnitKind[]>> = {
  physician: ['ward', 'emergency', 'primary-care'],
  nurse: ['ward', 'emergency', 'primary-care'],
  'assistant-nurse': ['ward', 'emergency'],
  'district-nurse': ['municipality', 'primary-care'],
  midwife: ['maternity', 'antenatal-care'],
  'medical-secretary': ['emergency', 'primary-care', 'ward'],
  'biomedical-scientist': ['laboratory'],
  pharmacist: ['pharmacy'],
  'care-manager': ['municipality'],
  'case-officer': ['social-insurance'],
  'school-staff': ['school'],
  patient: [],
};

/** The one of a role whom this step can ask: the actor, else the one who acted latest, else one where such work. */
export function colleague(role: Role, { actor, bound, units }: StepContext): Actor {
  if (actor.role === role) return actor;
  const met = [...bound.values()]
    .map((earlier) => earlier.actor)
    .findLast((earlier) => earlier.role === role);
  if (met !== undefined) return met;
  const [first] = USUAL_PLACES[role].filter((kind) => units[kind] !== undefined);
  return { role, unit: first ?? null };
}
