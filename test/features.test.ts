import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { writtenFlows } from '../cli/written-flows.ts';
import { newKeys } from '../evidence/signing.ts';
import { genrep } from './command.ts';
import { leftoversOf } from './leftovers.ts';

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

/** Within one house and between two; each kind of step is tried in pages by the driver's contract, every scenario by thorough/. */
const IN_PAGES = ['features/akutsjukvard/sepsislarm.feature', 'features/samverkan/remiss.feature'];

describe('genrep features', () => {
  it('plays scenarios in pages', { timeout: 240_000 }, async () => {
    const run = path.join(folder, 'pages');
    const options = ['--channel', 'ui', '--parallel', '2'];
    const { exitCode, stdout } = await genrep(['features', ...IN_PAGES, ...options, '--out', run]);
    expect(stdout).not.toContain('✗');
    expect(exitCode).toBe(0);
    const { planned, channels } = await countsOf(run);
    expect(channels).toMatchObject({ api: 0, ui: planned });
    expect(planned).toBeGreaterThan(IN_PAGES.length);
  });

  it('shares shards among parallel workers, and leaves nobody out, here by api', {
    timeout: 120_000,
  }, async () => {
    const options = ['features', '--channel', 'api', '--parallel', '2', '--no-allure', '--json'];
    const shards = [path.join(folder, 'shard-1'), path.join(folder, 'shard-2')];
    for (const [index, run] of shards.entries()) {
      const { exitCode, stdout } = await genrep([...options, '--shard', `${index + 1}/2`, '--out', run]);
      expect(exitCode).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({ outcome: 'passed', scope: 'run' });
    }
    const played = await Promise.all(shards.map(countsOf));
    const flows = await writtenFlows();
    expect(played.map(({ channels }) => channels.api).reduce((sum, count) => sum + count, 0)).toBe(
      flows.length,
    );
    expect(played.every(({ channels }) => channels.api > 0)).toBe(true);
  });

  it('plays by api where there is no browser, and what needs pages is not covered', {
    timeout: 120_000,
  }, async () => {
    const run = path.join(folder, 'no-browser');
    const missing = path.join(folder, 'ingen-webblasare');
    const { exitCode, stderr } = await genrep(['features', '@KRAV-LM-06', '--no-allure', '--out', run], {
      GENREP_BROWSER: missing,
    });
    expect(exitCode).toBe(3);
    expect(stderr).toContain(`GENREP_BROWSER=${missing}`);
    const events = (await readFile(path.join(run, 'evidence.ndjson'), 'utf8')).split('\n');
    const ended = (channel: string): string[] =>
      events.filter((event) => event.includes('"flow-ended"') && event.includes(`/${channel}"`));
    expect(ended('api').every((event) => event.includes('"verdict":"pass"'))).toBe(true);
    expect(ended('ui').every((event) => event.includes('"verdict":"not-covered"'))).toBe(true);
    expect([ended('api').length, ended('ui').length]).toEqual([1, 1]);
  });

  it('leaves a picture, a trace and what was said by api of a step that failed, and no secret anywhere', {
    timeout: 120_000,
  }, async () => {
    const run = path.join(folder, 'failing');
    const options = ['features', '@KRAV-LM-06', '--fault', 'news2-silent', '--no-allure'];
    const { privateKey } = newKeys();
    const { exitCode, stdout, stderr } = await genrep([...options, '--out', run], {
      GENREP_REFERENCE_PASSWORD: 'Kanarie-losen-2026',
      GENREP_SIGNING_KEY: privateKey,
    });
    expect(exitCode).toBe(1);
    expect(stdout).toContain('KRAV-VIT-02');
    const evidence = await readFile(path.join(run, 'evidence.ndjson'), 'utf8');
    expect(evidence, 'what was planted is told, for the trend').toContain('"planted":["news2-silent"]');
    const { planned, channels } = await countsOf(run);
    expect([channels.api, channels.ui], 'once on each channel').toEqual([planned / 2, planned / 2]);
    const left = new Map([...(await leftoversOf(run)), ['stdout', stdout], ['stderr', stderr]]);
    const secrets = [
      'Kanarie-losen',
      privateKey.split('\n')[1] ?? '',
      'Bearer ',
      '"Cookie"',
      'set-cookie',
      'access_token',
    ];
    for (const [name, content] of left) {
      for (const secret of secrets) expect(content.includes(secret), `${secret} in ${name}`).toBe(false);
      expect(/eyJ[\w-]{10,}\.[\w-]{10,}\./.test(content), `a token in ${name}`).toBe(false);
    }
    expect([...left.keys()].some((name) => name.endsWith('.zip!trace.network'))).toBe(true);
    const files = await readdir(run, { recursive: true });
    expect(files.some((file) => file.endsWith('.zip'))).toBe(true);
    expect(files.some((file) => file.endsWith('.png'))).toBe(true);
    expect(files.some((file) => file.endsWith('exchanges.json'))).toBe(true);
  });
});
