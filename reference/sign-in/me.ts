import type { FastifyInstance } from 'fastify';
import { signInRequired } from '../fhir/outcome.ts';
import { describePerson, type House } from './person-description.ts';
import { bearerToken, type Sessions } from './sessions.ts';

/** `GET /me`: who the bearer of the token is. */
export function registerMe(app: FastifyInstance, sessions: Sessions, house: House): void {
  app.get('/me', async (request, reply) => {
    const token = bearerToken(request.headers.authorization);
    const person = token === undefined ? undefined : await sessions(token);
    return person === undefined ? reply.code(401).send(signInRequired()) : describePerson(person, house);
  });
}
