import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { ROOT } from '../../input/project.ts';

/** Where a project keeps the Genrep that it was made with. */
const VENDOR = 'vendor';

/**
 * Packs this Genrep into a project, so that it is installed from there: the public registry may have a stranger's package
 * of that name.
 * @returns what npm shall install: 'file:vendor/genrep-0.1.0.tgz'
 */
export async function packGenrep(project: string): Promise<string> {
  const vendor = path.join(project, VENDOR);
  await mkdir(vendor, { recursive: true });
  const { stdout } = await promisify(execFile)(
    'npm',
    ['pack', '--ignore-scripts', '--silent', '--pack-destination', vendor],
    { cwd: ROOT, shell: process.platform === 'win32' },
  );
  return `file:${VENDOR}/${stdout.trim()}`;
}
