import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { wordFilesOf } from '../../../input/word-files.ts';

/** Where a running reference environment is reached. */
export interface LiveReference {
  readonly fhir: string;
  readonly ui: string;
  readonly tokenEndpoint: string;
  readonly password: string;
  close(): Promise<void>;
}

/** Genrep's own words, as the commands give them to the environment. */
const WORDS = ['laboratory', 'medication'].flatMap(wordFilesOf).flatMap((file) => ['--words', file]);
const PROGRAM = resolve(import.meta.dirname, '../../../reference/main.ts');

/** Starts the reference environment as a program of its own, on a free port. */
export async function startLiveReference(): Promise<LiveReference> {
  const child = spawn(process.execPath, [PROGRAM, '--port', '0', ...WORDS], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`The reference environment ended with exit code ${code} before it listened.`);
    }),
  ]);
  const { listening } = JSON.parse(line) as { listening: Omit<LiveReference, 'close'> };
  return { ...listening, close: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}
