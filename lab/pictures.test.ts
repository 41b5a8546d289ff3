import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LabPicture } from '../domain/lab-evidence.ts';
import { isEvent } from '../evidence/schema.ts';
import { deal } from './testing/lab-of.ts';
import { ServedLab } from './testing/served.ts';
import type { Tablet } from './testing/tablet.ts';

const PNG = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.from('bild'),
]);

let served: ServedLab;
let workstation: Tablet;

beforeEach(async () => {
  served = await ServedLab.start();
  workstation = served.tablet();
  await comesIn();
});
afterEach(() => served.close());

/** A workstation comes in by a code, from the lab's own greeting. */
async function comesIn(code = served.code('plats-1')): Promise<number> {
  const { text } = await workstation.get('/workstation');
  workstation.hold(JSON.parse(text).csrf);
  return workstation.post('/workstation', { code });
}
const wanted = async (): Promise<{ card: string; of: string; at: number }[]> =>
  JSON.parse((await workstation.get('/workstation/wanted')).text);
const send = (moment: { card: string; at: number }, body: Buffer | Record<string, string> = PNG) =>
  workstation.post(`/workstation/picture?card=${moment.card}&at=${moment.at}`, body);
const pictures = (): readonly LabPicture[] => served.lab.state.pictures;

async function helped(): Promise<{ card: string; of: string; at: number }> {
  await served.participant();
  await deal(served.lab, 0);
  await served.lab.tell('f-1.1', 'help');
  const [moment] = await wanted();
  if (moment === undefined) throw new Error('No picture is wanted.');
  return moment;
}

describe('a workstation', () => {
  it('comes in by the code of a place, beside its tablet, and is no participant', async () => {
    expect(JSON.parse(workstation.said)).toEqual({
      ...{ seat: 'plats-1', pseudonym: 'Sjuksköterska 1', unitName: 'Akutmottagningen' },
      pages: 'http://127.0.0.1:9/',
    });
    expect(await served.tablet().enter(served.code('plats-1'))).toBe(303);
    expect((await workstation.get('/view')).status).toBe(401);
    expect(await workstation.post('/tap', { do: 'join' })).toBe(401);
  });

  it('is told in one sentence that there is no such place, and let in by no code of the staff', async () => {
    for (const code of ['AAAA', served.secrets.facilitator]) {
      expect(await comesIn(code)).toBe(403);
      expect(JSON.parse(workstation.said).error).toContain('Ingen plats i labbet har den koden.');
    }
    const stranger = served.tablet();
    await stranger.get('/workstation');
    expect((await stranger.get('/workstation/wanted')).status).toBe(401);
  });

  it('is not let through without the lab’s token', async () => {
    const moment = await helped();
    workstation.hold('guessed');
    expect(await send(moment)).toBe(403);
    expect(pictures()).toEqual([]);
  });
});

describe('a picture', () => {
  it('is wanted of what happens to a card of one’s own, and of nothing before one has said yes', async () => {
    await served.participant('plats-2');
    await deal(served.lab, 0);
    await served.lab.tell('f-1.1', 'help');
    expect(await wanted()).toEqual([]);
    const moment = await helped();
    expect(moment).toMatchObject({ card: 'f-1.1', of: 'help' });
  });

  it('lies closed beside the evidence, which tells of it, and is gone with its person', async () => {
    const moment = await helped();
    expect(await send(moment)).toBe(204);
    const [picture] = pictures();
    expect(picture).toMatchObject({ seat: 'plats-1', card: 'f-1.1', of: 'help', happenedAt: moment.at });
    expect(served.events.every(isEvent)).toBe(true);
    const bytes = await readFile(path.join(served.folder, picture?.file ?? ''));
    expect(bytes.includes('bild')).toBe(false);
    expect(served.secrets.unsealBytes('plats-1', bytes)).toEqual(PNG);
    await served.secrets.forget(served.code('plats-1'));
    expect(served.secrets.unsealBytes('plats-1', bytes)).toBeUndefined();
  });

  it('counts once however often it is sent, at the same time and after a restart', async () => {
    const moment = await helped();
    expect(await Promise.all([send(moment), send(moment)])).toEqual([204, 204]);
    await served.close();
    await served.serve();
    expect(await send(moment, { withheld: 'closed' })).toBe(204);
    expect(pictures()).toHaveLength(1);
    expect(await wanted()).toEqual([]);
  });

  it('takes the place of what a server that was killed had begun to write', async () => {
    const moment = await helped();
    const left = path.join(served.folder, 'lab-pictures');
    await mkdir(left);
    await writeFile(path.join(left, `f-1.1-help-${moment.at}.png.closed.new`), 'hal');
    expect(await send(moment)).toBe(204);
    expect(await readdir(left)).toEqual([`f-1.1-help-${moment.at}.png.closed`]);
  });

  it('may be withheld with a reason; what is neither is refused', async () => {
    const moment = await helped();
    expect(await send(moment, Buffer.from('<html>'))).toBe(422);
    expect(await send(moment, { withheld: 'lust' })).toBe(422);
    expect(await send(moment, { withheld: 'unsafe' })).toBe(204);
    expect(pictures()).toMatchObject([{ withheld: 'unsafe' }]);
    expect(pictures()[0]).not.toHaveProperty('file');
  });

  it('is refused when it is too large, or of a moment that was not', async () => {
    const moment = await helped();
    expect(await send(moment, Buffer.concat([PNG, Buffer.alloc(4 * 1024 * 1024)]))).toBe(413);
    expect(await send({ ...moment, at: moment.at + 1 })).toBe(404);
    expect(pictures()).toEqual([]);
  });

  it('is wanted of the first three times that help was asked for', async () => {
    await helped();
    let time = served.lab.now;
    for (let times = 0; times < 5; times += 1) {
      time += 1;
      await expect.poll(() => served.lab.now).toBeGreaterThan(time - 1);
      await served.lab.tell('f-1.1', 'help');
    }
    expect(await wanted()).toHaveLength(3);
  });
});
