import { Worker } from 'node:worker_threads';
import { InputError } from '../../domain/input-error.ts';
import type { Receipt } from './whole-folder.ts';
import type { WorkerAnswer, WorkerPlan } from './worker.ts';

export interface ShardWork {
  readonly workers: number;
  readonly shards: readonly number[];
  /** Ends the work; shards under way are lost, which the next run notices. */
  readonly signal?: AbortSignal | undefined;
}

/** Has shards written by several threads; each takes the next when it is done. */
export async function writeShardsInParallel(
  plan: WorkerPlan,
  { workers, shards, signal }: ShardWork,
  onShard: (shard: number, receipt: Receipt) => void,
): Promise<void> {
  const queue = [...shards];
  const threads = Array.from(
    { length: Math.min(workers, shards.length) },
    () => new Worker(new URL('./worker.ts', import.meta.url), { workerData: plan }),
  );
  try {
    await Promise.race([
      Promise.all(threads.map((thread) => work(thread, queue, onShard))),
      ...(signal === undefined ? [] : [aborted(signal)]),
    ]);
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

function work(
  thread: Worker,
  queue: number[],
  onShard: (shard: number, receipt: Receipt) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const next = (): void => {
      const shard = queue.shift();
      if (shard === undefined) resolve();
      else thread.postMessage(shard);
    };
    thread.on('error', reject);
    thread.on('message', (answer: WorkerAnswer) => {
      if ('error' in answer) {
        queue.length = 0;
        reject(answer.isInput ? new InputError(answer.error.message) : answer.error);
        return;
      }
      onShard(answer.shard, answer.receipt);
      next();
    });
    next();
  });
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const end = (): void => reject(signal.reason);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}
