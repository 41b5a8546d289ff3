import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { startGenrep } from './command.ts';

/** Starts a command and kills it, as a crash would, as soon as its journal says this. Rejects when it ended before. */
export async function killedAt(word: string, args: readonly string[], run: string): Promise<void> {
  const { child, result } = startGenrep([...args, '--out', run]);
  while (child.exitCode === null && !(await journalOf(run)).includes(word)) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  child.kill('SIGKILL');
  const { stderr } = await result;
  if (child.signalCode !== 'SIGKILL') throw new Error(`It ended before its journal said ${word}: ${stderr}`);
}

const journalOf = (run: string): Promise<string> =>
  readFile(path.join(run, 'evidence.ndjson'), 'utf8').catch(() => '');
