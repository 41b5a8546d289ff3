import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Instruction } from '../../devices/instruction.ts';

const PROGRAM = fileURLToPath(new URL('../../devices/main.ts', import.meta.url));

export interface DeviceProcess {
  tell(instruction: Instruction): void;
  close(): Promise<void>;
}

/** The simulated devices, as a process of their own that is started when the first of them is to do something. */
export function createDeviceProcess(
  careSystemPort: number,
  report: (problem: unknown) => void,
): DeviceProcess {
  let started: ReturnType<typeof start> | undefined;
  let closing = false;

  function start() {
    const child = spawn(process.execPath, [PROGRAM, '--care-system-port', String(careSystemPort)], {
      stdio: ['pipe', 'inherit', 'inherit'],
    });
    const ended = once(child, 'exit');
    ended.then(([code]) => {
      if (!closing) report(new Error(`The device process ended with ${code}.`));
    }, report);
    child.stdin.on('error', report);
    return { child, ended };
  }

  return {
    tell(instruction) {
      started ??= start();
      started.child.stdin.write(`${JSON.stringify(instruction)}\n`);
    },
    async close() {
      closing = true;
      started?.child.stdin.end();
      await started?.ended;
    },
  };
}
