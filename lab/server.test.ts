import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EvidenceEvent } from '../domain/evidence.ts';
import { isEvent } from '../evidence/schema.ts';
import type { Lab } from './lab.ts';
import { deal } from './testing/lab-of.ts';
import { ServedLab } from './testing/served.ts';
import type { Tablet } from './testing/tablet.ts';

let served: ServedLab;
let lab: Lab;
let events: EvidenceEvent[];

beforeEach(async () => {
  served = await ServedLab.start();
  ({ lab, events } = served);
});
afterEach(() => served.close());

const code = (seat: string): string => served.code(seat);
const participant = (seat?: string): Promise<Tablet> => served.participant(seat);
const staff = (kind: 'facilitator' | 'observer'): Promise<Tablet> => served.staff(kind);

describe('who comes in', () => {
  it('is told in one sentence that there is no such code', async () => {
    const tablet = served.tablet();
    expect(await tablet.enter('AAAA')).toBe(403);
    expect((await tablet.get('/view')).status).toBe(401);
  });

  it('says yes to what is kept before there are any cards', async () => {
    const tablet = served.tablet();
    await tablet.enter(code('plats-1'));
    expect((await tablet.get()).text).toContain('Ditt riktiga namn sparas inte');
    expect(await deal(lab, 0)).toBeUndefined();
    await tablet.tap('join');
    expect(events.at(-1)).toMatchObject({ type: 'lab-person', change: 'joined', consent: '2' });
    expect(await deal(lab, 0)).toBe('f-1.1');
  });

  it('is alone with a code, and known again after a restart of the server', async () => {
    const first = await participant();
    expect(await served.tablet().enter(code('plats-1'))).toBe(409);
    await served.close();
    await served.serve();
    expect((await first.get()).text).toContain('Sjuksköterska 1');
    expect(await served.tablet().enter(code('plats-1'))).toBe(409);
  });

  it('is not let through without the page’s own token, and is not asked for a password in an address', async () => {
    const tablet = await participant();
    expect(await tablet.post('/tap', { do: 'leave' }, { token: 'guessed' })).toBe(403);
    expect(lab.state.seats[0]?.presence).toBe('here');
  });

  it('gets pages that run no script but the lab’s, in less than 150 KB', async () => {
    const answer = await fetch(served.address);
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const scripts = await Promise.all(
      ['/lab.js', '/morphdom.js', '/idb.js'].map(async (file) => (await fetch(served.address + file)).text()),
    );
    expect(gzipSync(scripts.join('')).length).toBeLessThan(150_000);
  });

  it('may not try codes without end', async () => {
    const tablet = served.tablet();
    await tablet.get();
    const tries = await Promise.all(Array.from({ length: 70 }, () => tablet.post('/in', { code: 'AAAA' })));
    expect(tries).toContain(429);
  });
});

it('may be pressed often, and not without end, by each for oneself', async () => {
  const one = await participant();
  const other = await participant('plats-2');
  await one.tap('return');
  const left = async (tablet: Tablet): Promise<number> => {
    await tablet.tap('return');
    return Number(tablet.headers?.get('x-ratelimit-remaining'));
  };
  expect(await left(one)).toBe((await left(other)) - 1);
});

it('shows on the wall what everybody may see, to who has no code', async () => {
  await participant();
  for (const address of ['/vagg', '/view?onWall']) {
    const { status, text } = await served.tablet().get(address);
    expect([status, text.includes('Sjuksköterska 1'), text.includes('class="code"')]).toEqual([
      200,
      true,
      false,
    ]);
  }
});

describe('a participant', () => {
  it('sees one card, what waits behind it, and is done with it once though the tap came twice', async () => {
    const tablet = await participant();
    for (const step of [0, 1]) await deal(lab, step);
    const { text } = await tablet.get('/view');
    expect(text.match(/<article/g)).toHaveLength(1);
    expect(text).toMatch(/Du gör uppgift 1[\s\S]*Väntar sedan[\s\S]*Du gör uppgift 2/);
    for (let times = 0; times < 2; times += 1)
      expect(await tablet.tap('said-done', { card: 'f-1.1', tap: 'tap-1' })).toBe(204);
    expect(events.filter((event) => event.type === 'lab-card' && event.change === 'said-done')).toHaveLength(
      1,
    );
  });

  it('is told of what was pressed without contact by when it was pressed, however wrong the tablet’s clock is', async () => {
    const tablet = await participant();
    await deal(lab, 0);
    const before = Date.now();
    await tablet.tap('help', { card: 'f-1.1', ago: '600000' });
    await tablet.tap('help', { card: 'f-1.1', ago: '20' });
    const [late, now] = events.filter((event) => event.type === 'lab-card' && event.change === 'help');
    const pressedAt = late?.type === 'lab-card' ? late.pressedAt : undefined;
    expect(pressedAt).toBeGreaterThanOrEqual(before - 600_000);
    expect(pressedAt).toBeLessThanOrEqual(Date.now() - 600_000);
    expect(now).not.toHaveProperty('pressedAt');
    expect(events.every(isEvent)).toBe(true);
  });

  it('says why it did not work in words that stand closed in the evidence', async () => {
    const tablet = await participant();
    await deal(lab, 0);
    await tablet.tap('stuck', { card: 'f-1.1', text: 'Hittade inte knappen' });
    const said = lab.state.cards.get('f-1.1')?.said[0];
    expect(said && served.secrets.unseal(said)).toBe('Hittade inte knappen');
    expect(JSON.stringify(events)).not.toContain('knappen');
    expect(events.every(isEvent)).toBe(true);
  });

  it('is asked once how easy it was', async () => {
    const tablet = await participant();
    await deal(lab, 0);
    await lab.tell('f-1.1', 'shown');
    expect((await tablet.get('/view')).text).toContain('Hur lätt eller svårt var det?');
    expect(await tablet.tap('ease', { card: 'f-1.1', value: '9' })).toBe(422);
    expect(await tablet.tap('ease', { card: 'f-1.1', value: '6' })).toBe(204);
    expect(await tablet.tap('ease', { card: 'f-1.1', value: '2' })).toBe(204);
    expect(lab.state.answers.map(({ items }) => items)).toEqual([[6]]);
  });

  it('does nothing to another’s card, nor what the facilitator does', async () => {
    await participant();
    await deal(lab, 0);
    const other = await participant('plats-2');
    expect(await other.tap('said-done', { card: 'f-1.1' })).toBe(422);
    expect(await other.tap('hold')).toBe(422);
    expect(await other.tap('constructor')).toBe(422);
  });

  it('goes away, while a robot takes over, and comes back', async () => {
    const tablet = await participant();
    await deal(lab, 0);
    await tablet.tap('leave');
    expect(lab.endingOf('f-1.1')).toBe('taken-back');
    expect(await deal(lab, 1)).toBeUndefined();
    await tablet.tap('return');
    expect(await deal(lab, 2)).toBe('f-1.3');
  });

  it('sees an inject until it is taken in, and only one’s own', async () => {
    const [mine, other] = [await participant(), await participant('plats-2')];
    await (await staff('facilitator')).tap('send', { inject: 'ringer' });
    expect((await mine.get('/view')).text).toContain('En anhörig ringer.');
    expect((await other.get('/view')).text).not.toContain('En anhörig ringer.');
    await mine.tap('acknowledge', { inject: 'ringer' });
    expect((await mine.get('/view')).text).not.toContain('En anhörig ringer.');
  });
});

describe('an observer', () => {
  it('notes with two taps what was seen of whom; words are closed with that person’s key', async () => {
    const observer = await staff('observer');
    await observer.tap('note', { seat: 'plats-1', kind: 'wrong-dose', severity: '3', text: 'Gav dubbelt' });
    const [note] = lab.state.notes;
    expect(note).toMatchObject({ seat: 'plats-1', kind: 'wrong-dose', severity: 3 });
    expect(note?.said && served.secrets.unseal(note.said)).toBe('Gav dubbelt');
    await served.secrets.forget(code('plats-1'));
    expect(note?.said && served.secrets.unseal(note.said)).toBeUndefined();
    expect(await observer.tap('note', { seat: 'plats-9', kind: 'good' })).toBe(422);
  });
});

it('tells a participant’s stream what may change that page, and not what others do', async () => {
  const [mine, other] = [await participant(), await participant('plats-2')];
  const ended = new AbortController();
  let told = 0;
  const heard = Promise.withResolvers<void>();
  const listening = mine.listen(ended.signal, () => {
    told += 1;
    if (told === 3) heard.resolve();
  });
  await expect.poll(() => told).toBe(1);
  await other.tap('leave');
  await other.tap('return');
  await deal(lab, 0);
  await expect.poll(() => told).toBe(2);
  await lab.tell('f-1.1', 'moved', { seat: 'plats-2' });
  await heard.promise;
  await lab.tell('f-1.1', 'help');
  await lab.record({ type: 'lab-clock', change: 'continued' });
  await expect.poll(() => told).toBe(4);
  ended.abort();
  await listening.catch(() => undefined);
});

it('tells a stream that comes back what number it is at now', async () => {
  const ended = new AbortController();
  const answer = await fetch(`${served.address}/events`, {
    headers: { accept: 'text/event-stream', 'last-event-id': '0' },
    signal: ended.signal,
  });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  const until = async (text: string): Promise<void> => {
    while (!heard.includes(text)) heard += (await reader?.read())?.value ?? '';
  };
  await until(`id: ${lab.state.events}\n`);
  await lab.record({ type: 'lab-clock', change: 'continued' });
  await until(`id: ${lab.state.events}\n`);
  ended.abort();
  expect(heard).toContain('data: ');
});
