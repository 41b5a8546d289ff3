import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Agent, request as send } from 'undici';
import type { Shut } from './drill.ts';

/** What the way to the system lets through. */
type Mode = 'up' | 'read-only' | Shut;

/** A door in front of a system under test, which can be shut without touching the system. */
export interface Gateway {
  /** What the robots of a drill are told is the system's FHIR address. */
  readonly address: string;
  set(mode: Mode): void;
  close(): Promise<void>;
}

/** Opens a door on 127.0.0.1 to a FHIR address; what passes is not changed. */
export async function openGateway(fhir: string): Promise<Gateway> {
  const agent = new Agent();
  let mode: Mode = 'up';
  const server = createServer((request, response) => {
    pass(request, response, { mode, fhir, agent }).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    set(next) {
      mode = next;
      // Whoever is connected when the network goes is cut off in the middle of a sentence.
      if (next === 'network') server.closeAllConnections();
    },
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await agent.close();
    },
  };
}

interface Behind {
  readonly mode: Mode;
  readonly fhir: string;
  readonly agent: Agent;
}

async function pass(request: IncomingMessage, response: ServerResponse, { mode, fhir, agent }: Behind) {
  const { method = 'GET', url = '/', headers } = request;
  const isRead = method === 'GET' || url.includes('/_search');
  if (mode === 'network') return void response.destroy();
  if (mode === 'sign-in') return refuse(response, 401, 'login', 'Inloggningen är ur funktion.');
  if (mode === 'system') return refuse(response, 503, 'transient', 'Systemet är stoppat.');
  if (mode === 'read-only' && !isRead) return refuse(response, 503, 'transient', 'Det går bara att läsa.');
  const body = await bodyOf(request);
  const { host: _host, connection: _connection, ...rest } = headers;
  const answer = await send(`${fhir}${url}`, {
    ...{ dispatcher: agent, method: method as 'GET', headers: { ...rest, 'content-length': undefined } },
    ...(body.length === 0 ? {} : { body }),
  });
  const { 'transfer-encoding': _encoding, connection: _kept, ...told } = answer.headers;
  response.writeHead(answer.statusCode, told);
  response.end(Buffer.from(await answer.body.arrayBuffer()));
}

function refuse(response: ServerResponse, status: number, code: string, text: string): void {
  response.writeHead(status, { 'content-type': 'application/fhir+json', 'retry-after': '1' });
  const issue = [{ severity: 'error', code, details: { text } }];
  response.end(JSON.stringify({ resourceType: 'OperationOutcome', issue }));
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
