import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { genrep } from './command.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'genrep-features-'));
});

interface Counts {
  readonly planned: number;
  readonly channels: { readonly api: number; readonly ui: number };
}

const countsOf = async (run: string): Promise<Counts> =>
  JSON.parse(await readFile(path.join(run, 'report/readiness.json'), 'utf8')).counts;

describe('genrep features', () => {
  it('plays every scenario once on both channels', { timeout: 240_000 }, async () => {
    const run = path.join(folder, 'all');
    const { exitCode, stdout } = await genrep(['features', '--parallel', '2', '--out', run]);
    expect(stdout).not.toContain('✗');
    expect(exitCode).toBe(0);
    const { planned, channels } = await countsOf(run);
    expect(channels.api).toBe(planned / 2);
    expect(channels.ui).toBe(planned / 2);
  });

  it('shares tags and shards among parallel workers, and leaves nobody out', {
    timeout: 120_000,
  }, async () => {
    const options = ['features', '@akutsjukvård', '--channel', 'api', '--parallel', '2', '--no-allure'];
    const shards = [path.join(folder, 'shard-1'), path.join(folder, 'shard-2')];
    for (const [index, run] of shards.entries()) {
      const { exitCode } = await genrep([...options, '--shard', `${index + 1}/2`, '--out', run]);
      expect(exitCode).toBe(0);
    }
    const played = await Promise.all(shards.map(countsOf));
    expect(played.map(({ channels }) => channels.api).reduce((sum, count) => sum + count, 0)).toBe(6);
    expect(played.every(({ channels }) => channels.api > 0)).toBe(true);
  });

  it('leaves a picture and a trace of a step that failed in the browser', { timeout: 120_000 }, async () => {
    const run = path.join(folder, 'failing');
    const options = ['features', '@KRAV-LM-06', '--channel', 'ui', '--fault', 'news2-silent', '--no-allure'];
    const { exitCode, stdout } = await genrep([...options, '--out', run]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('KRAV-VIT-02');
    const files = await readdir(run, { recursive: true });
    expect(files.some((file) => file.endsWith('.zip'))).toBe(true);
    expect(files.some((file) => file.endsWith('.png'))).toBe(true);
  });
});
