import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EvidenceEvent } from '../domain/evidence.ts';
import { isEvent } from '../evidence/schema.ts';
import type { Lab } from './lab.ts';
import { LabSecrets } from './secrets.ts';
import { type LabServer, serveLab } from './server.ts';
import { deal, openedLab, SEATS } from './testing/lab-of.ts';

let lab: Lab;
let events: EvidenceEvent[];
let secrets: LabSecrets;
let server: LabServer;
let jumped: number[];
let finished: number;

beforeEach(async () => {
  ({ lab, events } = await openedLab());
  secrets = await LabSecrets.of(await mkdtemp(path.join(tmpdir(), 'genrep-lab-')));
  await secrets.addSeats(SEATS);
  jumped = [];
  finished = 0;
  server = await serve();
});
afterEach(() => server.close());

const serve = (): Promise<LabServer> =>
  serveLab({
    room: {
      ...{ lab, secrets, isSolo: false, jump: (to) => jumped.push(to) },
      async finish() {
        finished += 1;
      },
    },
    around: {
      isOver: false,
      isSolo: false,
      workplace: undefined,
      textOf: ({ step }) => ({
        ...{ who: 'Test Person', number: '19500101-TEST', what: `Du gör uppgift ${step + 1}.` },
        ...{ where: 'Akuten', byWhen: 'så snart du kan', details: [['Puls', '72']], waits: undefined },
      }),
    },
    host: '127.0.0.1',
    port: 0,
  });

/** A browser as far as a test needs one: keeps cookies and the page's token. */
class Tablet {
  readonly #cookies = new Map<string, string>();
  #token = '';

  async get(address = '/', headers: Record<string, string> = {}): Promise<{ status: number; text: string }> {
    const answer = await fetch(`${server.address}${address}`, {
      headers: { cookie: this.#cookie, ...headers },
      redirect: 'manual',
    });
    this.#keep(answer);
    const text = await answer.text();
    this.#token = /name="csrf" content="([^"]*)"/.exec(text)?.[1] ?? this.#token;
    return { status: answer.status, text };
  }

  async post(address: string, form: Record<string, string>, token = this.#token): Promise<number> {
    const answer = await fetch(`${server.address}${address}`, {
      ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams(form) },
      headers: { cookie: this.#cookie, 'csrf-token': token },
    });
    this.#keep(answer);
    this.said = await answer.text();
    return answer.status;
  }

  said = '';

  async enter(code: string): Promise<number> {
    await this.get();
    const status = await this.post('/in', { code });
    await this.get();
    return status;
  }

  tap(act: string, more: Record<string, string> = {}): Promise<number> {
    return this.post('/tap', { do: act, ...more });
  }

  get #cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  #keep({ headers }: Response): void {
    for (const cookie of headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/);
      this.#cookies.set(name, value);
    }
  }
}

const code = (seat: string): string => secrets.codeOf(seat) ?? '';
async function participant(seat = 'plats-1'): Promise<Tablet> {
  const tablet = new Tablet();
  expect(await tablet.enter(code(seat))).toBe(303);
  expect(await tablet.tap('join')).toBe(204);
  return tablet;
}
async function staff(kind: 'facilitator' | 'observer'): Promise<Tablet> {
  const tablet = new Tablet();
  expect(await tablet.enter(secrets[kind])).toBe(303);
  return tablet;
}

describe('who comes in', () => {
  it('is told in one sentence that there is no such code', async () => {
    const tablet = new Tablet();
    expect(await tablet.enter('AAAA')).toBe(403);
    expect((await tablet.get('/view')).status).toBe(401);
  });

  it('says yes to what is kept before there are any cards', async () => {
    const tablet = new Tablet();
    await tablet.enter(code('plats-1'));
    expect((await tablet.get()).text).toContain('Ditt riktiga namn sparas inte');
    expect(await deal(lab, 0)).toBeUndefined();
    await tablet.tap('join');
    expect(events.at(-1)).toMatchObject({ type: 'lab-person', change: 'joined', consent: '1' });
    expect(await deal(lab, 0)).toBe('f-1.1');
  });

  it('is alone with a code, and known again after a restart of the server', async () => {
    const first = await participant();
    expect(await new Tablet().enter(code('plats-1'))).toBe(409);
    await server.close();
    server = await serve();
    expect((await first.get()).text).toContain('Sjuksköterska 1');
    expect(await new Tablet().enter(code('plats-1'))).toBe(409);
  });

  it('is not let through without the page’s own token, and is not asked for a password in an address', async () => {
    const tablet = await participant();
    expect(await tablet.post('/tap', { do: 'leave' }, 'guessed')).toBe(403);
    expect(lab.state.seats[0]?.presence).toBe('here');
  });

  it('gets pages that run no script but the lab’s, in less than 150 KB', async () => {
    const answer = await fetch(server.address);
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const scripts = await Promise.all(
      ['/lab.js', '/morphdom.js'].map(async (file) => (await fetch(server.address + file)).text()),
    );
    expect(gzipSync(scripts.join('')).length).toBeLessThan(150_000);
  });

  it('may not try codes without end', async () => {
    const tablet = new Tablet();
    await tablet.get();
    const tries = await Promise.all(Array.from({ length: 70 }, () => tablet.post('/in', { code: 'AAAA' })));
    expect(tries).toContain(429);
  });
});

it('shows on the wall what everybody may see, to who has no code', async () => {
  await participant();
  for (const address of ['/vagg', '/view?onWall']) {
    const { status, text } = await new Tablet().get(address);
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

  it('says why it did not work in words that stand closed in the evidence', async () => {
    const tablet = await participant();
    await deal(lab, 0);
    await tablet.tap('stuck', { card: 'f-1.1', text: 'Hittade inte knappen' });
    const said = lab.state.cards.get('f-1.1')?.said[0];
    expect(said && secrets.unseal(said)).toBe('Hittade inte knappen');
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

describe('the facilitator', () => {
  it('holds the clock once, though two facilitators press', async () => {
    const both = [await staff('facilitator'), await staff('facilitator')];
    await both[0]?.tap('continue');
    for (const each of both) await each.tap('hold');
    expect(events.filter((event) => event.type === 'lab-clock' && event.change === 'held')).toHaveLength(1);
  });

  it('jumps forward only, and only when no card is open', async () => {
    const facilitator = await staff('facilitator');
    await participant();
    await deal(lab, 0);
    expect(await facilitator.tap('jump', { to: '10:00' })).toBe(422);
    expect(facilitator.said).toContain('1 kort ligger framme');
    await facilitator.tap('take-back', { card: 'f-1.1' });
    expect(await facilitator.tap('jump', { to: '08:00' })).toBe(422);
    expect(await facilitator.tap('jump', { to: '10:00' })).toBe(204);
    expect(jumped).toEqual([36_000_000]);
  });

  it('gives a card to another with the same part, adds a place, and ends the session', async () => {
    const facilitator = await staff('facilitator');
    await participant();
    await deal(lab, 0);
    expect(await facilitator.tap('move', { card: 'f-1.1', seat: 'plats-2' })).toBe(422);
    const other = await participant('plats-2');
    await facilitator.tap('move', { card: 'f-1.1', seat: 'plats-2' });
    expect((await other.get('/view')).text).toContain('Du gör uppgift 1.');
    await facilitator.tap('add-seat', { seat: 'plats-1' });
    expect((await facilitator.get('/view')).text).toContain(`<span class="code">${code('plats-3')}</span>`);
    for (let times = 0; times < 2; times += 1)
      await facilitator.tap('add-seat', { seat: 'plats-1', tap: 'tap-7' });
    expect([lab.state.seats.length, secrets.codeOf('plats-5')]).toEqual([4, undefined]);
    await facilitator.tap('finish');
    expect(finished).toBe(1);
  });
});

describe('an observer', () => {
  it('notes with two taps what was seen of whom; words are closed with that person’s key', async () => {
    const observer = await staff('observer');
    await observer.tap('note', { seat: 'plats-1', kind: 'wrong-dose', severity: '3', text: 'Gav dubbelt' });
    const [note] = lab.state.notes;
    expect(note).toMatchObject({ seat: 'plats-1', kind: 'wrong-dose', severity: 3 });
    expect(note?.said && secrets.unseal(note.said)).toBe('Gav dubbelt');
    await secrets.forget(code('plats-1'));
    expect(note?.said && secrets.unseal(note.said)).toBeUndefined();
    expect(await observer.tap('note', { seat: 'plats-9', kind: 'good' })).toBe(422);
  });
});

it('tells a stream that comes back what number it is at now', async () => {
  const ended = new AbortController();
  const answer = await fetch(`${server.address}/events`, {
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
