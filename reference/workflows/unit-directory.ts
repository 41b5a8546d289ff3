import type { Organization } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { UnitKind } from '../../domain/role.ts';
import type { SignedIn, Store, Unit } from '../workflow.ts';
import { referenceTo } from './concept.ts';

/** The units as workflows ask for them. */
export interface UnitDirectory {
  /** Where somebody works; undefined for those who work at no unit. */
  unitOf(person: SignedIn): Unit | undefined;
  /** The first unit of a kind. */
  first(kind: UnitKind): Unit | undefined;
  all(kind: UnitKind): readonly Unit[];
  /** 'Organization/<id>' of a unit; undefined while the store does not have it. */
  organizationOf(unit: Unit): Promise<string | undefined>;
}

export function createUnitDirectory(units: readonly Unit[], store: Store): UnitDirectory {
  const references = new Map<string, string>();
  return {
    unitOf: ({ unit }) => units.find(({ key }) => key === unit),
    first: (kind) => units.find((unit) => unit.kind === kind),
    all: (kind) => units.filter((unit) => unit.kind === kind),
    async organizationOf({ hsaId }) {
      const known = references.get(hsaId);
      if (known !== undefined) return known;
      const [found] = await store.search<Organization>(`Organization?identifier=${SYSTEMS.hsaId}|${hsaId}`);
      if (found === undefined) return undefined;
      const { reference } = referenceTo(found);
      references.set(hsaId, reference);
      return reference;
    },
  };
}
