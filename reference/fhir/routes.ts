import { badRequest, getStatus, isOk, notFound, notModified, serverError } from '@medplum/core';
import { FhirRouter } from '@medplum/fhir-router';
import type { OperationOutcome, Resource } from '@medplum/fhirtypes';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { astrayRequest, throughOf } from '../faults/at/http.ts';
import { answering } from '../faults/request.ts';
import { bearerToken, type Sessions } from '../sign-in/sessions.ts';
import { capabilityStatement, type Software } from './capability-statement.ts';
import type { Environment } from './environment.ts';
import { taken, versionIn } from './intake.ts';
import { everything } from './operations/everything.ts';
import { openBlocked } from './operations/open-blocked.ts';
import { print } from './operations/print.ts';
import { asOutcomeError, signInRequired } from './outcome.ts';
import { CareRepository } from './repository.ts';
import { shaped } from './shape.ts';
import { smartConfiguration } from './smart-configuration.ts';

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
  app.get('/fhir/.well-known/smart-configuration', async (_request, reply) =>
    reply.type('application/json').send(smartConfiguration(environment)),
  );
  const { faults } = environment;
  const handler = (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
    answering({ through: throughOf(request) }, () =>
      astrayRequest(request, reply, faults, (told) => answer(request, told)),
    );
  app.route({ method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'], url: '/fhir/*', handler });
  app.post('/fhir', handler);

  app.setErrorHandler(async (error: Error & { statusCode?: number }, request, reply) => {
    const isOurs = error.statusCode === undefined || error.statusCode >= 500;
    const outcome = isOurs ? serverError(error) : badRequest(error.message);
    return send(request, reply, outcome);
  });

  async function answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const token = bearerToken(request.headers.authorization);
    const person = token === undefined ? undefined : await sessions(token);
    if (person === undefined) {
      reply.header('www-authenticate', challenge(token));
      return send(request, reply, signInRequired());
    }
    const repository = new CareRepository(environment, person);
    const [outcome, resource] = await handled(request, repository);
    return send(request, reply, outcome, resource);
  }

  async function handled(
    request: FastifyRequest,
    repository: CareRepository,
  ): Promise<[OperationOutcome, Resource?]> {
    try {
      const asked = await taken(request, environment.baseUrl, repository);
      const [outcome, resource] = await router.handleRequest(asked, repository);
      if (resource === undefined || asked.method !== 'GET') return [outcome, resource];
      return isKnownTo(request, resource) ? [notModified, resource] : [outcome, shaped(resource, asked.url)];
    } catch (error) {
      return [asOutcomeError(error).outcome];
    }
  }

  function send(
    request: FastifyRequest,
    reply: FastifyReply,
    outcome: OperationOutcome,
    resource?: Resource,
  ): FastifyReply {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    reply.code(getStatus(outcome)).type(FHIR_JSON).header('cache-control', 'no-store');
    if (!isOk(outcome)) return reply.send(JSON.stringify(outcome));
    const version = resource?.meta?.versionId;
    if (resource !== undefined && version !== undefined) {
      reply.header('etag', `W/"${version}"`);
      reply.header('last-modified', new Date(resource.meta?.lastUpdated ?? environment.now()).toUTCString());
      if (!isRead) {
        reply.header(
          'location',
          `${environment.baseUrl}/${resource.resourceType}/${resource.id}/_history/${version}`,
        );
      }
    }
    if (outcome === notModified) return reply.send();
    const isMinimal = !isRead && request.headers.prefer?.includes('return=minimal');
    return reply.send(isMinimal && version !== undefined ? '' : JSON.stringify(resource ?? outcome));
  }
}

function createRouter(): FhirRouter {
  const fhir = new FhirRouter();
  fhir.add('GET', 'Patient/:id/$everything', everything);
  fhir.add('POST', 'Patient/:id/$open-blocked', openBlocked);
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

/** How to come in, as RFC 6750 has it; a token that is not known is told from none at all. */
const challenge = (token: string | undefined): string =>
  `Bearer realm="Genrep"${token === undefined ? '' : ', error="invalid_token"'}`;

/** Whether the reader says it has this version already. */
function isKnownTo({ headers }: FastifyRequest, { meta }: Resource): boolean {
  if (meta?.versionId === undefined) return false;
  const known = headers['if-none-match'];
  if (known !== undefined)
    return known.split(',').some((each) => ['*', meta.versionId].includes(versionIn(each)));
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return Math.floor(Date.parse(meta.lastUpdated ?? '') / 1000) * 1000 <= since;
}

/** Operations may come without a body; anything else must be JSON. */
async function parseBody(text: string): Promise<unknown> {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch (cause) {
    throw Object.assign(new Error('The body is not JSON.', { cause }), { statusCode: 400 });
  }
}
