import { beforeEach, describe, expect, it } from 'vitest';
import type { EvidenceEvent } from '../domain/evidence.ts';
import { isLabEvent, type LabEvent, type LabSeat } from '../domain/lab-evidence.ts';
import { stepToken } from '../domain/step-token.ts';
import { SECOND } from '../domain/time.ts';
import { isEvent, schemaFault } from '../evidence/schema.ts';
import { type CareSystem, type Noticed, type StepContext, SystemError } from '../systems/care-system.ts';
import { stepOf } from '../systems/testing/step.ts';
import { Ahead } from './ahead.ts';
import { Lab, type Told } from './lab.ts';
import { withPeople } from './with-people.ts';

const TRIAGE = { type: 'task', kind: 'triage', colour: 'orange' } as const;
const SEAT: LabSeat = {
  id: 'plats-1',
  pseudonym: 'Sjuksköterska 1',
  role: 'nurse',
  unit: 'sas-akuten',
  kind: 'emergency',
  unitName: 'Akutmottagningen',
};
const step = (index = 0): StepContext => stepOf({ token: stepToken('run', 'f-1', index) });

/** What the system shows, and the same clock for all: each pause passes, and something may happen in it. */
let shows: () => Noticed;
let robots: string[];
let answersRobots: () => void;
let events: EvidenceEvent[];
let time: number;
let happens: ((pause: number) => Promise<void> | void) | undefined;

beforeEach(() => {
  shows = () => ({ status: 'not-done' });
  robots = [];
  answersRobots = () => undefined;
  events = [];
  time = 0;
  happens = undefined;
});

const system: CareSystem = {
  name: 'prov',
  channel: 'api',
  connect: async () => ({ name: '', software: '', version: '' }),
  capability: () => ({ supported: true }),
  introduce: async () => [],
  async perform({ kind }) {
    answersRobots();
    robots.push(kind);
    return { status: 'done', reference: 'Robot/1' };
  },
  settle: async () => ({ status: 'done', reference: 'Settled/1' }),
  notice: async () => shows(),
  ask: async () => ({ seen: true, expected: '', observed: '' }),
  close: async () => undefined,
};

const clock = {
  now: () => time,
  async pause(milliseconds: number) {
    time += milliseconds;
    await happens?.(milliseconds);
  },
};

async function lab(past: readonly LabEvent[] = []): Promise<Lab> {
  const opened = new Lab({
    sink: (event) => events.push(event),
    flush: async () => {},
    now: () => time,
    past,
  });
  if (past.length > 0) return opened;
  const first: Told = {
    ...{ type: 'lab-opened', seats: [SEAT], injects: [] },
    ...{ consent: '1', pace: 1, idlePace: 1 },
  };
  await opened.record(first);
  await opened.record({ type: 'lab-clock', change: 'continued' });
  await opened.record({ type: 'lab-person', seat: SEAT.id, change: 'joined' });
  return opened;
}
const changes = (): string[] => events.flatMap((event) => (event.type === 'lab-card' ? [event.change] : []));

describe('a task that a person takes', () => {
  it('becomes a card, and is done when the system shows it', async () => {
    const people = withPeople({ system, lab: await lab(), clock, ahead: new Ahead([], new Map()) });
    happens = () => {
      if (time > 3 * SECOND) shows = () => ({ status: 'done', reference: 'Encounter/7' });
    };
    expect(await people.perform(TRIAGE, step())).toEqual({ status: 'done', reference: 'Encounter/7' });
    expect(changes()).toEqual(['dealt', 'shown']);
    expect(robots).toEqual([]);
  });

  it('is not done because somebody says so: that the system does not show it is told, and it goes on', async () => {
    const session = await lab();
    const people = withPeople({ system, lab: session, clock, ahead: new Ahead([], new Map()) });
    happens = async () => {
      if (time > 2 * SECOND && !changes().includes('said-done')) await session.tell('f-1.1', 'said-done');
      if (time > 20 * SECOND) shows = () => ({ status: 'done' });
    };
    await people.perform(TRIAGE, step());
    expect(changes()).toEqual(['dealt', 'said-done', 'not-shown', 'shown']);
  });

  it('says so when the system shows something else of the kind, once', async () => {
    const people = withPeople({ system, lab: await lab(), clock, ahead: new Ahead([], new Map()) });
    shows = () =>
      time < 5 * SECOND ? { status: 'otherwise', reference: 'Encounter/8' } : { status: 'done' };
    await people.perform(TRIAGE, step());
    expect(changes()).toEqual(['dealt', 'otherwise', 'shown']);
  });

  it('is a robot’s again when the person does not get further, or the facilitator takes it back', async () => {
    for (const [index, change] of (['stuck', 'taken-back'] as const).entries()) {
      const session = await lab();
      const people = withPeople({ system, lab: session, clock, ahead: new Ahead([], new Map()) });
      happens = () => session.tell(`f-1.${index + 1}`, change);
      expect(await people.perform(TRIAGE, step(index))).toMatchObject({ reference: 'Robot/1' });
    }
    expect(robots).toEqual(['triage', 'triage']);
  });

  it('is told as unknown where the system leaves nothing to look for and the person says it is done', async () => {
    const session = await lab();
    const people = withPeople({ system, lab: session, clock, ahead: new Ahead([], new Map()) });
    shows = () => ({ status: 'cannot-tell' });
    happens = () => session.tell('f-1.1', 'said-done');
    expect(await people.perform(TRIAGE, step())).toMatchObject({ status: 'unknown' });
    expect(changes()).toContain('unverifiable');
  });

  it('holds the clock while the system is silent, says so, and goes on', async () => {
    const session = await lab();
    const people = withPeople({ system, lab: session, clock, ahead: new Ahead([], new Map()) });
    let held: string | undefined;
    shows = () => {
      if (time < 5 * SECOND) throw new SystemError('unreachable', 'Nobody answers.');
      return { status: time < 9 * SECOND ? 'not-done' : 'done' };
    };
    happens = () => {
      if (session.state.clock.isHeld) held = session.state.clock.why;
    };
    await people.perform(TRIAGE, step());
    expect(held).toContain('Systemet svarar inte');
    expect(session.state.clock.isHeld).toBe(false);
    expect(session.state.cards.get('f-1.1')?.took).toBeLessThan(6 * SECOND);
  });
});

it('looks seldom for a card that lies behind another, and often when it comes in hand', async () => {
  const session = await lab();
  const people = withPeople({ system, lab: session, clock, ahead: new Ahead([], new Map()) });
  await session.offer({ instance: 'f-0', step: 0, kind: 'triage', actor: step().actor, unit: SEAT.unit });
  const looks: number[] = [];
  shows = () => {
    looks.push(time);
    return { status: time > 8 * SECOND ? 'done' : 'not-done' };
  };
  happens = () => (time >= 6 * SECOND ? session.tell('f-0.1', 'shown') : undefined);
  await people.perform(TRIAGE, step());
  expect(looks.slice(0, 3)).toEqual([0, 3 * SECOND, 6 * SECOND]);
  expect(looks[3]).toBe(6.7 * SECOND);
});

describe('a system that dies under a robot', () => {
  const physician = stepOf({ token: 'run.f-1.1', actor: { role: 'physician', unit: 'emergency' } });

  it('holds the clock and says so; the robot tries again when it is back, and nothing is lost', async () => {
    const session = await lab();
    const people = withPeople({ system, lab: session, clock, ahead: new Ahead([], new Map()) });
    answersRobots = () => {
      if (time < 5 * SECOND) throw new SystemError('unreachable', 'Nobody answers.');
    };
    expect(await people.perform(TRIAGE, physician)).toMatchObject({ reference: 'Robot/1' });
    const clockEvents = events.flatMap((event) => (event.type === 'lab-clock' ? [event.change] : []));
    expect([clockEvents, robots]).toEqual([['continued', 'held', 'continued'], ['triage']]);
  });

  it('is not asked again where it may have done what nobody heard of', async () => {
    const people = withPeople({ system, lab: await lab(), clock, ahead: new Ahead([], new Map()) });
    answersRobots = () => {
      throw new SystemError('timeout', 'No answer in time.');
    };
    await expect(people.perform(TRIAGE, physician)).rejects.toThrow('No answer in time.');
    expect(time).toBe(0);
  });

  it('has not refused what a person says is done', async () => {
    const session = await lab();
    const people = withPeople({ system, lab: session, clock, ahead: new Ahead([], new Map()) });
    shows = () => {
      if (time < 20 * SECOND) throw new SystemError('unreachable', 'Nobody answers.');
      return { status: 'done' };
    };
    happens = () => session.tell('f-1.1', 'said-done');
    await people.perform(TRIAGE, step());
    expect(changes()).not.toContain('not-shown');
  });
});

describe('a task is a robot’s', () => {
  it.each([
    ['another role', stepOf({ token: 'run.f-1.1', actor: { role: 'physician', unit: 'emergency' } })],
    ['another unit', stepOf({ token: 'run.f-1.1', actor: { role: 'nurse', unit: 'ward' } })],
  ])('when it is of %s', async (_, context) => {
    const people = withPeople({ system, lab: await lab(), clock, ahead: new Ahead([], new Map()) });
    expect(await people.perform(TRIAGE, context)).toMatchObject({ reference: 'Robot/1' });
    expect(changes()).toEqual([]);
  });

  it('when nobody is at the place, or enough lies there', async () => {
    const session = await lab();
    const people = withPeople({ system, lab: session, clock, ahead: new Ahead([], new Map()) });
    await session.record({ type: 'lab-person', seat: SEAT.id, change: 'left' });
    expect(await people.perform(TRIAGE, step(5))).toMatchObject({ reference: 'Robot/1' });
    await session.record({ type: 'lab-person', seat: SEAT.id, change: 'returned' });
    for (const index of [0, 1]) {
      const { instance, actor } = step();
      await session.offer({ instance, step: index, kind: 'triage', actor, unit: SEAT.unit });
    }
    expect(await people.perform(TRIAGE, step(2))).toMatchObject({ reference: 'Robot/1' });
  });
});

describe('a run that was cut off', () => {
  it('finds the card where it lay', async () => {
    const before = await lab();
    const { instance, actor } = step();
    await before.offer({ instance, step: 0, kind: 'triage', actor, unit: SEAT.unit });
    await before.tell('f-1.1', 'help');
    const after = await lab(events.filter(isLabEvent));
    expect(after.state).toEqual(before.state);
    shows = () => ({ status: 'done', reference: 'Encounter/7' });
    const people = withPeople({ system, lab: after, clock, ahead: new Ahead([], new Map()) });
    expect(await people.settle?.(TRIAGE, step())).toEqual({ status: 'done', reference: 'Encounter/7' });
  });

  it('leaves to the driver what no card tells of', async () => {
    const people = withPeople({ system, lab: await lab(), clock, ahead: new Ahead([], new Map()) });
    expect(await people.settle?.(TRIAGE, step(3))).toMatchObject({ reference: 'Settled/1' });
  });
});

it('tells of all that happens in events that evidence takes', async () => {
  const session = await lab();
  const inject = { id: 'ringer', method: 'phone', sv: 'En anhörig ringer.', to: [SEAT.id] } as const;
  const told: readonly Told[] = [
    { type: 'lab-seat-added', seat: { ...SEAT, id: 'plats-2', cards: 3 } },
    { type: 'lab-injected', inject, change: 'sent' },
    { type: 'lab-injected', inject, change: 'acknowledged', seat: SEAT.id },
    { type: 'lab-note', seat: SEAT.id, kind: 'wrong-dose', severity: 3, said: { of: SEAT.id, text: 'abc' } },
    { type: 'lab-answered', seat: SEAT.id, instrument: 'seq', version: '1', items: [6], card: 'f-1.1' },
    { type: 'lab-clock', change: 'paced', pace: 2 },
    { type: 'lab-clock', change: 'held', why: 'Paus' },
  ];
  for (const each of told) await session.record(each);
  const { instance, actor } = step();
  await session.offer({ instance, step: 0, kind: 'triage', actor, unit: SEAT.unit });
  await session.tell('f-1.1', 'shown', { reference: 'Encounter/7', tap: 'tap-9' });
  expect(events.filter((event) => !isEvent(event)).map(schemaFault)).toEqual([]);
  expect(isEvent({ ...events[0], surprise: true })).toBe(false);
});

it('counts what a browser sends twice once', async () => {
  const session = await lab();
  const note = { type: 'lab-note', seat: SEAT.id, kind: 'friction', severity: 1, tap: 'tap-1' } as const;
  await session.record(note);
  await session.record(note);
  expect(session.state.notes).toHaveLength(1);
});
