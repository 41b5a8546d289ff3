import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT, VERSION } from '../cli/project.ts';

const THEIRS = '/genrep-9.0.0.tgz';
const asked: string[] = [];
/** A public registry on which a stranger has a package called genrep. */
const registry = createServer((request, response) => {
  asked.push(request.url ?? '');
  if (request.url !== '/genrep') {
    response.writeHead(404).end();
    return;
  }
  const dist = { tarball: `http://${request.headers.host}${THEIRS}` };
  const theirs = { name: 'genrep', version: '9.0.0', bin: { genrep: 'theirs.js' }, dist };
  response
    .setHeader('content-type', 'application/json')
    .end(JSON.stringify({ name: 'genrep', 'dist-tags': { latest: '9.0.0' }, versions: { '9.0.0': theirs } }));
});

let elsewhere: string;
beforeAll(async () => {
  elsewhere = await mkdtemp(path.join(tmpdir(), 'genrep-elsewhere-'));
  await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve));
});
afterAll(() => registry.close());

function npm(cwd: string, ...args: readonly string[]) {
  const env = {
    ...process.env,
    npm_config_registry: `http://127.0.0.1:${(registry.address() as AddressInfo).port}`,
    npm_config_cache: path.join(elsewhere, 'cache'),
    npm_config_fetch_retries: '0',
    npm_config_update_notifier: 'false',
  };
  return promisify(execFile)('npm', args, { cwd, env });
}

it('"npm exec --no genrep" runs what is installed here', async () => {
  const { stdout } = await npm(ROOT, 'exec', '--no', 'genrep', '--', '--version');
  expect(stdout.trim()).toBe(VERSION);
});

it('"npm exec --no genrep" fetches nobody\'s package where nothing is installed, as npm would without it', async () => {
  await expect(npm(elsewhere, 'exec', '--no', 'genrep', '--', '--version')).rejects.toThrow();
  expect(asked).not.toContain(THEIRS);
  await expect(npm(elsewhere, 'exec', '--yes', 'genrep', '--', '--version')).rejects.toThrow();
  expect(asked).toContain(THEIRS);
});
