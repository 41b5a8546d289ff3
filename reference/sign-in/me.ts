import type { FastifyInstance } from 'fastify';
import { signInRequired } from '../fhir/outcome.ts';
import type { Unit } from '../workflow.ts';
import { describePerson } from './person-description.ts';
import { bearerToken, type Sessions } from './sessions.ts';

/** `GET /me`: who the bearer of the token is. */
export function registerMe(app: FastifyInstance, sessions: Sessions, units: readonly Unit[]): void {
  app.get('/me', async (request, reply) => {
    const token = bearerToken(request.headers.authorization);
    const person = token === undefined ? undefined : await sessions(token);
    return person === undefined ? reply.code(401).send(signInRequired()) : describePerson(person, units);
  });
}
