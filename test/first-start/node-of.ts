import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../cli/project.ts';

const run = promisify(execFile);

/** The folder of a Node of this version, from npm's package `node`; it stays in the project's cache. */
export async function nodeOf(version: string): Promise<string> {
  const folder = path.join(ROOT, '.cache', 'node', version);
  const bin = path.join(folder, 'node_modules', 'node', 'bin');
  if (await isThere(bin, version)) return bin;
  await mkdir(folder, { recursive: true });
  // The package fetches the program for this machine in its own script, which the project's settings would not run.
  const install = ['install', '--prefix', folder, '--no-save', '--ignore-scripts=false', '--prefer-offline'];
  await run('npm', [...install, `node@${version}`], { cwd: folder });
  if (!(await isThere(bin, version))) throw new Error(`npm installed no Node ${version} in ${folder}.`);
  return bin;
}

const isThere = (bin: string, version: string): Promise<boolean> =>
  run(path.join(bin, 'node'), ['--version']).then(
    ({ stdout }) => stdout.trim() === `v${version}`,
    () => false,
  );
