import type { Practitioner, Reference } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { ROLES } from '../../domain/role.ts';
import { type StepContext, unitOf } from '../care-system.ts';

/**
 * Who acts, as a logical reference: the person has no resource that a driver could know of. The HSA-id is made from the
 * unit's; a system that knows who is signed in writes its own.
 */
export function signature(context: StepContext, patient: string): Reference<Practitioner> {
  const { role, shift } = context.actor;
  const unit = unitOf(context);
  if (role === 'patient' || unit === undefined) return { reference: patient };
  const value = [unit.hsaId, role, shift ?? 'day'].join('-').toUpperCase();
  return {
    identifier: { system: SYSTEMS.hsaId, value },
    display: `${ROLES[role].title}, ${unit.name}`,
  };
}
