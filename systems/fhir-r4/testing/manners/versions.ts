import type { Resource } from '@medplum/fhirtypes';
import type { Manner } from '../manner.ts';

export const versions: readonly Manner[] = [
  {
    name: 'etag-strong',
    is: 'right',
    concerns: 'versions',
    does: 'has strong ETags that are no version ids, and takes them back to the letter only',
    source: 'RFC 9110, 8.8.3; gateways that make ETags of their own',
    of: () => ({ etag: (version) => `"r-${version}-8f"` }),
  },
  {
    name: 'etag-only',
    is: 'right',
    concerns: 'versions',
    does: 'tells the version in the ETag header only, not in meta.versionId',
    source: 'FHIR R4, http.html#versioning: meta.versionId is optional in what is sent',
    of: () => ({
      says: (reply) => {
        const resource = reply.json as Resource | undefined;
        if (resource?.meta?.versionId === undefined) return reply;
        const { versionId: _, ...meta } = resource.meta;
        return { ...reply, json: { ...resource, meta } };
      },
    }),
  },
  {
    name: 'unversioned',
    is: 'right',
    concerns: 'versions',
    does: 'keeps no versions at all',
    source: 'FHIR R4, CapabilityStatement.rest.resource.versioning: no-version',
    of: () => ({
      says: ({ headers: { etag: _, ...headers } = {}, ...reply }) => {
        const resource = reply.json as Resource | undefined;
        if (resource?.meta?.versionId === undefined) return { ...reply, headers };
        const { versionId: __, ...meta } = resource.meta;
        return { ...reply, headers, json: { ...resource, meta } };
      },
    }),
  },
];
