import { expect, it } from 'vitest';
import { type Asked, drawPeople } from './draw-people.ts';

const ADULT = { ageFrom: 18, ageTo: 90, protectedIdentity: false } as const;
const ILL = {
  ageFrom: 60,
  ageTo: 95,
  protectedIdentity: false,
  municipality: 'Borås',
  history: ['hypertoni', 'penicillinallergi'],
} as const;
const asked = (patient: Asked['patient']): Asked => ({
  patient,
  location: { file: 'features/x.feature', line: 9 },
});

it('gives those who need no history a person of whom nothing is known', async () => {
  const draw = await drawPeople(1, [asked(ADULT)]);
  expect(draw('a/1', ADULT).history).toBeUndefined();
});

it('gives those with diseases and allergies somebody of the population who has them, with what is known', async () => {
  const draw = await drawPeople(1, [asked(ADULT), asked(ILL)]);
  const person = draw('a/1', ILL);
  expect(person.municipalityCode).toBe('1490');
  expect(person.history?.problems.map(({ icd10 }) => icd10)).toContain('I10.9');
  expect(person.history?.allergies).toContainEqual(expect.objectContaining({ snomed: '91936005' }));
  expect((await drawPeople(1, [asked(ILL)]))('a/1', ILL)).toEqual(person);
  expect(JSON.parse(JSON.stringify(person))).toEqual(person);
});

it.each([
  [{ ...ILL, history: ['gikt'] }, /^features\/x\.feature:9: .*ingen sjukdom eller allergi som heter "gikt"/],
  [{ ...ILL, history: ['förmaksflimer'] }, /som heter "förmaksflimer"; menade du "förmaksflimmer"\?/],
  [{ ...ILL, municipality: 'Kiruna' }, /^features\/x\.feature:9: Kommunen Kiruna finns inte/],
  [{ ...ILL, municipality: 'Boras' }, /Kommunen Boras finns inte .*; menade du "Borås"\?/],
])('says where somebody is asked for who cannot be: %o', async (patient, words) => {
  await expect(drawPeople(1, [asked(patient)])).rejects.toThrow(words);
});
