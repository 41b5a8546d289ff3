import type { FastifyInstance } from 'fastify';
import type { SavedState } from './store/saved-state.ts';

/**
 * `POST /saved-state` keeps the environment as it is; `POST /saved-state/restore` goes back to what was kept. Both want a
 * body of JSON, which a page of another site cannot send here unasked.
 */
export function registerSavedState(app: FastifyInstance, state: SavedState): void {
  app.post('/saved-state', async (request, reply) => {
    if (!isJson(request.headers)) return reply.code(415).send();
    await state.save();
    return reply.code(204).send();
  });
  app.post('/saved-state/restore', async (request, reply) => {
    if (!isJson(request.headers)) return reply.code(415).send();
    return reply.code((await state.restore()) ? 204 : 409).send();
  });
}

const isJson = ({ 'content-type': type = '' }: { readonly 'content-type'?: string }): boolean =>
  type.startsWith('application/json');
