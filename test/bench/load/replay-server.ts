import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerTo, type Exchange, keyOf } from './exchange.ts';
import { kept } from './recording-proxy.ts';

/** One request that came, with what it was answered and when, in milliseconds from the first. */
export interface ReplayedExchange extends Exchange {
  readonly at: number;
}

/**
 * Answers as a system once did, at hardly any cost, so that what is measured is who asks. A request that was answered
 * differently from time to time gets the same answers in the same order, and the last one ever after.
 * @param recordedAt what the answers call the host that they came from
 */
export async function startReplayServer(recorded: readonly Exchange[], recordedAt: string) {
  let answers = new Map<string, Exchange[]>();
  const given = new Map<string, number>();
  const replayed: ReplayedExchange[] = [];
  let first: number | undefined;
  const server = createServer((incoming, outgoing) => {
    first ??= performance.now();
    const at = performance.now() - first;
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const { method, url: path = '/' } = incoming;
      const request = { method: method as Exchange['method'], path, headers: kept(incoming.headers), body };
      const key = keyOf(request);
      const known = answers.get(key);
      const times = given.get(key) ?? 0;
      given.set(key, times + 1);
      const exchange = known?.[Math.min(times, known.length - 1)];
      if (exchange === undefined) {
        outgoing.writeHead(404).end(`Nobody asked before: ${key}`);
        return;
      }
      const { answer } = exchange;
      replayed.push({ ...request, answer, at });
      outgoing.writeHead(answer.status, answer.headers).end(answerTo(path, exchange));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const here: Exchange[] = JSON.parse(JSON.stringify(recorded).replaceAll(recordedAt, origin));
  answers = Map.groupBy(here, keyOf);
  return {
    origin,
    replayed,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
