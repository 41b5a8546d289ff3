import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Hl7Message } from '@medplum/core';
import { Hl7Connection, type Hl7ErrorEvent, type Hl7MessageEvent } from '@medplum/hl7';

export interface MllpListener {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Listens for HL7 messages over MLLP and answers each. Medplum's own Hl7Server listens on every interface of the
 * machine, this only on 127.0.0.1.
 */
export async function listenForMessages(
  answer: (message: Hl7Message) => Promise<Hl7Message>,
  report: (problem: unknown) => void,
): Promise<MllpListener> {
  const connections = new Set<Hl7Connection>();
  const server = createServer((socket) => {
    const connection = new Hl7Connection(socket, 'utf-8');
    connections.add(connection);
    connection.addEventListener('close', () => connections.delete(connection));
    connection.addEventListener('error', ({ error }: Hl7ErrorEvent) => report(error));
    connection.addEventListener('message', ({ message }: Hl7MessageEvent) => {
      answer(message).then((reply) => connection.send(reply), report);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The MLLP listener has no port.');
  return {
    port: address.port,
    async close() {
      server.close();
      await Promise.all([...connections].map((connection) => connection.close()));
    },
  };
}
