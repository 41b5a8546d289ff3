import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { buildClient } from './client/build.ts';
import { astrayPage } from './faults/at/page.ts';
import type { Faults } from './faults/fault.ts';

/** Serves the clinical web client; its pages have addresses of their own, which all lead to the one page. */
export async function registerWebClient(app: FastifyInstance, faults: Faults): Promise<void> {
  const root = await buildClient();
  if (faults.isPlanted('page')) app.addHook('onSend', astrayPage(faults));
  await app.register(fastifyStatic, {
    root,
    wildcard: false,
    cacheControl: false,
    setHeaders: (reply, path) => reply.header('cache-control', cacheControlOf(path)),
  });
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && request.headers.accept?.includes('text/html');
    if (!wantsPage) return reply.code(404).send({ error: 'Not Found' });
    return reply.sendFile('index.html');
  });
}

/** What has its content's hash in its name never changes. */
const cacheControlOf = (path: string): string =>
  path.endsWith('.html') ? 'no-store' : 'public, max-age=31536000, immutable';
