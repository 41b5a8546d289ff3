import type { MessagePort } from 'node:worker_threads';
import { InputError } from '../../domain/input-error.ts';

/** What a thread answers to a task. */
export type Answer<Task, Result> =
  | { readonly task: Task; readonly result: Result }
  | { readonly task: Task; readonly error: Error; readonly isInput: boolean };

/** A thread's side of `inThreads`: does each task that comes. */
export function answerTasks<Task, Result>(
  port: MessagePort,
  perform: (task: Task) => Result | Promise<Result>,
): void {
  port.on('message', async (task: Task) => port.postMessage(await answer(task, perform)));
}

async function answer<Task, Result>(
  task: Task,
  perform: (task: Task) => Result | Promise<Result>,
): Promise<Answer<Task, Result>> {
  try {
    return { task, result: await perform(task) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { task, error, isInput: error instanceof InputError };
  }
}
