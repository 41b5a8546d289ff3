import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { SwitchableFaults } from '../../faults/fault.ts';
import type { Words } from '../../words.ts';

const PROGRAM = fileURLToPath(new URL('../../laboratory/main.ts', import.meta.url));

export interface LaboratoryProcess {
  readonly mllpPort: number;
  /** Address of the workstation of the laboratory's staff. */
  readonly workstation: string;
  close(): Promise<void>;
}

/** Starts the laboratory as a process of its own and waits until it listens. */
export async function startLaboratoryProcess(options: {
  /** Where the care system listens for answers. */
  readonly careSystemPort: number;
  /** HSA-id of the laboratory. */
  readonly facility: string;
  readonly faults: SwitchableFaults;
  readonly words: Words;
  readonly report: (problem: unknown) => void;
}): Promise<LaboratoryProcess> {
  const child = spawn(
    process.execPath,
    [
      PROGRAM,
      '--care-system-port',
      String(options.careSystemPort),
      '--facility',
      options.facility,
      ...options.faults.specifications.flatMap((specification) => ['--fault', specification]),
      ...(options.faults.record === undefined ? [] : ['--struck', options.faults.record]),
      ...options.words.files.flatMap((file) => ['--words', file]),
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  options.faults.onSwitch((change) => child.stdin.write(`${JSON.stringify(change)}\n`));
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const listening = once(lines, 'line').then(([line]): Omit<LaboratoryProcess, 'close'> => JSON.parse(line));
  const stopped = ended.then(([code]) => {
    throw new Error(`The laboratory process ended with ${code}.`);
  });
  const { mllpPort, workstation } = await Promise.race([listening, stopped]);
  stopped.catch(options.report);
  return {
    mllpPort,
    workstation,
    async close() {
      child.stdin.end();
      await ended;
    },
  };
}
