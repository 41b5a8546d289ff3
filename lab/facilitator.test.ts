import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EvidenceEvent } from '../domain/evidence.ts';
import { HOUR, MINUTE } from '../domain/time.ts';
import { isEvent } from '../evidence/schema.ts';
import type { Upcoming } from './ahead.ts';
import { sendHome } from './conduct.ts';
import type { Lab } from './lab.ts';
import { deal } from './testing/lab-of.ts';
import { ServedLab } from './testing/served.ts';
import type { Tablet } from './testing/tablet.ts';

let served: ServedLab;
let lab: Lab;
let events: EvidenceEvent[];
let facilitator: Tablet;

beforeEach(async () => {
  served = await ServedLab.start();
  ({ lab, events } = served);
  facilitator = await served.staff('facilitator');
});
afterEach(async () => {
  expect(events.filter((event) => !isEvent(event))).toEqual([]);
  await served.close();
});

describe('the clock', () => {
  const holds = () => events.filter((event) => event.type === 'lab-clock' && event.change === 'held');

  it('does what the first of two facilitators says; the second is told, and looks again', async () => {
    const second = await served.staff('facilitator');
    await facilitator.tapClock('continue');
    await Promise.all([facilitator.get(), second.get()]);
    expect(await facilitator.tapClock('hold')).toBe(204);
    expect(await second.tapClock('hold')).toBe(412);
    expect(second.said).toMatch(/^Någon annan hann före: klockan står, och är 09\.00\. /);
    expect(holds()).toHaveLength(1);
    await second.get();
    expect(await second.tapClock('continue')).toBe(204);
  });

  it('is left alone by who does not say how it stood', async () => {
    expect(await facilitator.tap('continue')).toBe(412);
    expect(lab.state.clock.isHeld).toBe(true);
  });

  it('is done with once though a tap came twice', async () => {
    await facilitator.tapClock('continue');
    await facilitator.get();
    expect(await facilitator.tapClock('hold', { tap: 'tap-1' })).toBe(204);
    expect(await facilitator.tapClock('hold', { tap: 'tap-1' })).toBe(204);
    expect(holds()).toHaveLength(1);
  });

  it('jumps forward only, and only when nothing is open; what is, is listed', async () => {
    served.open = ['Sjuksköterska 1 har ett kort: Du gör uppgift 1 (Test Person)'];
    expect(await facilitator.tapClock('jump', { to: '10:00' })).toBe(422);
    expect(facilitator.said).toContain(
      'vänta: Sjuksköterska 1 har ett kort: Du gör uppgift 1 (Test Person).',
    );
    served.open = [];
    expect(await facilitator.tapClock('jump', { to: '08:00' })).toBe(422);
    expect(await facilitator.tapClock('jump', { to: '10.00' })).toBe(204);
    expect(served.jumped).toEqual([10 * HOUR]);
    await facilitator.get();
    // What was planned in between does not come all at once.
    expect(lab.state.injects.map(({ state }) => state)).toEqual(['planned']);
    expect(await facilitator.tapClock('jump', { to: '10.30' })).toBe(204);
    expect(lab.state.injects.map(({ state }) => state)).toEqual(['skipped']);
  });
});

it('jumps to the next shift change by one press, which says when that is', async () => {
  const { text } = await facilitator.get();
  expect(text).toContain('Hoppa till passbytet 13.00');
  const to = /name="to" value="([^"]+)"/.exec(text)?.[1] ?? '';
  expect(await facilitator.tapClock('jump', { to })).toBe(204);
  expect(served.jumped).toEqual([13 * HOUR]);
});

describe('people', () => {
  it('are given a card of another with the same part, and their cards to robots at once', async () => {
    await served.participant();
    await deal(lab, 0);
    expect(await facilitator.tap('move', { card: 'f-1.1', seat: 'plats-2' })).toBe(422);
    const other = await served.participant('plats-2');
    await facilitator.tap('move', { card: 'f-1.1', seat: 'plats-2' });
    expect((await other.get('/view')).text).toContain('Du gör uppgift 1.');
    await facilitator.tap('take-all-back');
    expect(lab.endingOf('f-1.1')).toBe('taken-back');
  });

  it('are given a robot’s task that is to come, or it is kept for a robot, and that can be taken back', async () => {
    await served.participant();
    const task = { instance: 'f-1', step: 4, takers: lab.state.seats.slice(0, 1), givenTo: undefined };
    served.upcoming = [task as unknown as Upcoming];
    const give = (seat: string) => facilitator.tap('hand', { visit: 'f-1', step: '4', seat });
    expect((await facilitator.get('/view')).text).toContain('Ge till Sjuksköterska 1');
    expect(await give('plats-2')).toBe(422);
    expect(await give('robot')).toBe(204);
    expect(await deal(lab, 4)).toBeUndefined();
    expect(await give('plats-1')).toBe(204);
    // Enough lies there already: what the facilitator gives comes all the same.
    for (const step of [0, 1]) await deal(lab, step);
    expect(await deal(lab, 2)).toBeUndefined();
    expect(await deal(lab, 4)).toBe('f-1.5');
    served.upcoming = [];
    expect(await give('plats-1')).toBe(422);
  });

  it('get more places in mid-day, once though the tap came twice, and fewer', async () => {
    for (let times = 0; times < 2; times += 1)
      await facilitator.tap('add-seat', { part: 'sas-akuten/nurse', tap: 'tap-7' });
    const { text } = await facilitator.get('/view');
    expect(text).toContain(`<span class="code">${served.code('plats-3')}</span>`);
    expect([lab.state.seats.length, served.secrets.codeOf('plats-4')]).toEqual([3, undefined]);
    expect(await facilitator.tap('add-seat', { part: 'sas-akuten/pharmacist' })).toBe(422);
    const third = await served.participant('plats-3');
    await deal(lab, 0);
    await facilitator.tap('remove-seat', { seat: 'plats-3' });
    expect((await third.get()).text).toContain('Din plats är borttagen');
    expect([lab.endingOf('f-1.1'), await deal(lab, 1)]).toEqual(['taken-back', undefined]);
  });

  it('are joined by more or fewer of the day’s staff', async () => {
    await facilitator.tap('staff', { part: 'sas-akuten/nurse', by: '1' });
    await facilitator.tap('staff', { part: 'sas-akuten/nurse', by: '1' });
    expect(await facilitator.tap('staff', { part: 'sas-akuten/nurse', by: '7' })).toBe(422);
    expect(lab.state.staffed).toEqual(new Map([['sas-akuten/nurse', 2]]));
    expect((await facilitator.get('/view')).text).toContain('Sjuksköterska, Akutmottagningen (+2)');
  });

  it('go home when the session is ended', async () => {
    await facilitator.tap('finish');
    expect(served.finished).toBe(1);
  });
});

describe('before the day', () => {
  it('it is looked at whether everything is in place, and people say whether they can work where they sit', async () => {
    await facilitator.tap('check');
    const nurse = await served.participant();
    expect((await nurse.get()).text).toContain('Kommer du in i vårdsystemet här?');
    await nurse.tap('check', { what: 'workstation', works: 'yes' });
    await nurse.tap('check', { what: 'printer', works: 'no' });
    expect(await nurse.tap('check', { what: 'system', works: 'yes' })).toBe(422);
    const asked = (await nurse.get()).text;
    expect([asked.includes('Kommer du in'), asked.includes('Fungerar skrivaren')]).toEqual([false, true]);
    expect(lab.state.checks.map(({ what, seat, isThere }) => [what, seat, isThere])).toEqual([
      ['system', undefined, true],
      ['workstation', 'plats-1', true],
      ['printer', 'plats-1', false],
    ]);
    await facilitator.tapClock('continue');
    expect((await nurse.get()).text).not.toContain('Fungerar skrivaren');
  });
});

describe('an inject', () => {
  const states = () => lab.state.injects.map(({ acts, verdict, state }) => [state, acts, verdict]);
  const write = (more: Record<string, string>) =>
    facilitator.tap('inject', { text: 'Nätet är nere.', method: 'device', ...more });

  it('comes when it is planned, and once; sent before, it comes then, and both times stand there', async () => {
    await facilitator.tap('send', { inject: 'ringer' });
    await served.comesTo(10 * HOUR);
    await facilitator.tap('skip', { inject: 'ringer' });
    const sent = events.filter((event) => event.type === 'lab-injected');
    expect(sent.map(({ change, dayTime }) => [change, dayTime])).toEqual([['sent', 9 * HOUR]]);
    expect((await facilitator.get('/view')).text).toMatch(/Planerad 10\.00[\s\S]*skickad 09\.00/);
  });

  it('that is written on the spot does what it says now, for as long as it says on the day’s clock', async () => {
    expect(await write({ act: 'network', lasts: '10' })).toBe(204);
    await served.comesTo(9 * HOUR + 9 * MINUTE);
    expect(served.beneath.did).toEqual(['network begins']);
    await served.comesTo(9 * HOUR + 10 * MINUTE);
    expect(served.beneath.did).toEqual(['network begins', 'network ends']);
    expect(states().at(-1)).toEqual(['sent', 'ended', undefined]);
  });

  it('is ended by the facilitator before its time, and another of the same goes on', async () => {
    await write({ act: 'printer' });
    await write({ act: 'printer' });
    await served.comesTo(9 * HOUR);
    await facilitator.tap('end-act', { inject: 'skriven-2' });
    await served.comesTo(9 * HOUR);
    expect(served.beneath.did).toEqual(['printer begins', 'printer begins']);
    await facilitator.tap('end-act', { inject: 'skriven-3' });
    await served.comesTo(9 * HOUR);
    expect(served.beneath.did.at(-1)).toBe('printer ends');
  });

  it('that cannot be done is told, and nothing is expected of people about it', async () => {
    served.beneath.breaks = 'Referensmiljön har stannat.';
    await served.participant();
    await write({ act: 'network', expected: 'De skriver på papper.' });
    await served.comesTo(9 * HOUR);
    expect(states().at(-1)).toEqual(['sent', 'failed', 'not-covered']);
    expect((await facilitator.get('/view')).text).toContain('gick inte: Referensmiljön har stannat.');
  });

  it.each([
    [{ act: 'fault' }, 'Välj vilket fel'],
    [{ act: 'fault', fault: 'finns-inte' }, 'inget fel "finns-inte"'],
    [{ act: 'network', lasts: 'länge' }, 'ett tal, till exempel 10'],
    [{ method: 'duva' }, 'hur det når fram'],
    [{ to: 'plats-9' }, 'till vem'],
  ])('with %o is refused in one sentence', async (more, sentence) => {
    expect(await write(more)).toBe(422);
    expect(facilitator.said).toContain(sentence);
    expect(lab.state.injects).toHaveLength(1);
  });

  it('does not come when people have gone home, and what goes on beneath is as before', async () => {
    await served.participant();
    await write({ act: 'network', expected: 'De skriver på papper.' });
    await served.comesTo(9 * HOUR);
    await sendHome(lab);
    await served.comesTo(12 * HOUR);
    expect(served.beneath.did).toEqual(['network begins', 'network ends']);
    expect(states()).toEqual([
      ['skipped', undefined, undefined],
      ['sent', 'ended', 'not-covered'],
    ]);
  });

  describe('of which something is expected', () => {
    const taken = async (): Promise<void> => {
      const nurse = await served.participant();
      await write({ expected: 'De skriver på papper.', within: '5' });
      await served.comesTo(9 * HOUR + 3 * MINUTE);
      await nurse.tap('acknowledge', { inject: 'skriven-2' });
    };

    it('opens only when somebody has taken it in; that nobody was reached is not covered', async () => {
      const observer = await served.staff('observer');
      await write({ expected: 'De skriver på papper.', within: '5' });
      expect(await observer.tap('met', { inject: 'skriven-2' })).toBe(422);
      await served.comesTo(9 * HOUR + 5 * MINUTE);
      expect(events.at(-1)).toMatchObject({
        type: 'lab-expected',
        change: 'expired',
        verdict: 'not-covered',
      });
    });

    it('has its time from then, and is unknown when nobody said in time; later words change nothing', async () => {
      await taken();
      await served.comesTo(9 * HOUR + 6 * MINUTE);
      expect(states().at(-1)).toEqual(['sent', undefined, undefined]);
      await served.comesTo(9 * HOUR + 8 * MINUTE);
      expect(states().at(-1)).toEqual(['sent', undefined, 'unknown']);
      expect(await facilitator.tap('met', { inject: 'skriven-2' })).toBe(422);
    });

    it.each([
      ['met', 'pass'],
      ['missed', 'fail'],
    ])('is %s as an observer sees it, and does not run out any more', async (what, verdict) => {
      await taken();
      const observer = await served.staff('observer');
      expect((await observer.get('/view')).text).toContain('De skriver på papper.');
      expect(await observer.tap(what, { inject: 'skriven-2' })).toBe(204);
      await served.comesTo(12 * HOUR);
      expect(states().at(-1)).toEqual(['sent', undefined, verdict]);
      expect(events.filter(({ type }) => type === 'lab-expected')).toHaveLength(1);
    });
  });
});
