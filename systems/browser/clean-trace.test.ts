import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createJsonRedactor } from '../../evidence/redact.ts';
import { findBrowser, launchBrowser } from './browser.ts';
import { cleanTrace } from './clean-trace.ts';

const PASSWORD = 'Vinterkanarie-1';
const COOKIE = 'KAKKANARIE';
const TOKEN = 'TOKENKANARIE';
const CODE = 'KODKANARIE';

/** A page to sign in to, which then fetches something with a token. */
const FORM = '<form method="post"><input type="password" name="password"><button>Logga in</button></form>';
const INSIDE = `<link rel="stylesheet" href="/stil.css"><h1>Inne</h1><script>
  fetch("/api", { headers: { authorization: "Bearer ${TOKEN}.abcdefgh" } });</script>`;

let server: Server;
let browser: Browser;
beforeAll(async () => {
  server = createServer(({ method, url }, response) => {
    if (method === 'POST') {
      response.writeHead(303, {
        location: `/inne?code=${CODE}`,
        'set-cookie': `session=${COOKIE}; HttpOnly`,
      });
    } else if (url === '/stil.css')
      response.setHeader('content-type', 'text/css').write('h1 { color: teal }');
    else if (url === '/api') response.write(JSON.stringify({ access_token: TOKEN }));
    else response.setHeader('content-type', 'text/html').write(url === '/' ? FORM : INSIDE);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await launchBrowser(findBrowser());
});
afterAll(async () => {
  await browser.close();
  server.close();
});

async function recorded(): Promise<Uint8Array> {
  const context = await browser.newContext();
  await context.tracing.start({ snapshots: true });
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.locator('input').fill(PASSWORD);
  const fetched = page.waitForResponse('**/api');
  await page.getByRole('button').click();
  await fetched;
  await context.tracing.startChunk();
  await page.getByText('Inne').click();
  const path = join(tmpdir(), `genrep-trace-${process.pid}.zip`);
  await context.tracing.stopChunk({ path });
  await context.close();
  return readFile(path);
}

const textOf = (trace: Uint8Array): string =>
  Object.values(unzipSync(trace))
    .map((file) => strFromU8(file, true))
    .join('\n');
const canaries = [PASSWORD, COOKIE, TOKEN, CODE];

it('leaves neither password, cookie, token nor code in a trace, and the pages as they looked', async () => {
  const raw = await recorded();
  const before = textOf(raw);
  for (const canary of canaries) expect(before.includes(canary), `${canary} is to be taken out`).toBe(true);

  const clean = cleanTrace(raw, createJsonRedactor({ secrets: [PASSWORD] }));
  const after = textOf(clean);
  for (const canary of [...canaries, 'kanarie', 'session='])
    expect(after.includes(canary), canary).toBe(false);
  const names = Object.keys(unzipSync(clean));
  expect(names).toEqual(expect.arrayContaining(['trace.trace', 'trace.network']));
  expect(names.filter((name) => name.endsWith('.css'))).toHaveLength(1);
  expect(after.includes('frame-snapshot')).toBe(true);
});
