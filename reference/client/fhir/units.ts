import type { Organization } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import type { UnitKind } from '../../../domain/role.ts';
import { codeIn } from './concepts.ts';
import type { Fhir } from './fhir.ts';
import { referenceTo } from './numbers.ts';

/** A unit to send, admit or order to. */
export interface UnitChoice {
  readonly id: string;
  readonly name: string;
  readonly kind: string | undefined;
  readonly hsaId: string;
  readonly reference: { readonly reference: string; readonly display: string };
}

/** The units of one kind, or of all, by name. */
export async function unitsOf(fhir: Fhir, kind?: UnitKind): Promise<readonly UnitChoice[]> {
  return (await allUnits(fhir)).filter((unit) => kind === undefined || unit.kind === kind);
}

/** Units hardly ever change: they are read once a session. */
const known = new WeakMap<Fhir, Promise<readonly UnitChoice[]>>();

function allUnits(fhir: Fhir): Promise<readonly UnitChoice[]> {
  const read = known.get(fhir) ?? readUnits(fhir);
  known.set(fhir, read);
  read.catch(() => known.delete(fhir));
  return read;
}

async function readUnits(fhir: Fhir): Promise<readonly UnitChoice[]> {
  const { matches } = await fhir.search<Organization>('Organization?_count=200');
  return matches
    .map((organization) => ({
      id: organization.id ?? '',
      name: organization.name ?? '',
      kind: codeIn(SYSTEMS.genrep, organization.type),
      hsaId: organization.identifier?.find(({ system }) => system === SYSTEMS.hsaId)?.value ?? '',
      reference: { ...referenceTo(organization), display: organization.name ?? '' },
    }))
    .sort((one, other) => one.name.localeCompare(other.name, 'sv'));
}

/** The unit where the signed-in person works; undefined for those who work at none. */
export async function unitBehind(fhir: Fhir, reference: string | undefined): Promise<UnitChoice | undefined> {
  return (await unitsOf(fhir)).find((unit) => unit.reference.reference === reference);
}
