import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { isLabEvent, type LabEvent, type LabInject } from '../domain/lab-evidence.ts';
import { HOUR, MINUTE } from '../domain/time.ts';
import schema from '../evidence/events.schema.json' with { type: 'json' };
import { HEAD_FILE, JOURNAL_FILE } from '../evidence/files.ts';
import { readPastRun } from '../evidence/past-run.ts';
import { journalOf } from '../evidence/testing/journal.ts';
import { runStarted } from '../evidence/testing/run.ts';
import { conductInjects } from './conduct-injects.ts';
import { isActing } from './inject-state.ts';
import { Lab, type Told } from './lab.ts';
import { CLOSED_LAB, type LabState } from './state.ts';
import { SEATS } from './testing/lab-of.ts';
import { FakeBeneath } from './testing/served.ts';

/** The kinds of event that a lab can write, as the format of the evidence has them. */
const KINDS: readonly string[] = Object.entries(
  schema.$defs as Readonly<
    Record<string, { readonly properties?: { readonly change?: { readonly enum: readonly string[] } } }>
  >,
).flatMap(([type, { properties }]) =>
  type.startsWith('lab-') ? (properties?.change?.enum.map((change) => `${type} ${change}`) ?? [type]) : [],
);
const kindOf = (event: LabEvent): string =>
  'change' in event ? `${event.type} ${event.change}` : event.type;

const network: LabInject = {
  ...{ id: 'nat', method: 'device', sv: 'Nätet är nere.', expected: 'Papper.', within: 5 * MINUTE },
  act: { kind: 'network', lasts: 10 * MINUTE },
};
const printer: LabInject = {
  id: 'skrivare',
  method: 'device',
  sv: 'Skrivaren står.',
  act: { kind: 'printer' },
};
const call: LabInject = { id: 'ringer', method: 'phone', sv: 'Det ringer.', expected: 'Svara.' };
const answer: LabInject = { id: 'svar', method: 'paper', sv: 'Svaret dröjer.', expected: 'Ring.' };

const told = (type: 'lab-injected', inject: LabInject, ...changes: readonly string[]): Told[] =>
  changes.map((change) => ({ type, inject, change, seat: 'plats-1' }) as Told);
const card = (id: string, ...changes: readonly string[]): Told[] =>
  changes.map(
    (change) =>
      ({
        ...{ type: 'lab-card', card: id, change },
        ...(change === 'dealt' ? { seat: 'plats-1', visit: 'f-1', step: 0, kind: 'triage' } : {}),
        ...(change === 'moved' ? { seat: 'plats-2' } : {}),
      }) as Told,
  );
const sat = (seat: string, ...changes: readonly string[]): Told[] =>
  changes.map((change) => ({ type: 'lab-person', seat, change }) as Told);

/** A session in which everything happens that can happen. */
const SESSION: readonly Told[] = [
  {
    ...{ type: 'lab-opened', seats: SEATS, consent: '1', pace: 1, idlePace: 1 },
    injects: [network, printer, call, answer, { ...call, id: 'ringer-igen' }],
  },
  { type: 'lab-checked', what: 'login', seat: 'plats-1', isThere: true },
  ...sat('plats-1', 'joined'),
  ...sat('plats-2', 'joined'),
  { type: 'lab-clock', change: 'continued' },
  ...card('f-1.1', 'dealt', 'opened', 'help', 'said-done', 'not-shown', 'otherwise', 'moved', 'shown'),
  { type: 'lab-answered', seat: 'plats-2', instrument: 'seq', version: '1', items: [6], card: 'f-1.1' },
  ...told('lab-injected', network, 'sent', 'acknowledged', 'begun'),
  ...card('f-2.1', 'dealt', 'stuck'),
  { type: 'lab-expected', inject: 'nat', change: 'met', verdict: 'pass' },
  ...told('lab-injected', network, 'ended'),
  ...told('lab-injected', printer, 'sent', 'failed'),
  ...told('lab-injected', call, 'sent', 'acknowledged'),
  { type: 'lab-expected', inject: 'ringer', change: 'missed', verdict: 'fail' },
  ...told('lab-injected', answer, 'sent'),
  { type: 'lab-expected', inject: 'svar', change: 'expired', verdict: 'not-covered' },
  ...told('lab-injected', { ...call, id: 'ringer-igen' }, 'skipped'),
  { type: 'lab-note', seat: 'plats-1', kind: 'wrong-dose', severity: 3, tap: 'tap-1' },
  { type: 'lab-handed', visit: 'f-3', step: 2, seat: 'plats-1' },
  { type: 'lab-staffed', unit: 'sas-akuten', role: 'nurse', by: 1 },
  ...card('f-3.1', 'dealt', 'unverifiable'),
  { type: 'lab-clock', change: 'held', why: 'Paus' },
  { type: 'lab-clock', change: 'paced', pace: 5 },
  { type: 'lab-clock', change: 'continued' },
  { type: 'lab-clock', change: 'shows' },
  ...sat('plats-1', 'left', 'returned'),
  ...card('f-4.1', 'dealt', 'taken-back'),
  { type: 'lab-clock', change: 'jumped' },
  { type: 'lab-seat-added', seat: { ...SEATS[0], id: 'plats-3' } },
  ...sat('plats-2', 'removed'),
  { type: 'lab-bookmark', text: 'När nätet kom tillbaka' },
  { type: 'lab-picture', seat: 'plats-1', card: 'f-2.1', of: 'stuck', happenedAt: 1, withheld: 'closed' },
  { type: 'lab-asked' },
];

/** The session as it was played: each event, what the lab was after it, and its line in the journal. */
let events: readonly LabEvent[];
let states: readonly LabState[];
let lines: readonly string[];
/** The head beside the journal, as it was when the run began: it is behind when a server is killed. */
let head: string;

beforeAll(async () => {
  let time = 0;
  const written: LabEvent[] = [];
  const was: LabState[] = [];
  const lab = new Lab({
    sink: (event) => written.push(event as LabEvent),
    flush: async () => {},
    now: () => time,
  });
  for (const each of SESSION) {
    time += MINUTE;
    lab.follow(() => 9 * HOUR + time);
    await lab.record(each);
    was.push(lab.state);
  }
  [events, states] = [written, was];
  const folder = await journalOf([runStarted({ flows: [] }), ...events]);
  head = await readFile(path.join(await journalOf([runStarted({ flows: [] })]), HEAD_FILE), 'utf8');
  lines = (await readFile(path.join(folder, JOURNAL_FILE), 'utf8')).split('\n').filter((line) => line !== '');
});

/** The lab that comes back of a journal that ends like this. */
async function back(text: string): Promise<Lab> {
  const folder = await mkdtemp(path.join(tmpdir(), 'genrep-killed-'));
  await writeFile(path.join(folder, JOURNAL_FILE), text);
  await writeFile(path.join(folder, HEAD_FILE), head);
  const past = (await readPastRun(folder)).events.filter(isLabEvent);
  return new Lab({ sink: () => undefined, flush: async () => {}, now: () => 0, past });
}

it('is played with every kind of event that there is', () => {
  expect(new Set(events.map(kindOf))).toEqual(new Set(KINDS));
});

describe('a lab whose server was killed', () => {
  it.each(KINDS)(
    'just after, and in the middle of, %s has clock, cards and people where they were',
    async (kind) => {
      for (const [index, event] of events.entries()) {
        if (kindOf(event) !== kind) continue;
        const whole = `${lines.slice(0, index + 2).join('\n')}\n`;
        const own = lines[index + 1] ?? '';
        const torn = `${lines.slice(0, index + 1).join('\n')}\n${own.slice(0, own.length / 2)}`;
        expect((await back(whole)).state).toEqual(states[index]);
        expect((await back(torn)).state).toEqual(states[index - 1] ?? CLOSED_LAB);
      }
    },
  );

  it('has what goes on beneath it go on, and nothing that had ended', async () => {
    for (const [index, state] of states.entries()) {
      const lab = await back(`${lines.slice(0, index + 2).join('\n')}\n`);
      const beneath = new FakeBeneath();
      conductInjects(lab, { at: () => undefined }, beneath);
      await new Promise(setImmediate);
      const begun = state.injects.filter(
        (each) =>
          isActing(each) ||
          (each.state === 'sent' && each.inject.act !== undefined && each.acts === undefined),
      );
      expect(beneath.did).toEqual(begun.map(({ inject }) => `${inject.act?.kind} begins`));
    }
  });
});
