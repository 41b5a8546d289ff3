import { describe, expect, it } from 'vitest';
import type { LabEvent, LabSeat } from '../domain/lab-evidence.ts';
import { MINUTE } from '../domain/time.ts';
import type { Told } from './lab.ts';
import { afterEvent, CLOSED_LAB, type LabState, openCards } from './state.ts';

const SEAT: LabSeat = {
  id: 'plats-1',
  pseudonym: 'Sjuksköterska 1',
  role: 'nurse',
  unit: 'sas-akuten',
  kind: 'emergency',
  unitName: 'Akutmottagningen',
};
const OPENED: Told = {
  ...{ type: 'lab-opened', seats: [SEAT, { ...SEAT, id: 'plats-2' }], injects: [] },
  ...{ consent: '1', pace: 1, idlePace: 60 },
};
const CONTINUED: Told = { type: 'lab-clock', change: 'continued' };

type Change = 'dealt' | 'shown' | 'said-done' | 'not-shown' | 'moved';
const card = (id: string, change: Change, seat = 'plats-1'): Told => ({
  type: 'lab-card',
  card: id,
  change,
  ...(change === 'dealt' ? { seat, visit: 'f-1', step: 0, kind: 'triage' } : {}),
  ...(change === 'moved' ? { seat } : {}),
});

/** What a lab is after these events, each with the minute at which it came. */
const after = (...events: readonly (readonly [minute: number, told: Told])[]): LabState =>
  [events[0], [0, CONTINUED] as const, ...events.slice(1)]
    .filter((each) => each !== undefined)
    .reduce<LabState>(
      (state, [minute, told]) =>
        afterEvent(state, { ...told, at: minute * MINUTE, dayTime: minute * MINUTE } as LabEvent),
      CLOSED_LAB,
    );
const took = (state: LabState, id: string): number | undefined => state.cards.get(id)?.took;

describe('a card', () => {
  it('is timed from when it is in hand to when the system shows it', () => {
    const state = after([0, OPENED], [1, card('a', 'dealt')], [4, card('a', 'shown')]);
    expect(took(state, 'a')).toBe(3 * MINUTE);
  });

  it('waits behind another, and is timed from when that one is over', () => {
    const state = after(
      [0, OPENED],
      [1, card('a', 'dealt')],
      [2, card('b', 'dealt')],
      [5, card('a', 'shown')],
      [6, card('b', 'shown')],
    );
    expect(took(state, 'b')).toBe(1 * MINUTE);
  });

  it('is not timed while the clock is held', () => {
    const held = { type: 'lab-clock', change: 'held' } as const;
    const state = after(
      [0, OPENED],
      [1, card('a', 'dealt')],
      [2, held],
      [9, CONTINUED],
      [10, card('a', 'shown')],
    );
    expect(took(state, 'a')).toBe(2 * MINUTE);
  });

  it('that was said to be done and not shown is remembered, though it is shown later', () => {
    const state = after(
      [0, OPENED],
      [1, card('a', 'dealt')],
      [2, card('a', 'said-done')],
      [3, card('a', 'not-shown')],
      [4, card('a', 'shown')],
    );
    expect(state.cards.get('a')).toMatchObject({ wasNotShown: true, ending: 'shown' });
  });

  it('that is moved is in the other’s hand, and over once', () => {
    const state = after(
      [0, OPENED],
      [1, card('a', 'dealt')],
      [2, card('a', 'moved', 'plats-2')],
      [3, card('a', 'shown')],
      [4, card('a', 'said-done')],
    );
    expect(state.cards.get('a')).toMatchObject({ seat: 'plats-2', took: MINUTE, isSaidDone: false });
    expect(openCards(state)).toEqual([]);
  });
});

it('has people come, go and come back, and injects sent once', () => {
  const inject = { id: 'ringer', method: 'phone', sv: 'En anhörig ringer.' } as const;
  const state = after(
    [0, { ...OPENED, injects: [inject] }],
    [1, { type: 'lab-person', seat: 'plats-1', change: 'joined' }],
    [2, { type: 'lab-person', seat: 'plats-1', change: 'left' }],
    [3, { type: 'lab-person', seat: 'plats-1', change: 'returned' }],
    [4, { type: 'lab-injected', inject, change: 'sent' }],
    [5, { type: 'lab-injected', inject, change: 'skipped' }],
    [6, { type: 'lab-injected', inject, change: 'acknowledged', seat: 'plats-1' }],
  );
  expect(state.seats.map(({ presence }) => presence)).toEqual(['here', 'free']);
  expect(state.injects).toEqual([{ inject, state: 'sent', sentAt: 4 * MINUTE, acknowledgedBy: ['plats-1'] }]);
});
