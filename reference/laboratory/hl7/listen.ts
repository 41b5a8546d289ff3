import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Hl7Message } from '@medplum/core';
import { Hl7Connection, type Hl7ErrorEvent, type Hl7MessageEvent } from '@medplum/hl7';
import { BYTES, decoded, encoded } from './charset.ts';
import { MessageError } from './message-error.ts';

export interface MllpListener {
  readonly port: number;
  close(): Promise<void>;
}

/** Answers every message. */
export interface Receiver {
  take(message: Hl7Message): Promise<Hl7Message>;
  /** The message's bytes are no text as it says they are; it holds a byte in each character. */
  refuse(message: Hl7Message, error: MessageError): Promise<Hl7Message>;
}

/**
 * Listens for HL7 messages over MLLP and answers each. Medplum's own Hl7Server listens on every interface of the
 * machine, this only on 127.0.0.1.
 */
export async function listenForMessages(
  receiver: Receiver,
  report: (problem: unknown) => void,
): Promise<MllpListener> {
  const connections = new Set<Hl7Connection>();
  const server = createServer((socket) => {
    const connection = new Hl7Connection(socket, BYTES);
    connections.add(connection);
    connection.addEventListener('close', () => connections.delete(connection));
    connection.addEventListener('error', ({ error }: Hl7ErrorEvent) => report(error));
    connection.addEventListener('message', ({ message }: Hl7MessageEvent) => {
      answerTo(receiver, message).then((reply) => connection.send(encoded(reply)), report);
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

async function answerTo({ take, refuse }: Receiver, bytes: Hl7Message): Promise<Hl7Message> {
  let message: Hl7Message;
  try {
    message = decoded(bytes);
  } catch (error) {
    if (!(error instanceof MessageError)) throw error;
    return refuse(bytes, error);
  }
  return take(message);
}
