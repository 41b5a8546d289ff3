import type { UnitKind } from '../../../domain/role.ts';
import { readDirectory } from '../directory.ts';
import type { Fhir } from './fhir.ts';

/** A unit to send, admit or order to. */
export interface UnitChoice {
  readonly id: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly hsaId: string;
  readonly reference: { readonly reference: string; readonly display: string };
}

/** The units of one kind, or of all, by name: one directory, whatever organisations records tell of. */
export async function unitsOf(fhir: Fhir, kind?: UnitKind): Promise<readonly UnitChoice[]> {
  return (await allUnits(fhir)).filter((unit) => kind === undefined || unit.kind === kind);
}

/** Units hardly ever change: they are read once a session. */
const known = new WeakMap<Fhir, Promise<readonly UnitChoice[]>>();

function allUnits(fhir: Fhir): Promise<readonly UnitChoice[]> {
  const read = known.get(fhir) ?? readUnits();
  known.set(fhir, read);
  read.catch(() => known.delete(fhir));
  return read;
}

/** Only the house's own: at other units, which records from elsewhere tell of, nobody sees what is sent there. */
async function readUnits(): Promise<readonly UnitChoice[]> {
  const { units } = await readDirectory();
  return units
    .map(({ key, name, kind, hsaId, reference }) => ({
      id: key,
      name,
      kind,
      hsaId,
      reference: { reference, display: name },
    }))
    .sort((one, other) => one.name.localeCompare(other.name, 'sv'));
}

/** The unit where the signed-in person works; undefined for those who work at none. */
export async function unitBehind(fhir: Fhir, reference: string | undefined): Promise<UnitChoice | undefined> {
  return (await unitsOf(fhir)).find((unit) => unit.reference.reference === reference);
}
