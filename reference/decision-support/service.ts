import Fastify, { type FastifyInstance } from 'fastify';
import { astrayRules } from '../faults/at/rules.ts';
import type { Faults } from '../faults/fault.ts';
import type { Words } from '../words.ts';
import { type CdsRequest, type CdsService, HOOKS, type ServiceDescription } from './cds-hooks.ts';
import { readRules } from './rules.ts';
import { servicesOver } from './services.ts';

export interface DecisionSupport {
  /** Address on 127.0.0.1; services are listed at /cds-services. */
  readonly address: string;
  readonly services: readonly CdsService[];
  close(): Promise<void>;
}

export interface DecisionSupportOptions {
  readonly words: Words;
  readonly faults: Faults;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

const REQUEST = {
  type: 'object',
  required: ['hook', 'hookInstance', 'context'],
  properties: {
    hook: { enum: HOOKS },
    hookInstance: { type: 'string', minLength: 1 },
    context: { type: 'object' },
    prefetch: { type: 'object' },
  },
};

/**
 * CDS Hooks 2.0: discovery at `GET /cds-services`, advice at `POST /cds-services/ID`. A service knows nothing but what the
 * caller brings along; what it needs and was not brought is answered with 412, as the standard says.
 */
export function registerCdsHooks(app: FastifyInstance, services: readonly CdsService[]): void {
  app.get('/cds-services', async () => ({
    services: services.map(({ evaluate: _evaluate, ...description }): ServiceDescription => description),
  }));

  app.post<{ Params: { id: string }; Body: CdsRequest }>(
    '/cds-services/:id',
    { schema: { body: REQUEST } },
    async ({ params, body }, reply) => {
      const service = services.find(({ id }) => id === params.id);
      if (service === undefined) return reply.status(404).send({ error: `No service "${params.id}".` });
      if (service.hook !== body.hook) {
        return reply.status(400).send({ error: `"${service.id}" is for ${service.hook}, not ${body.hook}.` });
      }
      const lacking = Object.keys(service.prefetch ?? {}).filter((key) => body.prefetch?.[key] === undefined);
      if (lacking.length > 0) {
        return reply.status(412).send({ error: `"${service.id}" needs the prefetch ${lacking.join(', ')}.` });
      }
      return { cards: service.evaluate(body) };
    },
  );
}

/** Starts the decision support on a free port of 127.0.0.1, over the rules of rules/. */
export async function startDecisionSupport({
  words,
  faults,
  now,
}: DecisionSupportOptions): Promise<DecisionSupport> {
  const rules = readRules();
  const services = servicesOver(() => astrayRules(rules, faults), words, now);
  const server = Fastify();
  registerCdsHooks(server, services);
  const address = await server.listen({ port: 0, host: '127.0.0.1' });
  return { address, services, close: () => server.close() };
}
