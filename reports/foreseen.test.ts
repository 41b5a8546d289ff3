import { describe, expect, it } from 'vitest';
import type { DayMeasured, LagMeasured } from '../domain/day-evidence.ts';
import { isEvent } from '../evidence/schema.ts';
import { foreseenIn } from './foreseen.ts';
import { foreseenSection } from './html/sections/foreseen.ts';
import { runOf } from './testing/synthetic.ts';

const figure = (measured: number): DayMeasured => ({
  type: 'day-measured',
  id: 'wait/sas-akuten/nurse',
  sv: 'Akuten, sjuksköterska',
  en: 'Emergency, nurse',
  group: 'staff-wait',
  unit: 'minutes',
  simulated: { mean: 5, low: 3, high: 9, replications: 79 },
  measured,
});

const lag = (since?: number): LagMeasured => ({
  type: 'lag',
  events: { mean: 100, max: 2_000 },
  flows: {
    api: { count: 100, mean: 1_000, p99: 60_000, max: 90_000 },
    ui: { count: 0, mean: 0, p99: 0, max: 0 },
  },
  limit: 900_000,
  ...(since === undefined ? {} : { since }),
});

const day = (measured: readonly DayMeasured[], lagged?: LagMeasured) => ({
  ...runOf(),
  measured,
  ...(lagged === undefined ? {} : { lag: lagged }),
});

const page = (...parts: Parameters<typeof day>) =>
  foreseenSection(foreseenIn([day(...parts)]))?.body.text ?? '';

it('says of each figure whether the simulation foresaw it, and how many it did', () => {
  const [told] = foreseenIn([day([figure(3), figure(9), figure(9.1), figure(2.9)])]);
  expect(told?.figures.map(({ isWithin }) => isWithin)).toEqual([true, true, false, false]);
  expect(told?.coverage).toEqual({ within: 2, of: 4 });
});

describe('the page', () => {
  it('sets measured beside simulated, and opens what was not foreseen', () => {
    expect(page([figure(4)], lag())).toMatch(/1 av 1 mått .*<details><summary>/s);
    const missed = page([figure(12.5)], lag());
    expect(missed).toMatch(/0 av 1 mått .*<details open>/s);
    expect(missed).toContain('3,0–9,0');
    expect(missed).toContain('12,5');
  });

  it('says from when on a day is not to be trusted', () => {
    expect(page([figure(4)], lag())).toContain('Maskinen höll takten');
    const late = page([figure(4)], lag(26.5 * 3_600_000));
    expect(late).toContain('kan ha väntat på maskinen och inte på systemet');
    expect(late).not.toContain('berörs inte');
    expect(late).toContain('från klockan 02.30 dagen efter går tiderna nedan inte att lita på');
    expect(late).not.toContain('Maskinen höll takten');
  });

  it('is silent of what was no day', () => {
    expect(foreseenSection(foreseenIn([runOf()]))).toBeUndefined();
  });
});

it('reads evidence that its schema knows', () => {
  expect([figure(4), lag(), lag(1)].map(isEvent)).toEqual([true, true, true]);
  expect(isEvent({ ...figure(4), simulated: { mean: 5 } })).toBe(false);
});
