import type { CareUnit } from '../domain/care-day.ts';
import { UNIT_KINDS, type UnitKind } from '../domain/role.ts';

/** The first unit of each kind; of those that belong to municipalities, one of the patient's own where there is one. */
export function unitsForFlow(
  units: readonly CareUnit[],
  municipalityCode: string | undefined,
): Partial<Record<UnitKind, CareUnit>> {
  const chosen: Partial<Record<UnitKind, CareUnit>> = {};
  for (const kind of Object.keys(UNIT_KINDS) as UnitKind[]) {
    const ofKind = units.filter((unit) => unit.kind === kind);
    const unit = ofKind.find((candidate) => candidate.municipalityCode === municipalityCode) ?? ofKind[0];
    if (unit !== undefined) chosen[kind] = unit;
  }
  return chosen;
}
