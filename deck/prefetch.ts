import type { Bundle, CodeableConcept, Resource } from '@medplum/fhirtypes';

/**
 * What a prefetch template of CDS Hooks finds in a patient's record: a read ('Patient/{{context.patientId}}') the resource
 * itself, a search a bundle. Of the parameters those are heeded that say which of a patient's resources are meant, `status`,
 * `code` and `category`; whoever asks for less than all of them gets what else there is too, as from a server that leaves out
 * a parameter.
 */
export function matching(
  template: string,
  patientId: string,
  record: readonly Resource[],
): Resource | Bundle | null {
  const query = template.replaceAll('{{context.patientId}}', patientId);
  const [type = '', search] = query.split('?');
  if (search === undefined) {
    const [resourceType, id] = type.split('/');
    return record.find((each) => each.resourceType === resourceType && each.id === id) ?? null;
  }
  const wanted = new URLSearchParams(search);
  const entry = record
    .filter(
      (each) => each.resourceType === type && PARAMETERS.every((name) => fits(each, name, wanted.get(name))),
    )
    .map((resource) => ({ resource }));
  return { resourceType: 'Bundle', type: 'searchset', total: entry.length, entry };
}

const PARAMETERS = ['status', 'code', 'category'] as const;

function fits(resource: Resource, name: (typeof PARAMETERS)[number], wanted: string | null): boolean {
  if (wanted === null) return true;
  const values = tokensOf(Reflect.get(resource, name));
  return wanted.split(',').some((one) => {
    const [system, code] = one.includes('|') ? one.split('|') : [undefined, one];
    return values.some((value) => value.code === code && (system === undefined || value.system === system));
  });
}

interface Token {
  readonly system?: string | undefined;
  readonly code?: string | undefined;
}

function tokensOf(value: unknown): Token[] {
  if (typeof value === 'string') return [{ code: value }];
  return [value ?? []].flat().flatMap((concept) => (concept as CodeableConcept).coding ?? []);
}
