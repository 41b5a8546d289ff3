import { startGenrep } from './command.ts';
import { journalSays } from './journal-says.ts';

/** Starts a command and kills it, as a crash would, as soon as its journal says this. Rejects when it ended before. */
export async function killedAt(word: string, args: readonly string[], run: string): Promise<void> {
  const { child, result } = startGenrep([...args, '--out', run]);
  await journalSays(run, word, () => child.exitCode !== null);
  child.kill('SIGKILL');
  const { stderr } = await result;
  if (child.signalCode !== 'SIGKILL') throw new Error(`It ended before its journal said ${word}: ${stderr}`);
}
