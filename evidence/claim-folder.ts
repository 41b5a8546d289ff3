import { access, link, mkdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { EvidenceError, errorCode } from './errors.ts';
import { JOURNAL_FILE } from './files.ts';
import { alreadyThere, writeError } from './journal-file.ts';

/** Beside a journal for as long as somebody writes in it. */
const LOCK_FILE = 'evidence.lock';

/** The right to write the evidence of one run. */
export interface Claim {
  close(): Promise<void>;
}

/**
 * Sees to it that a run has one writer, and that a new one does not write where another run is. What a process that was
 * killed left is taken over. Throws {@link EvidenceError} when the folder is taken.
 */
export async function claimFolder(folder: string, { isNew }: { readonly isNew: boolean }): Promise<Claim> {
  const made = await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw cannotWriteIn(folder, error);
  });
  if (isNew && (await hasJournal(folder))) throw alreadyThere(folder);
  const path = join(folder, LOCK_FILE);
  const own = `${path}.${process.pid}`;
  for (;;) {
    try {
      await writeFile(own, `${process.pid} ${hostname()}\n`);
      await link(own, path); // Whole at once, and only where none is.
      return {
        async close() {
          await rm(path, { force: true });
          if (made !== undefined) await removeIfEmpty(folder);
        },
      };
    } catch (error) {
      if (NO_FOLDER.has(errorCode(error) ?? '')) throw cannotWriteIn(folder, error);
      if (errorCode(error) !== 'EEXIST') throw writeError(error);
    } finally {
      await rm(own, { force: true });
    }
    await requireNoWriter(folder);
    await rm(path, { force: true });
  }
}

const NO_FOLDER: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT']);

const cannotWriteIn = (folder: string, cause: unknown): EvidenceError =>
  new EvidenceError(
    'no-folder',
    `Mappen ${folder} går inte att skriva i (${errorCode(cause)}). Välj en annan mapp med --out, eller ändra rättigheterna.`,
    { cause },
  );

/** Throws {@link EvidenceError} when a process that is alive writes the run in a folder. */
export async function requireNoWriter(folder: string): Promise<void> {
  const content = await readFile(join(folder, LOCK_FILE), 'utf8').catch(() => '');
  const [pid, host] = content.trim().split(' ');
  if (host === undefined || (host === hostname() && !isAlive(Number(pid)))) return;
  throw new EvidenceError(
    'in-use',
    `Körningen i ${folder} skrivs av process ${pid} på ${host}. Vänta tills den är klar; är den död, ta bort ${LOCK_FILE}.`,
  );
}

/** A run that never came to its first record leaves nothing. */
async function removeIfEmpty(folder: string): Promise<void> {
  try {
    await rmdir(folder);
  } catch (error) {
    if (errorCode(error) !== 'ENOTEMPTY') throw error;
  }
}

/** Whether a run has begun in a folder. */
export const hasJournal = (folder: string): Promise<boolean> => isThere(join(folder, JOURNAL_FILE));

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false; // A number that was another's before it was ours.
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}
