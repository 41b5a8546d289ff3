import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { ROOT } from '../cli/project.ts';

/** How a command ended and what it wrote. */
export interface CommandResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a Genrep command as a user does, in a process of its own. */
export async function genrep(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  const { child, result } = startGenrep(args, env);
  child.stdin.end();
  return result;
}

/** The same, without waiting for its end. */
export function startGenrep(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const program = path.join(ROOT, 'cli', 'genrep.mjs');
  const child = spawn(process.execPath, [program, ...args], { cwd: ROOT, env: { ...process.env, ...env } });
  const exit = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? -1)));
  const result = Promise.all([exit, text(child.stdout), text(child.stderr)]).then(
    ([exitCode, stdout, stderr]): CommandResult => ({ exitCode, stdout, stderr }),
  );
  return { child, result };
}
