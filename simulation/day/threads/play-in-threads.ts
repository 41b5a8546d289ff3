import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Measures } from '../../kernel/index.ts';
import type { DayModel } from '../model/day-model.ts';
import { type Simulated, type SimulateOptions, simulatedFrom } from '../simulate.ts';
import type { Played, Share } from './share.ts';

/** Beyond this a thread costs more to start than it saves. */
const MOST_THREADS = 8;

/**
 * Plays models with a thread on each core. A replication is a pure function of its model and its seed, so the result does
 * not depend on how many threads there are.
 */
export async function playInThreads(
  models: readonly DayModel[],
  { replications, seed, progress }: SimulateOptions,
  threads = Math.min(availableParallelism(), MOST_THREADS, replications),
): Promise<Simulated[]> {
  const played = models.map((): Measures<string>[] => []);
  let done = 0;
  const keep = ({ model, replication, measures }: Played): void => {
    const own = played[model];
    if (own !== undefined) own[replication] = measures;
    progress?.(++done);
  };
  await Promise.all(
    Array.from({ length: threads }, (_, first) =>
      playShare({ models, seed, first, step: threads, replications }, keep),
    ),
  );
  return models.map((model, index) => simulatedFrom(model, played[index] ?? []));
}

/** Rejects with the error that ended a thread. */
const playShare = (share: Share, keep: (played: Played) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./thread.ts', import.meta.url), { workerData: share });
    thread.on('message', keep);
    thread.once('error', reject);
    thread.once('exit', () => resolve());
  });
