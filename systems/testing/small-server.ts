import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

export interface Received {
  readonly method: string;
  /** Decoded, with query: '/fhir/Patient?identifier=…' */
  readonly address: string;
  /** As it came. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** What a server can do to the one who asks; a text is an answer in itself. */
export type Reply =
  | JsonReply
  | { readonly status?: number; readonly html: string }
  /** Says how long the answer is, and hangs up in the middle of it. */
  | { readonly half: unknown }
  /** Takes the request and never says a word. */
  | 'silence'
  /** Takes the request and hangs up. */
  | 'hang-up';

export interface JsonReply {
  readonly status?: number;
  readonly json: unknown;
  /** With a `content-encoding` of gzip it is sent so. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What stands before the JSON. */
  readonly before?: string;
}

export interface SmallServer {
  readonly address: string;
  readonly received: readonly Received[];
  close(): Promise<void>;
}

/** A real HTTP server on 127.0.0.1 that answers as a test says, lies included. */
export async function startSmallServer(
  answer: (request: Received) => Reply | Promise<Reply>,
): Promise<SmallServer> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    bodyOf(request).then(async (body) => {
      const one = {
        method: request.method ?? '',
        address: decodeURIComponent(request.url ?? ''),
        url: request.url ?? '',
        headers: request.headers,
        body,
      };
      received.push(one);
      send(await answer(one), response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(reply: Reply, response: ServerResponse): void {
  if (reply === 'silence') return;
  if (reply === 'hang-up') {
    response.destroy();
  } else if ('html' in reply) {
    response.writeHead(reply.status ?? 200, { 'content-type': 'text/html' }).end(reply.html);
  } else if ('half' in reply) {
    const text = JSON.stringify(reply.half);
    response.writeHead(200, {
      'content-type': 'application/fhir+json',
      'content-length': Buffer.byteLength(text),
    });
    response.write(text.slice(0, text.length / 2), () => response.destroy());
  } else {
    const text = reply.json === undefined ? '' : `${reply.before ?? ''}${JSON.stringify(reply.json)}`;
    response
      .writeHead(reply.status ?? 200, { 'content-type': 'application/fhir+json', ...reply.headers })
      .end(reply.headers?.['content-encoding'] === 'gzip' ? gzipSync(text) : text);
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  return body;
}
