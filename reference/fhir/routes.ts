import { badRequest, getStatus, isOk, notFound, serverError } from '@medplum/core';
import { FhirRouter, type HttpMethod } from '@medplum/fhir-router';
import type { OperationOutcome, Resource } from '@medplum/fhirtypes';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { bearerToken, type Sessions } from '../sign-in/sessions.ts';
import { capabilityStatement, type Software } from './capability-statement.ts';
import type { Environment } from './environment.ts';
import { everything } from './operations/everything.ts';
import { print } from './operations/print.ts';
import { signInRequired } from './outcome.ts';
import { CareRepository } from './repository.ts';

const FHIR_JSON = 'application/fhir+json; charset=utf-8';

/** FHIR over HTTP: the signed-in person's repository behind Medplum's router, with the headers that FHIR asks for. */
export function registerFhir(
  app: FastifyInstance,
  options: { environment: Environment; sessions: Sessions; software: Software },
): void {
  const { environment, sessions, software } = options;
  const router = createRouter();
  app.addContentTypeParser(
    ['application/fhir+json', 'application/json-patch+json'],
    { parseAs: 'string' },
    (_request: FastifyRequest, body: string) => parseBody(body),
  );
  app.get('/fhir/metadata', async (_request, reply) =>
    reply.type(FHIR_JSON).send(JSON.stringify(capabilityStatement(environment, software))),
  );
  app.route({
    method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    url: '/fhir/*',
    handler: (request, reply) => answer(request, reply),
  });
  app.post('/fhir', (request, reply) => answer(request, reply));

  app.setErrorHandler(async (error: Error & { statusCode?: number }, request, reply) => {
    const isOurs = error.statusCode === undefined || error.statusCode >= 500;
    const outcome = isOurs ? serverError(error) : badRequest(error.message);
    return send(request, reply, outcome);
  });

  async function answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const token = bearerToken(request.headers.authorization);
    const person = token === undefined ? undefined : await sessions(token);
    if (person === undefined) return send(request, reply, signInRequired());
    const [outcome, resource] = await router.handleRequest(
      {
        method: request.method as HttpMethod,
        url: request.url.slice('/fhir'.length),
        pathname: '',
        params: {},
        query: {},
        body: request.body,
        headers: request.headers,
        config: { transactions: true },
      },
      new CareRepository(environment, person),
    );
    return send(request, reply, outcome, resource);
  }

  function send(
    request: FastifyRequest,
    reply: FastifyReply,
    outcome: OperationOutcome,
    resource?: Resource,
  ): FastifyReply {
    reply.code(getStatus(outcome)).type(FHIR_JSON).header('cache-control', 'no-store');
    if (!isOk(outcome)) return reply.send(JSON.stringify(outcome));
    const version = resource?.meta?.versionId;
    if (resource !== undefined && version !== undefined) {
      reply.header('etag', `W/"${version}"`);
      reply.header('last-modified', new Date(resource.meta?.lastUpdated ?? environment.now()).toUTCString());
      if (request.method !== 'GET') {
        reply.header(
          'location',
          `${environment.baseUrl}/${resource.resourceType}/${resource.id}/_history/${version}`,
        );
      }
    }
    const isMinimal = request.method !== 'GET' && request.headers.prefer?.includes('return=minimal');
    return reply.send(isMinimal && version !== undefined ? '' : JSON.stringify(resource ?? outcome));
  }
}

function createRouter(): FhirRouter {
  const fhir = new FhirRouter();
  fhir.add('GET', 'Patient/:id/$everything', everything);
  fhir.add('POST', 'Encounter/:id/$print', print);
  // GraphQL and searches across types are not offered here.
  fhir.router.routes
    .filter(({ data }) => data?.interaction === 'search-system')
    .concat(fhir.router.routes.filter(({ path }) => path[0]?.value === '$graphql'))
    .forEach((route) => {
      route.handler = async () => [notFound];
    });
  return fhir;
}

/** Operations may come without a body; anything else must be JSON. */
async function parseBody(text: string): Promise<unknown> {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch (cause) {
    throw Object.assign(new Error('The body is not JSON.', { cause }), { statusCode: 400 });
  }
}
