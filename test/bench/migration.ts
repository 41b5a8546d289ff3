import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { generatePopulation } from '../../generators/generate-population.ts';
import { startGenrep } from '../command.ts';
import { below, type Figure } from './figure.ts';

/** People with ten years of history: about 15 million records, on both sides. */
const PEOPLE = 100_000;
const OPTIONS = {
  seed: 3,
  people: PEOPLE,
  until: '2026-01-01',
  years: 10,
  workers: 2,
  compress: 'none',
} as const;

/** A whole migration compared as by the command: its time and its memory. Takes 11 GB of disk and some minutes. */
export async function benchMigration(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'genrep-bench-'));
  try {
    const people = path.join(folder, 'people');
    await generatePopulation({ ...OPTIONS, format: 'ndjson', out: people });
    const begun = performance.now();
    const { child, result } = startGenrep([
      ...['migration', people, '--target', people, '--out', path.join(folder, 'run')],
    ]);
    let most = 0;
    const look = setInterval(() => {
      most = Math.max(most, mostMemoryOf(child.pid));
    }, 250);
    const { exitCode, stderr } = await result.finally(() => clearInterval(look));
    if (exitCode !== 0) throw new Error(`The comparison ended with ${exitCode}: ${stderr}`);
    return [
      below(
        `migration: ${PEOPLE} people compared, whole command`,
        (performance.now() - begun) / 1_000,
        180,
        's',
      ),
      below(`migration: ${PEOPLE} people compared, memory`, most, 2_000, 'MB'),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The most memory that a process has used so far, in megabytes (Linux only); none of one that has ended. */
function mostMemoryOf(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024;
  } catch {
    // It ended between two looks.
    return 0;
  }
}
