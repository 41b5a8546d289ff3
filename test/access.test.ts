import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EXIT } from '../domain/verdict.ts';
import type { Readiness } from '../reports/readiness.ts';
import { genrep } from './command.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'genrep-access-'));
});
afterAll(() => rm(folder, { recursive: true }));

const AS_LONG_AS_A_BUSY_MACHINE_TAKES = 180_000;

it(
  'finds every pair of the matrix right, and all of it in the log',
  async () => {
    const out = path.join(folder, 'run');
    const { exitCode, stdout, stderr } = await genrep(['access', '--strength', '2', '--json', '--out', out]);
    expect(exitCode, stderr).toBe(EXIT.pass);
    const { access, outcome }: Readiness = JSON.parse(stdout);
    expect(outcome).toBe('passed');
    expect(access?.counts).toMatchObject({ fail: 0, error: 0, unknown: 0, 'not-covered': 0 });
    expect(access?.counts.pass).toBe(access?.opened.cells.tried);
    expect([access?.log?.found, access?.log?.explained]).toEqual([access?.log?.done, access?.log?.entries]);
    expect(access?.followUps.map(({ planted, found }) => [planted, found])).toEqual([
      [2, 2],
      [1, 1],
      [1, 1],
    ]);
  },
  AS_LONG_AS_A_BUSY_MACHINE_TAKES,
);
