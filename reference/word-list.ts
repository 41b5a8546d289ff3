import type { FastifyInstance } from 'fastify';
import type { Words } from './words.ts';

/** `GET /words`: what can be ordered, prescribed and recorded in the house, as its pages let people choose. */
export function registerWords(app: FastifyInstance, { tests, drugs, allergens }: Words): void {
  app.get('/words', async () => ({ tests, drugs, allergens }));
}
