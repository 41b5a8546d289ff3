import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { EvidenceEvent } from '../../domain/evidence.ts';
import type { LabNote } from '../../domain/lab-evidence.ts';
import { eventsOf } from '../../reports/testing/synthetic.ts';
import { Lab } from '../lab.ts';
import { LabSecrets } from '../secrets.ts';
import { SEATS } from '../testing/lab-of.ts';
import { addBookmark, readBookmarks, removeBookmark } from './bookmarks.ts';
import { AT_FIRST, chosenMoments, seatText } from './client/choice.ts';
import { dayTimeAt } from './day-time.ts';
import { MOMENT_KINDS, type Timeline } from './timeline.ts';
import { timelineOf } from './timeline-of.ts';

const [STARTED, ...PLAYED] = eventsOf({ instances: 6 });
const VISIT = 'f-0001';

let folder: string;
let secrets: LabSecrets;
let events: EvidenceEvent[];
let lab: Lab;
let time: number;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'genrep-lab-'));
  secrets = await LabSecrets.of(folder);
  await secrets.addSeats(SEATS);
  events = [];
  time = 1_000;
  lab = new Lab({ sink: (event) => events.push(event), flush: async () => {}, now: () => time });
  lab.follow(() => time * 60);
  await lab.record({ type: 'lab-opened', seats: SEATS, injects: [], consent: '1', pace: 1, idlePace: 1 });
  await lab.record({ type: 'lab-person', seat: 'plats-1', change: 'joined' });
  const dealt = { card: `${VISIT}.1`, visit: VISIT, step: 0, kind: 'triage', seat: 'plats-1' };
  await lab.record({ type: 'lab-card', change: 'dealt', ...dealt });
  time = 5_000;
});

const note = (kind: LabNote['kind'], words: string) => {
  const said = secrets.seal('plats-1', words);
  return lab.record({
    ...{ type: 'lab-note', seat: 'plats-1', kind, severity: 3, card: `${VISIT}.1` },
    ...(said === undefined ? {} : { said }),
  });
};
function timeline(): Timeline {
  const all = [STARTED, ...events, ...PLAYED].filter((event) => event !== undefined);
  const made = timelineOf(all, secrets, readBookmarks(folder));
  if (made === undefined) throw new Error('No timeline.');
  return made;
}
const texts = (moments: Timeline['moments']): string[] => moments.map(({ text }) => text.sv);

describe('the timeline of a lab', () => {
  it('is none of a run without people', () => {
    expect(
      timelineOf(
        [STARTED, ...PLAYED].filter((event) => event !== undefined),
        secrets,
      ),
    ).toBeUndefined();
  });

  it('has people, cards and notes in order, with words that are gone when the person is forgotten', async () => {
    await note('wrong-dose', 'Gav dubbelt');
    time = 9_000;
    await lab.tell(`${VISIT}.1`, 'shown');
    const { cards, moments } = timeline();
    expect(cards).toMatchObject([{ seat: 'plats-1', visit: VISIT, from: 1_000, to: 9_000, came: 'done' }]);
    const of = moments.filter(({ kind }) => kind !== 'system');
    expect(texts(of)).toEqual([
      ...['Labbet öppnade', 'Kom', 'triagera: fick kortet'],
      ...['Fel dos', 'triagera: syns klart i systemet'],
    ]);
    expect(of[3]).toMatchObject({ tone: 'critical', words: 'Gav dubbelt', visit: VISIT });
    await secrets.forget(secrets.codeOf('plats-1') ?? '');
    expect(timeline().moments.find(({ kind }) => kind === 'note')?.words).toBeNull();
  });

  it('has the picture of what happened to a card, until its person is forgotten, or why there is none', async () => {
    const card = `${VISIT}.1`;
    const sent = { type: 'lab-picture', seat: 'plats-1', card } as const;
    await lab.tell(card, 'help');
    await lab.record({ ...sent, of: 'help', happenedAt: time, file: 'bild', sha256: 'a'.repeat(64) });
    time = 6_000;
    await lab.tell(card, 'shown');
    await lab.record({ ...sent, of: 'shown', happenedAt: time, withheld: 'elsewhere' });
    const pictured = () => timeline().moments.flatMap(({ picture }) => picture ?? []);
    expect(pictured()).toEqual([{ id: 'a'.repeat(64) }, { withheld: 'elsewhere' }]);
    await secrets.forget(secrets.codeOf('plats-1') ?? '');
    expect(pictured()).toEqual([{ withheld: 'forgotten' }, { withheld: 'forgotten' }]);
  });

  it('tells what the system did for the patients of people’s cards, and for no others', () => {
    const visits = new Set(
      timeline().moments.flatMap(({ kind, visit }) => (kind === 'system' ? [visit] : [])),
    );
    expect([...visits]).toEqual([VISIT]);
  });

  it('knows where the day’s clock was between the times at which it was written down', () => {
    const at = {
      clock: [
        [1_000, 0],
        [2_000, 60_000],
        [3_000, 60_000],
      ],
    } as const;
    expect([0, 1_000, 1_500, 2_500, 9_000].map((moment) => dayTimeAt(at, moment))).toEqual([
      ...[0, 0, 30_000, 60_000, 60_000],
    ]);
  });
});

describe('a choice', () => {
  it('is by person, with what belongs to everybody', async () => {
    await lab.record({ type: 'lab-person', seat: 'plats-2', change: 'joined' });
    await lab.record({ type: 'lab-clock', change: 'held' });
    const seen = (seat: string) => texts(chosenMoments(timeline(), { ...AT_FIRST, seat }));
    expect(seen('plats-2')).toEqual(['Labbet öppnade', 'Kom', 'Klockan hölls']);
    expect(seen('plats-1')).toContain('triagera: fick kortet');
  });

  it('is by hand-over, with all that happened to its patients, though the system is not asked for', () => {
    const made = timeline();
    const [handOver] = made.handOvers;
    const seen = chosenMoments(made, { ...AT_FIRST, handOver: handOver?.id ?? 'none' });
    expect(seen.some((moment) => moment.handOver === handOver?.id)).toBe(true);
    expect(texts(seen)).toContain('triagera: fick kortet');
    const none = chosenMoments(made, { ...AT_FIRST, kinds: MOMENT_KINDS, handOver: 'none' });
    expect(none).toEqual([]);
  });

  it('hides who it was', () => {
    const told = (hidesNames: boolean) => seatText(timeline(), 'plats-2', { ...AT_FIRST, hidesNames }).sv;
    expect([told(false), told(true)]).toEqual([
      ...['Sjuksköterska 2, Akutmottagningen', 'Sjuksköterska, Akutmottagningen'],
    ]);
  });
});

it('has bookmarks of the day and of afterwards, of which the latter can be removed', async () => {
  await lab.record({ type: 'lab-bookmark', text: 'Skrivaren' });
  await addBookmark(folder, { at: 2_000, dayTime: 0, text: 'Efteråt' });
  const said = secrets.seal('plats-1', 'Letade');
  await addBookmark(folder, { at: 3_000, dayTime: 0, seat: 'plats-1', ...(said && { said }) });
  const marked = () => timeline().moments.filter(({ kind }) => kind === 'bookmark');
  expect(marked().map(({ text, words }) => words ?? text.sv)).toEqual(['Efteråt', 'Letade', 'Skrivaren']);
  const [after, , live] = marked();
  expect(live?.bookmark).toBeUndefined();
  await removeBookmark(folder, after?.bookmark ?? '');
  expect(marked()).toHaveLength(2);
});
