import type { Authority } from '../authority/authority.ts';
import { organizationReference } from '../organisation.ts';
import type { SignedIn, Unit } from '../workflow.ts';

/** What persons are described by. */
export interface House {
  readonly units: readonly Unit[];
  readonly authority: Pick<Authority, 'acts'>;
}

/** What a client may know of the signed-in person: role, unit with its Organization, own Patient, what one may do. */
export function describePerson(person: SignedIn, { units, authority }: House): Record<string, unknown> {
  const unit = units.find(({ key }) => key === person.unit);
  return {
    userName: person.userName,
    role: person.role,
    display: person.display,
    hsaId: person.hsaId,
    patient: person.patient,
    may: authority.acts(person),
    unit: unit && {
      key: unit.key,
      name: unit.name,
      kind: unit.kind,
      hsaId: unit.hsaId,
      reference: organizationReference(unit.key),
    },
  };
}
