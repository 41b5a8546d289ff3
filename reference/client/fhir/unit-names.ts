import type { Reference, Resource } from '@medplum/fhirtypes';
import { idBehind } from './numbers.ts';

/** Says the name of a unit that something points at. */
export type UnitNames = (unit: Reference | undefined) => string;

/** Names from the units that came along with a search, else from the reference itself. */
export function unitNamesIn(included: readonly Resource[]): UnitNames {
  const names = new Map(
    included.flatMap((resource) =>
      resource.resourceType === 'Organization' ? [[resource.id, resource.name] as const] : [],
    ),
  );
  return (unit) => names.get(idBehind(unit)) ?? unit?.display ?? '–';
}
