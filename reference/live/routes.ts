import type { FastifyInstance } from 'fastify';
import type { Environment } from '../fhir/environment.ts';
import { signInRequired } from '../fhir/outcome.ts';
import { organizationReference } from '../organisation.ts';
import { bearerToken, type Sessions } from '../sign-in/sessions.ts';
import type { SignedIn } from '../workflow.ts';
import type { LiveUpdate } from './live-updates.ts';

/** Keeps proxies and browsers from thinking that a quiet stream is a dead one. Milliseconds. */
const HEARTBEAT = 20_000;

/** `GET /events`: server-sent events about what is written, each reader's own. */
export function registerLiveUpdates(
  app: FastifyInstance,
  environment: Environment,
  sessions: Sessions,
): void {
  const open = new Set<() => void>();
  app.addHook('preClose', async () => {
    for (const close of open) close();
  });
  app.get<{ Querystring: { access_token?: string } }>('/events', async (request, reply) => {
    const token = bearerToken(request.headers.authorization) ?? request.query.access_token;
    const person = token === undefined ? undefined : await sessions(token);
    if (person === undefined) return reply.code(401).send(signInRequired());
    reply.hijack();
    const stream = reply.raw;
    stream.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      connection: 'keep-alive',
    });
    stream.write(': öppen\n\n');
    const stopListening = environment.live.listen((update) => {
      if (concerns(update, person, environment)) stream.write(`data: ${JSON.stringify(update)}\n\n`);
    });
    const heartbeat = setInterval(() => stream.write(': .\n\n'), HEARTBEAT);
    const close = (): void => {
      clearInterval(heartbeat);
      stopListening();
      open.delete(close);
      stream.end();
    };
    open.add(close);
    request.raw.on('close', close);
  });
}

/** A reader is told of what they may read: all of a kind, or what bears their own name or unit. */
function concerns(update: LiveUpdate, person: SignedIn, { authority }: Environment): boolean {
  const scope = authority.readable(person, update.type);
  if (scope === undefined) return false;
  if (scope === '') return person.role !== 'patient' || update.patient === person.patient;
  if (person.patient !== undefined) return update.patient === person.patient;
  return person.unit !== undefined && update.unit === organizationReference(person.unit);
}
