import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startGenrep } from '../command.ts';
import { below, type Figure } from './figure.ts';
import { CpuOfTree } from './process-tree.ts';

const SAMPLING = 250;

/** A whole day as `npm start` rehearses it: how long it takes and how much of the processor goes to Genrep itself. */
export async function benchDay(): Promise<Figure[]> {
  const run = path.join(await mkdtemp(path.join(tmpdir(), 'genrep-bench-')), 'day');
  const begun = performance.now();
  const { child, result } = startGenrep(['day', 'sas-vardag', '--load', 'beside-robots', '--out', run]);
  const tree = new CpuOfTree(child.pid ?? 0);
  const timer = setInterval(() => tree.sample(), SAMPLING);
  const { exitCode } = await result;
  clearInterval(timer);
  if (exitCode !== 0) throw new Error(`The day ended with exit code ${exitCode}; see ${run}.`);
  const { root, all } = tree.seconds();
  return [
    below(
      'day: whole run as by `npm start`, 520 flows, one in twenty in a browser, a load beside them',
      (performance.now() - begun) / 1_000,
      180,
      's',
    ),
    below("day: robots' own share of the run's processor time", (100 * root) / all, 40, '%'),
  ];
}
