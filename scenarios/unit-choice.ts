import type { CareUnit } from '../domain/care-day.ts';
import type { UnitKind } from '../domain/role.ts';

/** Kinds of unit that follow from where the patient lives; the others are shared by everybody. */
const LOCAL_KINDS: readonly UnitKind[] = ['primary-care', 'municipality', 'social-services'];

const isLocal = (kind: UnitKind): boolean => LOCAL_KINDS.includes(kind);

/**
 * Municipalities in which a patient of a flow can live: those with every local kind of unit that it passes through.
 * Undefined when it passes through none, so that the patient can live anywhere.
 */
export function homesFor(
  kinds: readonly UnitKind[],
  units: readonly CareUnit[],
): readonly string[] | undefined {
  const local = kinds.filter(isLocal);
  if (local.length === 0) return undefined;
  const codes = [...new Set(units.map(({ municipalityCode }) => municipalityCode))];
  return codes.filter((code) =>
    local.every((kind) => units.some((unit) => unit.kind === kind && unit.municipalityCode === code)),
  );
}

/** Where one instance of a flow takes place. */
export interface Places {
  /** Kommunkod of the patient's home, where it matters. */
  readonly home?: string;
  /** Unit key by kind of unit. */
  readonly units: Readonly<Partial<Record<UnitKind, string>>>;
}

/**
 * The places of the n-th instance of a flow. The instances count through every combination of home and units, so that
 * each gets its even share.
 */
export function choosePlaces(kinds: readonly UnitKind[], units: readonly CareUnit[], nth: number): Places {
  let counter = nth;
  const nextOf = <T>(choices: readonly T[]): T | undefined => {
    const choice = choices[counter % choices.length];
    counter = Math.floor(counter / choices.length);
    return choice;
  };
  const homes = homesFor(kinds, units);
  const home = homes === undefined ? undefined : nextOf(homes);
  const chosen = kinds.map((kind): [UnitKind, string] => {
    const unit = nextOf(
      units.filter((each) => each.kind === kind && (!isLocal(kind) || each.municipalityCode === home)),
    );
    if (unit === undefined) throw new Error(`There is no unit of kind ${kind} to choose.`);
    return [kind, unit.key];
  });
  return { ...(home === undefined ? {} : { home }), units: Object.fromEntries(chosen) };
}
