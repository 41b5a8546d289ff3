import type { Resource } from '@medplum/fhirtypes';

/**
 * Of several that are the same, the one with the lowest id, as 'Type/id': whoever looks chooses the same, so that two who
 * made one thing at the same moment go on with one.
 */
export function lowestOf(resources: readonly Resource[]): string | undefined {
  let lowest: Resource | undefined;
  for (const each of resources) {
    if (each.id !== undefined && (lowest?.id === undefined || isLower(each.id, lowest.id))) lowest = each;
  }
  return lowest === undefined ? undefined : `${lowest.resourceType}/${lowest.id}`;
}

/** '9' before '10', and texts as they are spelled. */
const isLower = (one: string, other: string): boolean =>
  one.length === other.length ? one < other : one.length < other.length;
