import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../rule.ts';
import { encounter, patient } from '../testing/resources.ts';
import { watch } from '../testing/watch.ts';
import { RATES } from './rates.ts';

const PEOPLE = 500;
const YEARS = 10;

/** People of forty to fifty, 86 of whom in a thousand are admitted each year, with this many stays in a year. */
function people(staysIn: (year: number) => number, dead = 0, died = '2025-12-01'): JsonObject[] {
  const patients = Array.from({ length: PEOPLE }, (_, n) =>
    patient({
      id: `p-${n}`,
      birthDate: '1976-01-01',
      serial: n,
      ...(n < dead ? { died: `${died}T08:00:00+01:00` } : {}),
    }),
  );
  const stays = Array.from({ length: YEARS }, (_, year) =>
    Array.from({ length: staysIn(2016 + year) }, (_each, n) => stay(2016 + year, n)),
  );
  return [...patients, ...stays.flat()];
}

const stay = (year: number, n: number): JsonObject =>
  encounter(`s-${year}-${n}`, `${year}-05-02T08:00:00+02:00`, `${year}-05-05T08:00:00+02:00`, {
    class: { code: 'IMP' },
    subject: { reference: `Patient/p-${n % PEOPLE}` },
  });

describe('rates', () => {
  it('are as the statistics say', async () => {
    expect(
      await watch(
        RATES,
        people(() => 43),
      ),
    ).toEqual([]);
  });

  it('are found too low, by age and in the last year', async () => {
    const found = await watch(
      RATES,
      people(() => 10),
    );
    expect(found.map(({ sv }) => sv)).toEqual([
      'Vårdtillfällen i sluten vård från 40 års ålder: 20,0 per 1 000 personår (100 på 4999), 86 väntas',
      expect.stringMatching(/^Vårdtillfällen i sluten vård sista året: 20,0 .*130–140 väntas$/),
    ]);
  });

  it('are found too high', async () => {
    const [found] = await watch(
      RATES,
      people(() => 60),
    );
    expect(found?.sv).toContain('från 40 års ålder: 120,0 per');
  });

  it('are found wrong in the last year alone, and not judged on a history without one', async () => {
    const lacking = people((year) => (year === 2025 ? 0 : 48));
    const found = await watch(RATES, lacking);
    expect(found.map(({ sv }) => sv)).toEqual([expect.stringContaining('sista året: 0,0 per')]);
    expect(await watch(RATES, lacking, { years: 0 })).toEqual([]);
  });

  it('of deaths are found too high', async () => {
    const found = await watch(
      RATES,
      people(() => 43, 40),
    );
    expect(found.map(({ sv }) => sv)).toEqual([
      expect.stringMatching(/^Döda sista året: 8\d,\d per .*8,4–9,4 väntas$/),
    ]);
  });

  it('count nobody after death', async () => {
    const halfGone = people(() => 22, PEOPLE / 2, '2016-01-02');
    expect(await watch(RATES, halfGone)).toEqual([]);
  });

  it('count no visit as a stay', async () => {
    const visits = people(() => 43).map((line) =>
      line.resourceType === 'Encounter' ? { ...line, class: { code: 'AMB' } } : line,
    );
    expect((await watch(RATES, visits)).length).toBe(2);
  });
});
