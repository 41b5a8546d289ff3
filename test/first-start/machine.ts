import { existsSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { ROOT } from '../../cli/project.ts';

/** Debian's sh, which remembers where it found a program for as long as a command line lasts. */
const DASH = ['/bin/dash', '/usr/bin/dash'].find((shell) => existsSync(shell));

const folders = (process.env.PATH ?? '')
  .split(path.delimiter)
  .filter((folder) => !folder.includes('node_modules'));

/** The environment of a user's shell: these folders first on PATH, nothing of the npm and the Node that run this. */
export function machine(first: readonly string[], home = homedir()): Readonly<Record<string, string>> {
  const ours = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|node_(env|options|path)$|vitest|test$|init_cwd$)/i.test(name),
  );
  return {
    ...Object.fromEntries(ours),
    HOME: home,
    PATH: [...first, ...folders].join(path.delimiter),
    ...(DASH === undefined ? {} : { npm_config_script_shell: DASH }),
  };
}

/** A folder with an npm in it for which `ci` is quick: it links what is installed here, but like npm's own needs its
 * cache; all else is the machine's npm. */
export async function quickNpm(): Promise<string> {
  const npm = folders.map((folder) => path.join(folder, 'npm')).find((program) => existsSync(program));
  if (npm === undefined) throw new Error('There is no npm on PATH.');
  const bin = await mkdtemp(path.join(tmpdir(), 'genrep-npm-'));
  const installed = path.join(ROOT, 'node_modules');
  const lines = [
    '#!/bin/sh',
    'case "$1" in',
    `  ci) mkdir -p "$npm_config_cache" && { cp -al '${installed}' node_modules 2>/dev/null || cp -R '${installed}' node_modules; } && rm node_modules/.genrep-lock ;;`,
    '  rebuild) ;;',
    `  *) exec '${npm}' "$@" ;;`,
    'esac',
    '',
  ];
  await writeFile(path.join(bin, 'npm'), lines.join('\n'), { mode: 0o755 });
  return bin;
}
