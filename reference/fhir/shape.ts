import {
  badRequest,
  getDataType,
  OperationOutcomeError,
  parseSearchRequest,
  type SearchRequest,
} from '@medplum/core';
import type { Bundle, Resource } from '@medplum/fhirtypes';

/** What an answer always tells of a resource, however little was asked for. */
const ALWAYS = ['resourceType', 'id', 'meta', 'implicitRules'];

const SUBSETTED = {
  system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue',
  code: 'SUBSETTED',
};

/**
 * A resource, or the matches of a search, with as much of each as `_elements` and `_summary` ask for. What is left out is
 * told by the tag SUBSETTED.
 * @param url the request's: 'Patient?name=ek&_elements=name'
 */
export function shaped(resource: Resource, url: string): Resource {
  if (!/[?&]_(elements|fields|summary)=/.test(url)) return resource;
  const { fields, summary } = parseSearchRequest(url);
  if (fields === undefined && summary === undefined) return resource;
  const less = (whole: Resource): Resource => subset(whole, fields, summary);
  if (resource.resourceType !== 'Bundle') return less(resource);
  const entry = resource.entry?.map((each) =>
    each.resource !== undefined && each.search?.mode === 'match'
      ? { ...each, resource: less(each.resource) }
      : each,
  );
  return { ...resource, ...(entry === undefined ? {} : { entry }) } satisfies Bundle;
}

function subset(
  resource: Resource,
  fields: readonly string[] | undefined,
  summary: SearchRequest['summary'],
): Resource {
  const { elements, mandatoryProperties, summaryProperties } = getDataType(resource.resourceType);
  const strange = fields?.find((name) => !ALWAYS.includes(name) && !isElement(name, elements));
  if (strange !== undefined) {
    throw new OperationOutcomeError(
      badRequest(`_elements säger ${strange}, som inte är något element i ${resource.resourceType}.`),
    );
  }
  const asked = fields ?? SUMMARIES[summary ?? 'true']?.(summaryProperties ?? new Set());
  const isKept =
    asked === undefined
      ? (name: string) => name !== 'text'
      : isNamedIn(new Set([...ALWAYS, ...(mandatoryProperties ?? []), ...asked]), elements);
  const kept = Object.entries(resource).filter(([name]) => isKept(name));
  const tag = [...(resource.meta?.tag ?? []), SUBSETTED];
  return { ...(Object.fromEntries(kept) as unknown as Resource), meta: { ...resource.meta, tag } };
}

/** The elements of each kind of summary; of `data` all but the text. */
const SUMMARIES: Readonly<Record<string, (summary: ReadonlySet<string>) => readonly string[]>> = {
  true: (summary) => [...summary],
  text: () => ['text'],
};

const isElement = (name: string, elements: ReturnType<typeof getDataType>['elements']): boolean =>
  elements[name] !== undefined || elements[`${name}[x]`] !== undefined;

/** `value` names `valueString` too, and `_valueString`, where what is said of a primitive stands. */
function isNamedIn(
  names: ReadonlySet<string>,
  elements: ReturnType<typeof getDataType>['elements'],
): (name: string) => boolean {
  const choices = [...names].flatMap((name) =>
    (elements[`${name}[x]`]?.type ?? []).map(
      ({ code }) => name + code.charAt(0).toUpperCase() + code.slice(1),
    ),
  );
  const all = new Set([...names, ...choices]);
  return (name) => all.has(name.startsWith('_') ? name.slice(1) : name);
}
