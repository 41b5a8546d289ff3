import { describe, expect, it } from 'vitest';
import { minuteOfDate } from '../history/calendar.ts';
import { populationOf } from '../population.ts';
import { DATA, populationFor, TEN_YEARS } from '../testing.ts';

const population = populationFor(7, 20_000);
const indices = Array.from({ length: 400 }, (_, n) => 50 * n + 3);

it('gives everybody the same life again, whoever lived before', () => {
  const forward = indices.map((index) => population.historyOf(index, TEN_YEARS).facts);
  const backward = indices.toReversed().map((index) => population.historyOf(index, TEN_YEARS).facts);
  expect(backward.toReversed()).toEqual(forward);
});

it('moves nobody when a disease that nothing depends on is taken away', () => {
  const { modules } = DATA.library;
  const gone = modules.findIndex(({ id }) => id === 'migran');
  expect(gone).toBeGreaterThan(-1);
  const library = { ...DATA.library, modules: modules.toSpliced(gone, 1) };
  const without = populationOf({ seed: 7, data: { ...DATA, library }, municipalities: [], people: 20_000 });
  const told = (from: typeof population, index: number): string[] =>
    from
      .historyOf(index, TEN_YEARS)
      .facts.map((fact) => `${from.modules[fact.module]?.id} ${fact.entry} ${fact.kind} ${fact.at}`)
      .filter((line) => !line.startsWith('migran '));
  const same = indices.filter((index) => told(population, index).join() === told(without, index).join());
  // Drugs of one subgroup are not doubled, so a prescription for migraine may keep another away.
  expect(same.length).toBeGreaterThan(0.97 * indices.length);
});

describe('a longer history', () => {
  it('tells everything that a shorter one does', () => {
    for (const index of indices) {
      const short = population.historyOf(index, { until: '2024-07-01', years: 10 }).facts;
      const long = population.historyOf(index, { until: '2026-07-01', years: 10 }).facts;
      const key = ({ kind, module, entry, place, at }: (typeof short)[number]): string =>
        [kind, module, entry, place, at].join();
      const keys = new Set(long.map(key));
      const until = minuteOfDate('2024-07-01');
      for (const fact of short) if (fact.at < until) expect(keys.has(key(fact)), key(fact)).toBe(true);
    }
  });
});

it('lets nothing happen before birth or after death, and nobody die before the epoch', () => {
  let deaths = 0;
  for (let index = 0; index < 20_000; index += 10) {
    const { facts, person, death } = population.historyOf(index, { until: '2026-01-01', years: 30 });
    const birth = minuteOfDate(person.birthDate);
    for (const fact of facts) {
      expect(fact.at).toBeGreaterThanOrEqual(birth);
      const cancelled = fact.kind === 'contact' && fact.cancelled !== undefined;
      if (death !== undefined && !cancelled) expect(fact.at).toBeLessThanOrEqual(death.at);
    }
    if (death === undefined) continue;
    deaths++;
    expect(death.at).toBeGreaterThanOrEqual(minuteOfDate('2016-01-01'));
  }
  expect(deaths).toBeGreaterThan(50);
});

it('never doubles a subgroup of drugs or gives what somebody is allergic to, but on purpose', () => {
  let prescriptions = 0;
  for (let index = 0; index < 20_000; index += 20) {
    const { facts } = population.historyOf(index, TEN_YEARS);
    const drugs = facts.filter((fact) => fact.kind === 'prescription' && fact.conflict === undefined);
    const allergies = facts.filter((fact) => fact.kind === 'allergy');
    for (const fact of drugs) {
      if (fact.kind !== 'prescription') continue;
      prescriptions++;
      for (const other of drugs) {
        if (other === fact || other.kind !== 'prescription' || other.at > fact.at) continue;
        const overlaps = other.end === undefined || other.end > fact.at;
        const sameGroup = other.drug.atc.slice(0, 5) === fact.drug.atc.slice(0, 5);
        expect(overlaps && sameGroup, `${index}: ${other.drug.name} and ${fact.drug.name}`).toBe(false);
      }
      for (const allergy of allergies) {
        if (allergy.kind !== 'allergy' || allergy.at > fact.at) continue;
        const prefixes = allergy.allergen.atcPrefix?.split(',') ?? [];
        expect(prefixes.some((prefix) => fact.drug.atc.startsWith(prefix))).toBe(false);
      }
    }
  }
  expect(prescriptions).toBeGreaterThan(2000);
});
