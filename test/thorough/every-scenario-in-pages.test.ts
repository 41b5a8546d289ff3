import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { writtenFlows } from '../../cli/written-flows.ts';
import { genrep } from '../command.ts';

it('every scenario can be played in pages', { timeout: 600_000 }, async () => {
  const run = path.join(await mkdtemp(path.join(tmpdir(), 'genrep-in-pages-')), 'run');
  const { exitCode, stdout } = await genrep(['features', '--channel', 'ui', '--parallel', '2', '--out', run]);
  expect(stdout).not.toContain('✗');
  expect(exitCode).toBe(0);
  const { counts } = JSON.parse(await readFile(path.join(run, 'report/readiness.json'), 'utf8'));
  const flows = await writtenFlows();
  expect(counts.channels).toMatchObject({ api: 0, ui: flows.length });
});
