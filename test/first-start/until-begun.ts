import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';

interface Where {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Starts a command, stops it with all that it started as soon as it says that it has begun; gives what it said. */
export async function untilBegun(command: string, begun: RegExp, { cwd, env }: Where): Promise<string> {
  const [program = '', ...args] = command.split(' ');
  // A group of its own, so that the signal reaches npm, its shell and the command alike, as Ctrl-C does.
  const child = spawn(program, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let stopped = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (stopped || child.pid === undefined || !begun.test(said)) return;
      stopped = true;
      process.kill(-child.pid, 'SIGINT');
    });
  }
  await once(child, 'close');
  return said;
}
