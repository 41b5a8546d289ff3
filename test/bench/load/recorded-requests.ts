import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { request as send } from 'undici';

/** One request as it went past, with what names it to whoever keeps figures. */
interface RecordedRequest {
  readonly method: string;
  /** From the host on. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly status: number;
}

const KEPT = [
  'accept',
  'content-type',
  'authorization',
  'prefer',
  'if-none-exist',
  'if-match',
  'cache-control',
];

/** Passes requests on to a host and remembers them, until it is closed. */
export async function recordRequests(origin: string) {
  const requests: RecordedRequest[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    const path = incoming.url ?? '/';
    const headers = Object.fromEntries(
      KEPT.flatMap((name) => {
        const value = incoming.headers[name];
        return typeof value === 'string' ? [[name, value]] : [];
      }),
    );
    const method = incoming.method as 'GET' | 'POST' | 'PUT';
    const answer = await send(`${origin}${path}`, { method, headers, ...(body === '' ? {} : { body }) });
    requests.push({ method, path, headers, body, status: answer.statusCode });
    const { 'content-type': type, location, etag } = answer.headers;
    outgoing.writeHead(
      answer.statusCode,
      Object.fromEntries(
        Object.entries({ 'content-type': type, location, etag }).filter(([, value]) => value !== undefined),
      ),
    );
    outgoing.end(Buffer.from(await answer.body.arrayBuffer()));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    async close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
