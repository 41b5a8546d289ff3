import type { Practitioner, Reference } from '@medplum/fhirtypes';
import type { CareUnit } from '../../domain/care-day.ts';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { ROLES } from '../../domain/role.ts';
import { type StepContext, unitOf } from '../care-system.ts';

/**
 * Who acts, as a logical reference: the person has no resource that a driver could know of. The HSA-id is made from the
 * unit's; a system that knows who is signed in writes its own.
 */
export function signature(context: StepContext, patient: string): Reference<Practitioner> {
  const { role, shift = 'day' } = context.actor;
  const unit = unitOf(context);
  if (role === 'patient' || unit === undefined) return { reference: patient };
  const colleagues = SIGNATURES.get(unit) ?? new Map<string, Reference<Practitioner>>();
  SIGNATURES.set(unit, colleagues);
  const who = `${role}-${shift}`;
  const known = colleagues.get(who);
  if (known !== undefined) return known;
  const made: Reference<Practitioner> = {
    identifier: { system: SYSTEMS.hsaId, value: `${unit.hsaId}-${who}`.toUpperCase() },
    display: `${ROLES[role].title}, ${unit.name}`,
  };
  colleagues.set(who, made);
  return made;
}

/** Written into all that is made, and the same each time. */
const SIGNATURES = new WeakMap<CareUnit, Map<string, Reference<Practitioner>>>();
