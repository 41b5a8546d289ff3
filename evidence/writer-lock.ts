import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { EvidenceError, errorCode } from './errors.ts';

/** Beside a journal for as long as somebody writes in it. */
const LOCK_FILE = 'evidence.lock';

/**
 * Sees to it that a journal has one writer. What a process that was killed left is taken over.
 * Throws {@link EvidenceError} when the writer is alive; answers how to let go.
 */
export async function lockJournal(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, LOCK_FILE);
  const own = `${path}.${process.pid}`;
  for (;;) {
    try {
      await writeFile(own, `${process.pid} ${hostname()}\n`);
      await link(own, path); // Whole at once, and only where none is.
      return () => rm(path, { force: true });
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    } finally {
      await rm(own, { force: true });
    }
    const [pid, host] = (await readFile(path, 'utf8').catch(() => '')).trim().split(' ');
    if (host === hostname() ? isAlive(Number(pid)) : host !== undefined) {
      throw new EvidenceError(
        'in-use',
        `Körningen i ${folder} skrivs av process ${pid} på ${host}. Vänta tills den är klar; är den död, ta bort ${LOCK_FILE}.`,
      );
    }
    await rm(path, { force: true });
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false; // A number that was another's before it was ours.
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}
