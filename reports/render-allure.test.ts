import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { writeAllureResults } from './allure.ts';
import { renderAllure } from './render-allure.ts';
import { runOf } from './testing/synthetic.ts';
import { summarise } from './verdicts.ts';

afterEach(() => vi.unstubAllEnvs());

it('says why there is no Allure report where there is no Java', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'genrep-allure-'));
  vi.stubEnv('PATH', folder);
  vi.stubEnv('JAVA_HOME', '');
  const outcome = await renderAllure(folder, join(folder, 'report'));
  expect(outcome).toEqual({ rendered: false, reason: expect.stringContaining('Java') });
});

/** A file that the page of one file holds, as data. */
function heldBy(page: string, file: string): unknown {
  const [, base64] = new RegExp(`d\\(['"]${file}['"],\\s*['"]([^'"]*)['"]\\)`).exec(page) ?? [];
  if (base64 === undefined) throw new Error(`The report holds no ${file}.`);
  return JSON.parse(Buffer.from(base64, 'base64').toString('utf8'));
}

// Allure publishes no schema of its results, so what reads them decides: Allure 2.46 itself.
it.skipIf(spawnSync('java', ['-version']).status !== 0)(
  'Allure itself reads every result, with the status that it was given',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'genrep-allure-'));
    const run = runOf({
      instances: 24,
      faults: [
        { kind: 'order-on-laboratory-worklist', every: 2, verdict: 'fail' },
        { kind: 'book-telephone-time', every: 3, verdict: 'unknown', reason: 'Inget svar.' },
        { kind: 'triage', every: 3, verdict: 'not-covered' },
      ],
    });
    const summary = summarise([run]);
    await writeAllureResults(summary, folder, join(folder, 'results'));
    expect(await renderAllure(join(folder, 'results'), join(folder, 'report'))).toMatchObject({
      rendered: true,
    });
    const page = await readFile(join(folder, 'report', 'index.html'), 'utf8');
    const of = (...verdicts: string[]) =>
      summary.instances.filter(({ verdict }) => verdicts.includes(verdict)).length;
    const statistic = {
      failed: of('fail'),
      broken: of('unknown'),
      skipped: of('not-covered'),
      passed: of('pass'),
    };
    expect(Math.min(...Object.values(statistic))).toBeGreaterThan(0);
    expect(heldBy(page, 'widgets/summary.json')).toMatchObject({
      statistic: { ...statistic, unknown: 0, total: 24 },
    });
  },
  130_000,
);
