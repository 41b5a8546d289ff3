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

/** The folder of what all people share. */
export const COMMON = 'common';
export const SHARED = ['Organization', 'Practitioner', 'PractitionerRole'] as const;
export const isShared = (name: string): boolean => SHARED.some((type) => name.startsWith(`${type}/`));

/** 'Patient/p-000042', of a line of the population; populations of many millions are gone through by it. */
export function nameOf(line: string): string {
  const [, type, id] = HEAD.exec(line) ?? [];
  if (type !== undefined && id !== undefined) return `${type}/${id}`;
  const parsed = JSON.parse(line) as { readonly resourceType: string; readonly id: string };
  return `${parsed.resourceType}/${parsed.id}`;
}

/** As the generators write it. */
const HEAD = /^\{"resourceType":"([A-Za-z]+)","id":"([A-Za-z0-9.-]+)"/;

export const typeOf = (name: string): string => name.slice(0, name.indexOf('/'));

export const folderOf = ({ path }: Pick<FileEntry, 'path'>): string => path.slice(0, path.indexOf('/'));

/** Organizations refer to one another: where the server gives the ids, one must be known before what is part of it. */
export const mayBeTogether = (type: string, { given }: Placement): boolean =>
  type !== 'Organization' || given === undefined;

/** Lines one after another, in parts of which none refers to a resource of the same part. */
export function* partsOf(lines: readonly string[]): Generator<readonly string[]> {
  let part: string[] = [];
  let names = new Set<string>();
  for (const line of lines) {
    const isFree = [...line.matchAll(REFERENCE)].every(([, name = '']) => !names.has(name));
    if (!isFree) {
      yield part;
      part = [];
      names = new Set();
    }
    part.push(line);
    names.add(nameOf(line));
  }
  yield part;
}

const REFERENCE = /"reference":"([^"]+)"/g;
