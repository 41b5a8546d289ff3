import { mkdtemp, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ShrinkResult } from '../domain/shrink.ts';
import { verifyJournal } from '../evidence/verify.ts';
import type { TrialResult } from '../reports/trial/trial.ts';
import { genrep } from './command.ts';
import { genrepHere } from './command-here.ts';

const trial = async (...args: string[]): Promise<{ exitCode: number; result: TrialResult }> => {
  const { exitCode, stdout } = await genrep(['trial', '--json', ...args]);
  return { exitCode, result: JSON.parse(stdout) };
};

const shrink = async (...args: string[]): Promise<{ exitCode: number; result: ShrinkResult }> => {
  const { exitCode, stdout } = await genrepHere(['shrink', '--json', ...args]);
  return { exitCode, result: JSON.parse(stdout) };
};

describe('genrep trial', () => {
  it('counts what is found, is silent of what is allowed, and goes on where it was cut off', {
    timeout: 180_000,
  }, async () => {
    const folder = path.join(await mkdtemp(path.join(tmpdir(), 'genrep-trial-')), 'trial');
    const of = (name: string): string => path.join(folder, name, 'evidence.ndjson');
    const first = await trial(
      ...['--faults', 'order-lost,lists-in-other-order', '--clean', '0'],
      ...['--patients', '1', '--draws', 'limits', '--parallel', '2', '--out', folder],
    );
    expect(first.result.cases.map(({ name, outcome, named }) => [name, outcome, named])).toEqual([
      ['order-lost', 'found', true],
    ]);
    expect(first.result.falseAlarms).toMatchObject({ count: 0, of: 1 });
    expect(first.exitCode).toBe(0);
    expect(await readFile(path.join(folder, 'trial.md'), 'utf8')).toContain('1 of 1 faults');

    // Of a red case the smallest cause: one patient, whose order never came; what was played is not played again.
    const shrunk = path.join(path.dirname(folder), 'shrunk');
    const short = await shrink(
      path.join(folder, 'order-lost'),
      '--cause',
      '1',
      '--runs',
      '3',
      '--out',
      shrunk,
    );
    expect(short.exitCode).toBe(0);
    const [cause] = short.result.causes;
    expect(cause).toMatchObject({
      ...{ requirements: ['KRAV-LAB-01'], component: 'laboratory', kind: 'order-on-laboratory-worklist' },
      ...{ outcome: 'shrunk', seen: { count: 3, of: 3 } },
    });
    expect(cause?.smallest?.flows).toHaveLength(1);
    expect(cause?.smallest?.example).toMatchObject({
      edge: { to: 'Biomedicinsk analytiker, laboratoriet' },
      sent: expect.stringContaining('ordinerar och signerar Troponin T'),
      observed: 'Beställningen står inte på arbetslistan.',
    });
    expect(await verifyJournal(path.join(shrunk, 'cause-1'))).toMatchObject({ intact: true });
    expect(await shrink('--resume', shrunk)).toEqual(short);
    const green = await genrepHere(['shrink', path.join(folder, 'lists-in-other-order')]);
    expect(green).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/^[^\n]*visar inget fel[^\n]*\n$/),
    });

    // Killed in the middle of one case: its journal has no end.
    const whole = await stat(of('order-lost'));
    await truncate(of('order-lost'), Math.floor(whole.size / 2));
    const other = await stat(of('lists-in-other-order'));
    const again = await trial('--resume', folder);
    expect((await stat(of('lists-in-other-order'))).mtimeMs).toBe(other.mtimeMs);
    expect(again.result.all.found).toMatchObject({ count: 1, of: 1 });

    // What was never planted is not found: the figures are of the evidence, not of the plan.
    await writeFile(path.join(folder, 'order-lost', 'strikes.txt'), '');
    const unstruck = await trial('--resume', folder);
    expect(unstruck.result.notExercised).toEqual(['order-lost']);
  });

  it('refuses a fault that there is none of', async () => {
    expect(await genrep(['trial', '--faults', 'order-lsot'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('menade du "order-lost"?'),
    });
  });
});
