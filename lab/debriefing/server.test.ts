import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { eventsOf } from '../../reports/testing/synthetic.ts';
import { LabSecrets } from '../secrets.ts';
import { openedLab, SEATS } from '../testing/lab-of.ts';
import { Tablet } from '../testing/tablet.ts';
import { type DebriefingServer, serveDebriefing } from './server.ts';

let server: DebriefingServer;
let secrets: LabSecrets;

beforeEach(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'genrep-lab-'));
  secrets = await LabSecrets.of(folder);
  await secrets.addSeats(SEATS);
  const { events } = await openedLab();
  const all = [...eventsOf({ instances: 1 }), ...events];
  server = await serveDebriefing({ folder, events: all, secrets, host: '127.0.0.1', port: 0 });
});
afterEach(() => server.close());

async function entered(code: string): Promise<[Tablet, number]> {
  const browser = new Tablet(() => server.address);
  await browser.get('/');
  return [browser, await browser.post('/in', { code })];
}

it('is for the facilitator and the observers, and for no participant', async () => {
  const [stranger, refused] = await entered(secrets.codeOf('plats-1') ?? '');
  expect([refused, (await stranger.get('/timeline.json')).status]).toEqual([403, 401]);
  expect(await stranger.post('/bookmarks', { at: '1' })).toBe(401);
  for (const code of [secrets.facilitator, secrets.observer]) {
    const [browser, status] = await entered(code);
    expect([status, (await browser.get('/timeline.json')).status]).toEqual([204, 200]);
  }
});

it('keeps a bookmark that lies in the lab, from its own page alone', async () => {
  const [browser] = await entered(secrets.facilitator);
  const told = JSON.parse((await browser.get('/timeline.json')).text);
  expect(await browser.post('/bookmarks', { at: String(told.from), text: 'Här' }, { token: 'guessed' })).toBe(
    403,
  );
  expect(await browser.post('/bookmarks', { at: String(told.to + 1), text: 'Här' })).toBe(422);
  expect(await browser.post('/bookmarks', { at: String(told.from), text: 'Här' })).toBe(204);
  expect((await browser.get('/timeline.json')).text).toContain('Här');
});
