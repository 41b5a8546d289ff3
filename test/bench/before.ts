import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../cli/project.ts';

const run = promisify(execFile);

/** The commit before the work that the ratios are told of. */
const BEFORE = 'a52627488c93e9ccb308b600fc8b13ee8cf499a9';

/** Genrep as it was before, kept as a worktree beside what else is kept; throws where the commit cannot be had. */
export async function genrepBefore(): Promise<string> {
  const folder = path.join(ROOT, '.cache', `before-${BEFORE.slice(0, 7)}`);
  if (existsSync(path.join(folder, 'package.json'))) return folder;
  await run('git', ['worktree', 'prune'], { cwd: ROOT });
  await run('git', ['worktree', 'add', '--detach', folder, BEFORE], { cwd: ROOT });
  await symlink(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  return folder;
}
