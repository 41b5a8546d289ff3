import Fastify from 'fastify';
import type { Words } from '../words.ts';
import { type CdsRequest, type CdsService, HOOKS, type ServiceDescription } from './cds-hooks.ts';
import { allergyCheck } from './services/allergy-check.ts';
import { duplicateCheck } from './services/duplicate-check.ts';
import { earlyWarning } from './services/early-warning.ts';

export interface DecisionSupport {
  /** Address on 127.0.0.1; services are listed at /cds-services. */
  readonly address: string;
  close(): Promise<void>;
}

const servicesFor = (words: Words): readonly CdsService[] => [
  allergyCheck(words),
  duplicateCheck,
  earlyWarning,
];

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

/** Starts the decision support: CDS Hooks 2.0 services over the rules of rules/, on a free port of 127.0.0.1. */
export async function startDecisionSupport(
  words: Words,
  services: readonly CdsService[] = servicesFor(words),
): Promise<DecisionSupport> {
  const server = Fastify();

  server.get('/cds-services', async () => ({
    services: services.map(({ evaluate: _evaluate, ...description }): ServiceDescription => description),
  }));

  server.post<{ Params: { id: string }; Body: CdsRequest }>(
    '/cds-services/:id',
    { schema: { body: REQUEST } },
    async ({ params, body }, reply) => {
      const service = services.find(({ id }) => id === params.id);
      if (service === undefined) return reply.status(404).send({ error: `No service "${params.id}".` });
      if (service.hook !== body.hook) {
        return reply.status(400).send({ error: `"${service.id}" is for ${service.hook}, not ${body.hook}.` });
      }
      return { cards: service.evaluate(body) };
    },
  );

  const address = await server.listen({ port: 0, host: '127.0.0.1' });
  return { address, close: () => server.close() };
}
