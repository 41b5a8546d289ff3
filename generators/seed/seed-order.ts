import type { FileEntry, Manifest } from '../output/manifest.ts';
import type { Placement } from './placement.ts';

/** What is referred to comes before what refers to it. */
const ORDER = [
  'Organization',
  'Practitioner',
  'PractitionerRole',
  'Patient',
  'RelatedPerson',
  'Appointment',
  'Encounter',
  'Condition',
  'AllergyIntolerance',
  'Immunization',
  'Procedure',
  'ServiceRequest',
  'Observation',
  'DiagnosticReport',
  'MedicationRequest',
  'DocumentReference',
] as const;

/** The files of a population as they are loaded: what all share, then shard by shard. */
export function inSeedOrder({ files }: Manifest): readonly FileEntry[] {
  const rank = (type: string): number => {
    const place = (ORDER as readonly string[]).indexOf(type);
    if (place === -1) throw new RangeError(`It is not known when ${type} can be loaded.`);
    return place;
  };
  return files.toSorted((a, b) =>
    folderOf(a) === folderOf(b) ? rank(a.type) - rank(b.type) : folderOf(a) < folderOf(b) ? -1 : 1,
  );
}

export const folderOf = ({ path }: FileEntry): string => path.slice(0, path.indexOf('/'));

/** Organizations refer to one another: where the server gives the ids, one must be known before what is part of it. */
export const mayBeTogether = (type: string, { isServers }: Placement): boolean =>
  type !== 'Organization' || !isServers;

/** Lines one after another, in parts of which none refers to a resource of the same part. */
export function* partsOf(lines: readonly string[]): Generator<readonly string[]> {
  let part: string[] = [];
  let names = new Set<string>();
  for (const line of lines) {
    const { resourceType, id } = JSON.parse(line) as { readonly resourceType: string; readonly id: string };
    const isFree = [...line.matchAll(REFERENCE)].every(([, name = '']) => !names.has(name));
    if (!isFree) {
      yield part;
      part = [];
      names = new Set();
    }
    part.push(line);
    names.add(`${resourceType}/${id}`);
  }
  yield part;
}

const REFERENCE = /"reference":"([^"]+)"/g;
