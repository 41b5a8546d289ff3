import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Readiness } from '../../reports/readiness.ts';
import { genrep } from '../command.ts';
import { atLeast, below, type Figure, told } from './figure.ts';

/** Every cell of the matrix tried on the reference as by the command: its time, and whether each was right and in the log. */
export async function benchAccess(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'genrep-bench-'));
  try {
    const begun = performance.now();
    const { exitCode, stdout, stderr } = await genrep([
      ...['access', '--strength', 'all', '--json', '--out', path.join(folder, 'run')],
    ]);
    const seconds = (performance.now() - begun) / 1_000;
    if (exitCode !== 0) throw new Error(`The matrix ended with ${exitCode}: ${stderr}`);
    const { access }: Readiness = JSON.parse(stdout);
    if (access?.log === undefined) throw new Error('The matrix left no result.');
    const { opened, counts, log } = access;
    return [
      told('access: cells of the matrix', opened.cells.all, 'cells'),
      below('access: every cell tried, whole command', seconds, 300, 's'),
      atLeast('access: cells that were right', (100 * counts.pass) / opened.cells.tried, 100, '%'),
      atLeast('access: accesses found in the log', (100 * log.found) / log.done, 100, '%'),
      atLeast('access: entries of the log explained', (100 * log.explained) / log.entries, 100, '%'),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
