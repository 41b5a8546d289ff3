import { Worker, type WorkerOptions } from 'node:worker_threads';
import { InputError } from '../../domain/input-error.ts';
import type { Answer } from './answer.ts';

export interface ThreadWork<Task> {
  /** What each thread runs: it ends in `answerTasks`. */
  readonly script: URL;
  readonly options: WorkerOptions;
  readonly workers: number;
  readonly tasks: readonly Task[];
  /** Ends the work; tasks under way are lost. */
  readonly signal?: AbortSignal | undefined;
}

/** Has tasks done by several threads; each takes the next when it is done. Answers come as they are ready. */
export async function inThreads<Task, Result>(
  { script, options, workers, tasks, signal }: ThreadWork<Task>,
  onResult: (task: Task, result: Result) => void,
): Promise<void> {
  const queue = [...tasks];
  const threads = Array.from({ length: Math.min(workers, tasks.length) }, () => new Worker(script, options));
  try {
    await Promise.race([
      Promise.all(threads.map((thread) => work(thread, queue, onResult))),
      ...(signal === undefined ? [] : [aborted(signal)]),
    ]);
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

function work<Task, Result>(
  thread: Worker,
  queue: Task[],
  onResult: (task: Task, result: Result) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const next = (): void => {
      const task = queue.shift();
      if (task === undefined) resolve();
      else thread.postMessage(task);
    };
    thread.on('error', reject);
    thread.on('message', (answer: Answer<Task, Result>) => {
      if ('error' in answer) {
        queue.length = 0;
        reject(answer.isInput ? new InputError(answer.error.message) : answer.error);
        return;
      }
      onResult(answer.task, answer.result);
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
