import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { EXIT } from '../../domain/verdict.ts';
import { generatePopulation } from '../../generators/generate-population.ts';
import { ManneredStore } from '../../generators/seed/testing/mannered-store.ts';
import { seedFolder } from './seed.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'genrep-seed-command-'));
const folder = path.join(root, 'population');
let server: Server | undefined;

beforeAll(async () => {
  const choices = { seed: 6, until: '2026-01-01', years: 1, format: 'ndjson', compress: 'gzip' } as const;
  await generatePopulation({ ...choices, people: 6, out: folder, workers: 1 });
});
afterEach(async () => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
  server?.closeAllConnections();
  server?.close();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What a body is written as on its way. */
const DRESSED: Readonly<
  Record<string, (text: string) => { readonly body: Buffer; readonly headers?: object }>
> = {
  'a byte order mark before its JSON': (text) => ({ body: Buffer.from(`\uFEFF${text}`) }),
  'gzip that nobody asked for': (text) => ({
    body: gzipSync(text),
    headers: { 'content-encoding': 'gzip' },
  }),
};

it.each(Object.entries(DRESSED))('seeds a server that answers with %s', async (what, dress) => {
  const store = new ManneredStore();
  const client = store.with({ conditionalCreate: 'ignored' });
  server = createServer(async (request, response) => {
    let sent = '';
    for await (const chunk of request.setEncoding('utf8')) sent += chunk;
    const where = (request.url ?? '').replace(/^\/fhir\/?/, '');
    const answer = await client.request(request.method as 'GET', where, sent === '' ? undefined : sent);
    const { body, headers } = dress(answer.body === undefined ? '' : JSON.stringify(answer.body));
    const location = answer.headers?.location === undefined ? {} : { location: answer.headers.location };
    response
      .writeHead(answer.status, { 'content-type': 'application/fhir+json', ...location, ...headers })
      .end(body);
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const profile = path.join(root, `${what.split(' ')[0]}.yaml`);
  writeFileSync(
    profile,
    `name: ${what.split(' ')[0]}-prov\nenvironment: test\nfhir: http://127.0.0.1:${port}/fhir\nsignIn:\n  method: none\n`,
  );
  let said = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += text;
    return true;
  });
  await seedFolder(folder, { system: profile, json: true });
  expect(JSON.parse(said)).toMatchObject({ problems: [], before: 0, waited: 0 });
  expect(process.exitCode).toBe(EXIT.pass);
  expect(store.of('Patient').length).toBe(6);
});
