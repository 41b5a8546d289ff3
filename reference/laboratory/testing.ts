import { once } from 'node:events';
import { connect } from 'node:net';

/** Sends bytes as an MLLP client that is not ours, and reads the answer's, as text of UTF-8. */
export async function exchange(port: number, message: string, encoding: 'latin1' | 'utf8'): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const answer: Buffer[] = [];
  try {
    await once(socket, 'connect');
    socket.write(Buffer.from(`\v${message}\x1c\r`, encoding));
    while (!Buffer.concat(answer).includes('\x1c\r')) {
      const [data] = await once(socket, 'data');
      answer.push(data);
    }
  } finally {
    socket.destroy();
  }
  return Buffer.concat(answer).subarray(1, -2).toString('utf8');
}
