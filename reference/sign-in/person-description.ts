import { organizationReference } from '../organisation.ts';
import type { SignedIn, Unit } from '../workflow.ts';

/** What a client may know of the signed-in person: role, unit with its Organization, own Patient. */
export function describePerson(person: SignedIn, units: readonly Unit[]): Record<string, unknown> {
  const unit = units.find(({ key }) => key === person.unit);
  return {
    userName: person.userName,
    role: person.role,
    display: person.display,
    hsaId: person.hsaId,
    patient: person.patient,
    unit: unit && {
      key: unit.key,
      name: unit.name,
      kind: unit.kind,
      reference: organizationReference(unit.key),
    },
  };
}
