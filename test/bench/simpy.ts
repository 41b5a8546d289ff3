import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const VERSION = '4.1.1';

/** What SimPy does on the same machine, in an environment of its own that is thrown away; why not, in words, without it. */
export async function simPyCustomersPerSecond(): Promise<number | string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'genrep-simpy-'));
  const python = path.join(folder, 'bin', 'python');
  try {
    await run('python3', ['-m', 'venv', folder]);
    await run(python, [
      '-m',
      'pip',
      'install',
      '--quiet',
      '--disable-pip-version-check',
      `simpy==${VERSION}`,
    ]);
    const { stdout } = await run(python, [path.join(import.meta.dirname, 'mm1_in_simpy.py')]);
    return Number(stdout);
  } catch (error) {
    return `not measured: ${reasonOf(error)}`;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const reasonOf = (error: unknown): string => {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'no Python here';
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n', 1)[0] ?? message;
};
