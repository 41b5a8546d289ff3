import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import type { EvidenceEvent } from '../domain/evidence.ts';
import { isEvent } from '../evidence/schema.ts';
import type { Room } from './doing.ts';
import { Lab } from './lab.ts';
import { loadQuestionnaire } from './load-questionnaire.ts';
import { questionsView } from './pages/after.ts';
import { LabSecrets } from './secrets.ts';
import { stateAfter } from './state.ts';
import { Tablets } from './tablets.ts';
import { take } from './taps.ts';
import { deal, SEATS } from './testing/lab-of.ts';
import { FakeBeneath } from './testing/served.ts';

let lab: Lab;
let events: EvidenceEvent[];
let room: Room;

beforeEach(async () => {
  events = [];
  lab = new Lab({ sink: (event) => events.push(event), flush: async () => {}, now: Date.now });
  const questionnaires = ['nasa-tlx', 'umux-lite'].map(loadQuestionnaire);
  await lab.record({
    ...{ type: 'lab-opened', seats: SEATS, injects: [], questionnaires },
    ...{ consent: '1', pace: 1, idlePace: 1 },
  });
  const secrets = await LabSecrets.of(await mkdtemp(path.join(tmpdir(), 'genrep-lab-')));
  await secrets.addSeats(SEATS);
  room = {
    ...{ lab, secrets, isSolo: false, beneath: new FakeBeneath(), tablets: new Tablets(), parts: [] },
    ...{ jump: () => {}, open: () => [], upcoming: () => [], check: async () => {}, finish: async () => {} },
  };
});

const participant = (act: string, more: Record<string, string> = {}) =>
  take(room, { role: 'participant', seat: 'plats-1' }, { do: act, ...more });
const facilitator = (act: string, more: Record<string, string> = {}) =>
  take(room, { role: 'facilitator' }, { do: act, ...more });
const page = (): string => questionsView(lab.state, 'plats-1').text;

it('asks nothing before the facilitator gives the questions out, and sends people home when that is done', async () => {
  await participant('join');
  await deal(lab, 0);
  await expect(participant('answer', { instrument: 'umux-lite', 'item-1': '7' })).rejects.toThrow(
    'inte utdelade',
  );
  await facilitator('ask');
  expect(lab.endingOf('f-1.1')).toBe('taken-back');
  await participant('return');
  await take(room, { role: 'participant', seat: 'plats-2' }, { do: 'join' });
  expect(lab.state.seats.map(({ presence }) => presence)).toEqual(['away', 'free']);
  expect(page()).toContain('Hur väl lyckades du med det du skulle göra?');
});

it('takes one questionnaire at a time, what is left out as left out, and none that is declined', async () => {
  await participant('join');
  await facilitator('ask');
  await expect(participant('answer', { instrument: 'nasa-tlx' })).rejects.toThrow('Svara på något');
  const load = { 'item-1': '55', 'item-2': '0', 'item-3': '100', 'item-4': '57', 'item-6': '5' };
  for (let times = 0; times < 2; times += 1)
    await participant('answer', { instrument: 'nasa-tlx', ...load, tap: `t-${times}` });
  expect(lab.state.answers).toMatchObject([{ instrument: 'nasa-tlx', items: [55, 0, 100, null, null, 5] }]);
  expect(page()).not.toContain('Hur väl lyckades du');
  expect(page()).toContain('Systemet är lätt att använda.');
  await participant('decline', { instrument: 'umux-lite' });
  expect(lab.state.answers.at(-1)).toMatchObject({ version: 'genrep-sv-1', items: [] });
  expect(page()).toContain('Det var allt. Tack');
});

it('takes a printed card in hand once, if it is one’s own', async () => {
  await participant('join');
  await deal(lab, 0);
  for (let times = 0; times < 2; times += 1)
    await participant('opened', { card: 'f-1.1', tap: `t-${times}` });
  expect(lab.state.cards.get('f-1.1')?.isOpened).toBe(true);
  expect(events.filter((event) => event.type === 'lab-card' && event.change === 'opened')).toHaveLength(1);
  await expect(participant('opened', { card: 'f-9.1' })).rejects.toThrow('är inte ditt just nu');
});

it('marks a moment, with words about a person closed with that person’s key', async () => {
  await facilitator('bookmark', { seat: '', text: 'Skrivaren' });
  await facilitator('bookmark', { seat: 'plats-1', text: 'Letade länge' });
  const [one, other] = lab.state.bookmarks;
  expect(one).toMatchObject({ text: 'Skrivaren' });
  expect(other?.said && room.secrets.unseal(other.said)).toBe('Letade länge');
  expect(JSON.stringify(events)).not.toContain('Letade');
});

it('is all in the evidence, from which the lab comes back as it was', async () => {
  await participant('join');
  await facilitator('bookmark', { text: 'Skrivaren' });
  await facilitator('ask');
  await participant('answer', { instrument: 'umux-lite', 'item-1': '7' });
  expect(events.filter((event) => !isEvent(event))).toEqual([]);
  expect(stateAfter(events as never)).toEqual(lab.state);
});
