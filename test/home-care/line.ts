import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/**
 * A network line that can be cut at any byte, also in the middle of a request or an answer. It knows no HTTP: what is on it
 * when it is cut is gone, whoever sent it, a page or its service worker.
 */
export interface Line {
  /** Where the near end of it is, on 127.0.0.1. */
  readonly port: number;
  /** How many times it has been cut. */
  readonly cuts: number;
  readonly isCut: boolean;
  /** How many bytes have gone through, both ways together. */
  readonly bytes: number;
  cut(): void;
  /** Cuts it when so many more bytes have gone through, in either direction. */
  cutAfter(bytes: number): void;
  mend(): void;
  close(): Promise<void>;
}

export async function openLine(to: number): Promise<Line> {
  const sockets = new Set<Socket>();
  let isCut = false;
  let cuts = 0;
  let passed = 0;
  let left = Number.POSITIVE_INFINITY;
  const cut = (): void => {
    if (!isCut) cuts += 1;
    isCut = true;
    left = Number.POSITIVE_INFINITY;
    for (const socket of sockets) socket.destroy();
  };
  /** Lets through what there is room for before the cut. */
  const pass = (from: Socket, on: Socket): void => {
    from.on('data', (bytes: Buffer) => {
      const through = bytes.subarray(0, Math.min(bytes.length, left));
      left -= bytes.length;
      passed += through.length;
      if (left > 0) return void on.write(through);
      // What went through before the cut has arrived.
      on.write(through, () => cut());
    });
    from.on('end', () => on.end());
    from.on('error', () => on.destroy());
    from.on('close', () => {
      sockets.delete(from);
      on.destroy();
    });
  };
  const server = createServer((near) => {
    if (isCut) return void near.destroy();
    const far = connect(to, '127.0.0.1');
    for (const socket of [near, far]) sockets.add(socket);
    pass(near, far);
    pass(far, near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    get cuts() {
      return cuts;
    },
    get isCut() {
      return isCut;
    },
    get bytes() {
      return passed;
    },
    cut,
    cutAfter(bytes) {
      left = bytes;
    },
    mend() {
      isCut = false;
      left = Number.POSITIVE_INFINITY;
    },
    async close() {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
