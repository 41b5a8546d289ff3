import { formatSearchQuery, type SearchRequest, type WithId } from '@medplum/core';
import type { Bundle, BundleEntry, Resource } from '@medplum/fhirtypes';
import type { Found, SeenVersion } from './reading.ts';

/** The matches of a search, with the addresses of this page and the next. */
export function searchBundle<T extends Resource>(
  request: SearchRequest<T>,
  found: Found<T>,
  baseUrl: string,
): Bundle<WithId<T>> {
  const offset = request.offset ?? 0;
  const step = request.count ?? found.resources.length;
  const url = (from: number): string =>
    `${baseUrl}/${request.resourceType}${queryOf({ ...request, offset: from })}`;
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    ...(found.total === undefined ? {} : { total: found.total }),
    link: [
      { relation: 'self', url: url(offset) },
      ...(found.hasMore && step > 0 ? [{ relation: 'next', url: url(offset + step) }] : []),
    ],
    entry: found.resources.map((resource) => ({
      fullUrl: `${baseUrl}/${resource.resourceType}/${resource.id}`,
      resource,
      search: { mode: 'match' },
    })),
  };
}

/** A search as it was done, in FHIR's words; Medplum leaves `_summary` out and calls `_elements` its own name. */
function queryOf({ fields, summary, ...request }: SearchRequest): string {
  const query = formatSearchQuery(request);
  const shape = [
    ...(fields === undefined ? [] : [`_elements=${fields.join(',')}`]),
    ...(summary === undefined ? [] : [`_summary=${summary}`]),
  ].join('&');
  return shape === '' ? query : `${query === '' ? '?' : `${query}&`}${shape}`;
}

/** The versions of one resource, the newest first. */
export function historyBundle<T extends Resource>(
  type: string,
  id: string,
  versions: readonly SeenVersion<T>[],
  baseUrl: string,
): Bundle<WithId<T>> {
  const entry = versions.map(({ version, updated, deleted, resource }): BundleEntry<WithId<T>> => {
    const isFirst = version === 1;
    return {
      fullUrl: `${baseUrl}/${type}/${id}`,
      resource,
      request: {
        method: deleted ? 'DELETE' : isFirst ? 'POST' : 'PUT',
        url: isFirst ? type : `${type}/${id}`,
      },
      response: {
        status: isFirst ? '201' : '200',
        etag: `W/"${version}"`,
        lastModified: new Date(updated).toISOString(),
      },
    };
  });
  return { resourceType: 'Bundle', type: 'history', total: entry.length, entry };
}
