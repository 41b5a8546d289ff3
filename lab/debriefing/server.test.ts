import { hash } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventsOf } from '../../reports/testing/synthetic.ts';
import { LabSecrets } from '../secrets.ts';
import { openedLab, SEATS } from '../testing/lab-of.ts';
import { Tablet } from '../testing/tablet.ts';
import { type DebriefingServer, serveDebriefing } from './server.ts';

let server: DebriefingServer;
let secrets: LabSecrets;
let folder: string;
/** A picture as it lies in the run, and its id. */
let closed: Buffer;
let picture: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'genrep-lab-'));
  secrets = await LabSecrets.of(folder);
  await secrets.addSeats(SEATS);
  const { lab, events } = await openedLab();
  closed = secrets.sealBytes('plats-1', Buffer.from('en bild')) ?? Buffer.alloc(0);
  await writeFile(path.join(folder, 'bild.closed'), closed);
  picture = hash('sha256', closed, 'hex');
  await lab.record({
    ...{ type: 'lab-picture', seat: 'plats-1', card: 'f-1.1', of: 'help', happenedAt: 1 },
    ...{ file: 'bild.closed', sha256: picture },
  });
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

describe('a picture', () => {
  it('is opened for the staff of the lab, and for nobody else', async () => {
    const [browser] = await entered(secrets.observer);
    expect(await browser.get(`/pictures/${picture}`)).toEqual({ status: 200, text: 'en bild' });
    const [stranger] = await entered(secrets.codeOf('plats-1') ?? '');
    expect((await stranger.get(`/pictures/${picture}`)).status).toBe(401);
  });

  it('is not there when it is another, was never taken, or its person is forgotten', async () => {
    const [browser] = await entered(secrets.facilitator);
    expect((await browser.get('/pictures/lab-keys.json')).status).toBe(404);
    await writeFile(path.join(folder, 'bild.closed'), 'en annan');
    expect((await browser.get(`/pictures/${picture}`)).status).toBe(404);
    await writeFile(path.join(folder, 'bild.closed'), closed);
    await secrets.forget(secrets.codeOf('plats-1') ?? '');
    expect((await browser.get(`/pictures/${picture}`)).status).toBe(404);
  });
});
