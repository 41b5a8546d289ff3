import process from 'node:process';
import { asNamed } from './run-folder.ts';

/** A run that the user ended early, and that can go on; the message says how. */
export class RunInterrupted extends Error {
  constructor(command: string, folder: string) {
    super(
      `Avbrutet. Det som hann göras finns kvar; fortsätt med: npx genrep ${command} --resume ${asNamed(folder)}`,
    );
    this.name = 'AbortError';
  }
}

/** Whether an error only says that the user pressed Ctrl-C. */
export const isInterruption = (error: unknown): error is Error =>
  error instanceof Error && error.name === 'AbortError';

/** Does some work that Ctrl-C, or a polite kill, can end early through the signal it is given. */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const interrupt = (): void => controller.abort();
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  try {
    return await work(controller.signal);
  } finally {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  }
}
