import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../cli/project.ts';

/** What git tracks here. */
export async function trackedFiles(): Promise<string[]> {
  const { stdout } = await promisify(execFile)('git', ['ls-files', '-z', '--deduplicate'], { cwd: ROOT });
  return stdout.split('\0').filter((file) => file !== '');
}

/** What a clone holds, as it is now; the k6 that there is goes along, so that it is not built once more. */
export async function freshCopy(): Promise<string> {
  const copy = await mkdtemp(path.join(tmpdir(), 'genrep-first-start-'));
  const files = await trackedFiles();
  const folders = new Set(files.map((file) => path.dirname(file)));
  for (const folder of folders) await mkdir(path.join(copy, folder), { recursive: true });
  await Promise.all(files.map((file) => copyFile(path.join(ROOT, file), path.join(copy, file))));
  await mkdir(path.join(copy, '.cache'));
  await mkdir(path.join(ROOT, '.cache', 'k6'), { recursive: true });
  await symlink(path.join(ROOT, '.cache', 'k6'), path.join(copy, '.cache', 'k6'));
  return copy;
}
