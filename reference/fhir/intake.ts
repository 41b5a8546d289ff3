import { badRequest, OperationOutcomeError } from '@medplum/core';
import type { FhirRepository, FhirRequest, HttpMethod } from '@medplum/fhir-router';
import type { Bundle, BundleEntry, BundleEntryRequest } from '@medplum/fhirtypes';
import type { FastifyRequest } from 'fastify';
import { resolveConditionalReferences } from './conformance/conditional-references.ts';

/**
 * A request as Medplum's router reads one. Clients word the same in several ways: a criterion as a whole address, a version
 * without quotation marks, an address of this server in a bundle.
 */
export async function taken(
  request: FastifyRequest,
  baseUrl: string,
  repository: FhirRepository,
): Promise<FhirRequest> {
  const { headers, body } = request;
  const url = request.url.slice('/fhir'.length);
  const isCreate = request.method === 'POST' && headers['if-none-exist'] !== undefined;
  if (request.method === 'POST') assertNoCriterion(url);
  if (isBundle(body)) {
    for (const entry of body.entry ?? []) tidy(entry, baseUrl);
    if (body.type === 'transaction') await resolveConditionalReferences(body, repository);
  }
  return {
    method: (request.method === 'HEAD' ? 'GET' : request.method) as HttpMethod,
    url: url.replace(/([?&])_totalMethod=count\b/, '$1_total=accurate'),
    pathname: '',
    params: {},
    query: {},
    body,
    headers: {
      ...headers,
      ...(isCreate
        ? { 'if-none-exist': criterion(String(headers['if-none-exist']), typeIn(url), baseUrl) }
        : {}),
      ...(headers['if-match'] === undefined ? {} : { 'if-match': quotedVersion(headers['if-match']) }),
    },
    config: { transactions: true },
  };
}

const isBundle = (body: unknown): body is Bundle =>
  typeof body === 'object' && body !== null && (body as Bundle).resourceType === 'Bundle';

const typeIn = (url: string): string => /^\/?([A-Za-z]+)/.exec(url)?.[1] ?? '';

/** The version of an `If-Match` or `If-None-Match`: `W/"3"`, `"3"` or, as fhirpy has it, `3`. */
export const versionIn = (header: string): string => header.trim().replace(/^(?:W\/)?"(.*)"$/, '$1');

const quotedVersion = (header: string): string => `W/"${versionIn(header)}"`;

function tidy({ request }: BundleEntry, baseUrl: string): void {
  if (request === undefined) return;
  const own: Partial<BundleEntryRequest> = {
    url: request.url?.startsWith(`${baseUrl}/`)
      ? request.url.slice(baseUrl.length + 1)
      : request.url?.replace(/^\//, ''),
    ifNoneExist: request.ifNoneExist && criterion(request.ifNoneExist, typeIn(request.url ?? ''), baseUrl),
    ifMatch: request.ifMatch && quotedVersion(request.ifMatch),
  };
  for (const [name, value] of Object.entries(own))
    if (value !== undefined) Object.assign(request, { [name]: value });
}

/**
 * `POST Patient?identifier=…` is no FHIR, but fhirpy's get_or_create: to leave the criterion unheeded would make the same
 * person twice.
 */
function assertNoCriterion(url: string): void {
  const [, type, name] =
    /^\/?([A-Za-z]+)\?(?:[^&]*&)*?(?!_(?:format|pretty|summary|elements)=)([^&=]+)=/.exec(url) ?? [];
  if (name === undefined) return;
  throw new OperationOutcomeError(
    badRequest(
      `Ett villkor i adressen (${name}) gäller inte när ${type} skapas; skriv det i huvudet If-None-Exist.`,
    ),
  );
}

/** The search of a conditional create, which may stand alone or behind the type or the whole address of this server. */
function criterion(given: string, type: string, baseUrl: string): string {
  const at = given.indexOf('?');
  if (at < 0) return given;
  const before = given.slice(0, at);
  if (['', type, `/${type}`, `${baseUrl}/${type}`].includes(before)) return given.slice(at + 1);
  throw new OperationOutcomeError(
    badRequest(
      `If-None-Exist säger ${before}, men det som ska skapas är ${type} på ${baseUrl}; väntat är sökvillkoren, till exempel identifier=….`,
    ),
  );
}
