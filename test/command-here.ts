import process from 'node:process';
import { vi } from 'vitest';
import { main } from '../cli/main.ts';
import type { CommandResult } from './command.ts';

/**
 * Runs a Genrep command in this process, for what ends before it has begun: as quick as the work itself. Not `features`
 * beyond what it refuses at once: its sentences are loaded for robots, once in a process (flows/steps.ts).
 */
export async function genrepHere(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  const said = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      said[stream] += String(text);
      return true;
    }),
  );
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  try {
    await main([process.execPath, 'genrep', ...args]);
    return { exitCode: Number(process.exitCode ?? 0), ...said };
  } finally {
    process.exitCode = undefined;
    vi.unstubAllEnvs();
    for (const spy of spies) spy.mockRestore();
  }
}
