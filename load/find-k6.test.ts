import { chmod, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findK6 } from './find-k6.ts';

const newRoot = () => mkdtemp(path.join(tmpdir(), 'genrep-k6-'));

/** A program that says what k6 says of its version. */
async function pretend(folder: string, says: string, exitCode = 0): Promise<string> {
  await mkdir(folder, { recursive: true });
  const program = path.join(folder, 'k6');
  await writeFile(program, `#!/bin/sh\necho "${says}"\nexit ${exitCode}\n`);
  await chmod(program, 0o755);
  return program;
}

const CURRENT = 'k6 v2.2.0 (go1.26.8, linux/amd64)';

describe.skipIf(process.platform === 'win32')('finding k6', () => {
  it('takes the configured one before PATH, and PATH before the cache', async () => {
    const root = await newRoot();
    const cached = await pretend(path.join(root, '.cache', 'k6'), CURRENT);
    expect(await findK6({ root, environment: { PATH: '' } })).toMatchObject({ program: cached });
    const bin = path.join(root, 'bin');
    const onPath = await pretend(bin, 'k6 v2.3.1 (go1.26.8, linux/amd64)');
    expect(await findK6({ root, environment: { PATH: bin } })).toMatchObject({
      program: onPath,
      version: '2.3.1',
    });
    const own = await pretend(path.join(root, 'own'), CURRENT);
    expect(await findK6({ root, environment: { PATH: bin, GENREP_K6: own } })).toMatchObject({
      program: own,
    });
  });

  it('passes by one on PATH that is too old when the cache has a good one', async () => {
    const root = await newRoot();
    const bin = path.join(root, 'bin');
    await pretend(bin, 'k6 v0.57.0 (go1.23.6, linux/amd64)');
    const environment = { PATH: bin };
    expect(await findK6({ root, environment })).toMatchObject({
      found: false,
      state: 'unusable',
      reason: expect.stringContaining('k6 0.57.0, men Genrep behöver k6 2 eller senare'),
    });
    const cached = await pretend(path.join(root, '.cache', 'k6'), CURRENT);
    expect(await findK6({ root, environment })).toMatchObject({ program: cached });
  });

  it.each([
    ['is no k6', 'hello', 0, /svarar inte som k6/],
    ['breaks', CURRENT, 3, /går inte att köra/],
  ])('says why a configured program that %s is refused', async (_, says, exitCode, reason) => {
    const root = await newRoot();
    const GENREP_K6 = await pretend(path.join(root, 'own'), says, exitCode);
    expect(await findK6({ root, environment: { PATH: '', GENREP_K6 } })).toMatchObject({
      state: 'unusable',
      reason: expect.stringMatching(reason),
    });
  });

  it('says how to get it when there is none, or that it is being made', async () => {
    const root = await newRoot();
    const places = { root, environment: { PATH: '' } };
    expect(await findK6(places)).toMatchObject({
      state: 'missing',
      reason: expect.stringContaining('set-up'),
    });
    const cache = path.join(root, '.cache', 'k6');
    await mkdir(cache, { recursive: true });
    await writeFile(path.join(cache, 'installing'), `${process.pid}`);
    expect(await findK6(places)).toMatchObject({ state: 'installing' });
    await writeFile(path.join(cache, 'installing'), '999999999');
    expect(await findK6(places)).toMatchObject({ state: 'missing' });
  });
});
