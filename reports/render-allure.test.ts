import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { renderAllure } from './render-allure.ts';

afterEach(() => vi.unstubAllEnvs());

it('says why there is no Allure report where there is no Java', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'genrep-allure-'));
  vi.stubEnv('PATH', folder);
  vi.stubEnv('JAVA_HOME', '');
  const outcome = await renderAllure(folder, join(folder, 'report'));
  expect(outcome).toEqual({ rendered: false, reason: expect.stringContaining('Java') });
});
