import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A line to a port of this machine that can be cut in the middle of a message, and mended. */
export interface Line {
  readonly port: number;
  cut(isCut: boolean): void;
  close(): Promise<void>;
}

/** Opens a line; who is at its end sees nothing of it while it is whole. */
export async function openLine(to: number): Promise<Line> {
  const sockets = new Set<Socket>();
  let isCut = false;
  const held = (socket: Socket): Socket => {
    sockets.add(socket);
    // Whoever sends on a line that breaks is told by its close.
    return socket.on('error', () => undefined).once('close', () => sockets.delete(socket));
  };
  const server = createServer((near) => {
    held(near);
    if (isCut) return void near.destroy();
    const far = held(connect(to, '127.0.0.1'));
    near.pipe(far).pipe(near);
    near.once('close', () => far.destroy());
    far.once('close', () => near.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The line has no port.');
  const breakOff = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: address.port,
    cut(cut) {
      isCut = cut;
      if (cut) breakOff();
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      breakOff();
      await closed;
    },
  };
}
