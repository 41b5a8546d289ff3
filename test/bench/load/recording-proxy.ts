import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { request as send } from 'undici';
import type { Exchange } from './exchange.ts';

const ASKED_WITH = [
  'accept',
  'content-type',
  'authorization',
  'prefer',
  'if-none-exist',
  'if-match',
  'cache-control',
];
const ANSWERED_WITH = ['content-type', 'location', 'etag'];

/** Passes requests on to a host and remembers what came of them, until it is closed. */
export async function startRecordingProxy(origin: string) {
  const exchanges: Exchange[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    const path = incoming.url ?? '/';
    const headers = kept(incoming.headers, ASKED_WITH);
    const method = incoming.method as Exchange['method'];
    const came = await send(`${origin}${path}`, { method, headers, ...(body === '' ? {} : { body }) });
    const answer = {
      status: came.statusCode,
      headers: kept(came.headers, ANSWERED_WITH),
      body: await came.body.text(),
    };
    exchanges.push({ method, path, headers, body, answer });
    outgoing.writeHead(answer.status, answer.headers).end(answer.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    exchanges,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

export function kept(
  headers: IncomingHttpHeaders,
  names: readonly string[] = ASKED_WITH,
): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = headers[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}
