import { expect, it } from 'vitest';
import { ageOn } from '../people/ages.ts';
import { populationOf } from '../population.ts';
import { DATA, TEN_YEARS } from '../testing.ts';
import { drawInhabitants } from './draw-inhabitant.ts';

const region = populationOf({ seed: 3, data: DATA, municipalities: [] });
const BORAS = '1490';
const WANTED = {
  sex: 'female',
  ageFrom: 70,
  ageTo: 85,
  protectedIdentity: false,
  diseases: ['formaksflimmer'],
  allergies: ['Penicillin'],
} as const;

it('finds a woman of 70–85 in Borås with atrial fibrillation and penicillin allergy among 1.7 million', () => {
  const draw = drawInhabitants(region, 3, TEN_YEARS);
  const person = draw('brostsmarta#1/1', WANTED, BORAS);
  expect(person).toMatchObject({ sex: 'female', municipalityCode: BORAS, protectedIdentity: false });
  expect(ageOn(person.birthDate, '2026-01-01')).toBeGreaterThanOrEqual(70);
  expect(ageOn(person.birthDate, '2026-01-01')).toBeLessThanOrEqual(85);
  const { facts, death } = region.historyOf(person.index, TEN_YEARS);
  expect(death).toBeUndefined();
  expect(facts.some((fact) => fact.kind === 'diagnosis' && fact.concept.code.startsWith('I48'))).toBe(true);
  expect(facts.some((fact) => fact.kind === 'allergy' && fact.allergen.name === 'Penicillin')).toBe(true);
});

it('gives the same key the same person, and no two keys the same', () => {
  const draw = drawInhabitants(region, 3, TEN_YEARS);
  const adult = { ageFrom: 18, ageTo: 90, protectedIdentity: false };
  const drawn = Array.from({ length: 200 }, (_, n) => draw(`flow/${n}`, adult).index);
  expect(new Set(drawn).size).toBe(200);
  expect(drawInhabitants(region, 3, TEN_YEARS)('flow/7', adult).index).toBe(drawn[7]);
  expect(draw('flow/7', adult).index).toBe(drawn[7]);
});

it('finds somebody with protected identity', () => {
  const draw = drawInhabitants(region, 9, TEN_YEARS);
  expect(draw('a', { ageFrom: 30, ageTo: 40, protectedIdentity: true }).protectedIdentity).toBe(true);
});

it('says so when there is nobody, or no such disease', () => {
  const small = populationOf({ seed: 3, data: DATA, municipalities: [BORAS], people: 60 });
  const draw = drawInhabitants(small, 3, TEN_YEARS);
  expect(() => draw('a', { ...WANTED, ageFrom: 70, ageTo: 71 })).toThrow(
    /^Ingen av \d personer i befolkningen passar/,
  );
  expect(() => draw('a', { ...WANTED, diseases: ['gikt'] })).toThrow('There is no module gikt');
});
