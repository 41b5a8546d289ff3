/** Whether everything that was loaded is there; a server may add. */
export function isAsLoaded(
  theirs: unknown,
  line: string,
  { idsAreGiven }: { readonly idsAreGiven: boolean },
): boolean {
  return holds(theirs, comparable(JSON.parse(line), idsAreGiven));
}

function holds(theirs: unknown, ours: unknown): boolean {
  if (typeof ours !== 'object' || ours === null) return theirs === ours || isSameInstant(theirs, ours);
  if (typeof theirs !== 'object' || theirs === null) return false;
  return Object.entries(ours).every(([key, value]) => holds((theirs as Record<string, unknown>)[key], value));
}

/** Servers keep their own version and time, and where they give the ids, ids and references are theirs. */
function comparable(resource: object, idsAreGiven: boolean): object {
  const theirs = idsAreGiven ? ['id', 'reference'] : [];
  return JSON.parse(JSON.stringify({ ...resource, meta: undefined }), (key, value) =>
    theirs.includes(key) ? undefined : value,
  );
}

/** A server may write a time in another zone: 12.00 in Borås in winter is 11:00Z. */
const isSameInstant = (theirs: unknown, ours: unknown): boolean =>
  typeof theirs === 'string' &&
  typeof ours === 'string' &&
  INSTANT.test(theirs) &&
  INSTANT.test(ours) &&
  Date.parse(theirs) === Date.parse(ours);

/** A FHIR dateTime or instant with a time of day, which always has its zone. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

interface Identified {
  readonly identifier?: readonly { readonly system?: string; readonly value?: string }[];
  readonly birthDate?: string;
}

/** 'http://…/personnummer|200001012384' of every identifier. */
export const identifiersOf = (resource: object): string[] =>
  ((resource as Identified).identifier ?? []).map(({ system, value }) => `${system}|${value}`);

/** Whether two resources are of the same person or unit: an identifier in common, and no other birth date. */
export function isSameOne(theirs: object, ours: object): boolean {
  const known = identifiersOf(theirs);
  const [born, said] = [(theirs as Identified).birthDate, (ours as Identified).birthDate];
  return born === said && identifiersOf(ours).some((identifier) => known.includes(identifier));
}
