import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { buildClient } from './client/build.ts';
import { astrayPage } from './faults/at/page.ts';
import type { Faults } from './faults/fault.ts';

/** Serves the clinical web client and the app of home care; the pages of each have addresses of their own, which all lead to its one. */
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
    return reply.sendFile(request.url.startsWith('/home-care/') ? 'home-care/index.html' : 'index.html');
  });
}

/** What has its content's hash in its name never changes; the rest is asked for anew. */
const cacheControlOf = (path: string): string => {
  if (path.endsWith('.html')) return 'no-store';
  return /-[A-Z0-9]{8}\.\w+$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
};
