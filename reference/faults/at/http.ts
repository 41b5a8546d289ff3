import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Faults } from '../fault.ts';

/** A browser says of its requests where they come from; other clients do not. */
export const throughOf = ({ headers }: FastifyRequest): 'page' | 'api' =>
  headers['sec-fetch-site'] === undefined ? 'api' : 'page';

/** Answers a request, or what is left of it. */
export async function astrayRequest(
  request: FastifyRequest,
  reply: FastifyReply,
  faults: Faults,
  answer: (reply: FastifyReply) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  if (!faults.isPlanted('http')) return answer(reply);
  const { headers } = request.raw;
  const { method } = request;
  const resourceType = /^\/fhir\/([A-Za-z]+)/.exec(request.url)?.[1];
  const passed = faults.pass('http', headers, { method, resourceType });
  if (passed === undefined) return answer(reply);
  if (passed.afterSeconds !== undefined) await pause(passed.afterSeconds * 1_000);
  for (const [name, value] of Object.entries(passed.things[0] ?? headers)) {
    if (value === undefined) delete headers[name];
    else headers[name] = value;
  }
  const { answer: instead } = passed;
  if (instead === undefined) return answer(reply);
  if (instead.done) await answer(silent(reply));
  reply.code(instead.status).type('application/fhir+json; charset=utf-8');
  if (instead.retryAfter !== undefined) reply.header('retry-after', instead.retryAfter);
  return reply.send(JSON.stringify(OUT_OF_ORDER));
}

const OUT_OF_ORDER = {
  resourceType: 'OperationOutcome',
  issue: [{ severity: 'error', code: 'transient', details: { text: 'Systemet svarar inte just nu.' } }],
};

/** A reply that nobody hears, and that nobody waits for. */
function silent(reply: FastifyReply): FastifyReply {
  const deaf: FastifyReply = new Proxy(reply, {
    get: (target, name) =>
      ['code', 'type', 'header', 'send'].includes(String(name))
        ? () => deaf
        : name === 'then'
          ? undefined
          : Reflect.get(target, name),
  });
  return deaf;
}
