import { allOk, parseSearchRequest } from '@medplum/core';
import type { FhirRouteHandler } from '@medplum/fhir-router';
import type { Bundle, BundleEntry } from '@medplum/fhirtypes';
import { readable } from '../readable.ts';
import { careRepository } from '../repository.ts';

/** `GET Patient/<id>/$everything`: all of the record that the reader may read, the person first. */
export const everything: FhirRouteHandler = async ({ params }, given) => {
  const repository = careRepository(given).on('everything');
  const patient = await repository.readResource('Patient', params.id ?? '');
  const entry: BundleEntry[] = [{ resource: patient }];
  for (const { type, parameter } of readable(repository)) {
    const request = parseSearchRequest(`${type}?${parameter}=Patient/${patient.id}&_count=1000`);
    for (let offset = 0, isMore = true; isMore; offset += 1000) {
      const page = await repository.search({ ...request, offset });
      for (const { resource, fullUrl } of page.entry ?? []) entry.push({ fullUrl, resource });
      isMore = page.link?.some(({ relation }) => relation === 'next') ?? false;
    }
  }
  repository.recordOperation(`Patient/${patient.id}`, [`Patient/${patient.id}`]);
  const bundle: Bundle = { resourceType: 'Bundle', type: 'searchset', total: entry.length, entry };
  return [allOk, bundle];
};
