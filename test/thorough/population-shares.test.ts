import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EXIT } from '../../domain/verdict.ts';
import { type CommandResult, genrep } from '../command.ts';

/** A population made and checked by eight processes, as by eight machines, and by one. */

const PARTS = 8;
const CHOICES = ['--people', '9000', '--years', '1', '--kommun', 'Borås', '--seed', '3'];

let folder: string;
const at = (name: string): string => path.join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'genrep-shares-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function generate(...args: readonly string[]): Promise<CommandResult> {
  const result = await genrep(['generate', ...args]);
  if (result.exitCode === EXIT.badInput) throw new Error(result.stderr);
  return result;
}

const byEight = (args: readonly string[]): Promise<CommandResult[]> =>
  Promise.all(
    Array.from({ length: PARTS }, (_, place) =>
      generate(...args, '--workers', '1', '--shard', `${place + 1}/${PARTS}`),
    ),
  );

it('is the same, byte for byte, and gets the same verdicts', async () => {
  await generate('population', ...CHOICES, '--out', at('alone'));
  const made = await byEight(['population', ...CHOICES, '--out', at('shared')]);
  expect(made.map(({ exitCode }) => exitCode)).toEqual(Array(PARTS).fill(EXIT.pass));
  await generate('population', ...CHOICES, '--out', at('shared'));
  const manifest = (name: string): Promise<string> => readFile(path.join(at(name), 'manifest.json'), 'utf8');
  expect(await manifest('shared')).toBe(await manifest('alone'));

  const checked = await byEight(['check', at('shared')]);
  expect(checked.map(({ exitCode }) => exitCode)).toEqual(Array(PARTS).fill(EXIT.pass));
  const alone = await generate('check', at('alone'), '--json');
  const shared = await generate('check', at('shared'), '--collect', String(PARTS), '--json');
  expect(shared.exitCode).toBe(alone.exitCode);
  expect({ ...JSON.parse(shared.stdout), folder: '' }).toEqual({ ...JSON.parse(alone.stdout), folder: '' });
}, 300_000);
