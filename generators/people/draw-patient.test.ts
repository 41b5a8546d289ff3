import { describe, expect, it } from 'vitest';
import { isSafe } from '../../domain/identifiers.ts';
import type { PatientCriteria } from '../../domain/patient.ts';
import { ageOn, REFERENCE_DATE } from './ages.ts';
import { drawPatient, drawPatients } from './draw-patient.ts';

const ADULT: PatientCriteria = { ageFrom: 18, ageTo: 90, protectedIdentity: false };

describe.each([1, 42, 20_241_112])('seed %i', (seed) => {
  it('draws whom it drew', () => {
    const draw = drawPatients(seed);
    expect([
      draw('brostsmarta#1/1', ADULT),
      draw('sepsislarm#2/7', { ...ADULT, sex: 'female' }, '1463'),
      draw('skyddad-identitet#1/3', { ageFrom: 30, ageTo: 30, protectedIdentity: true }),
    ]).toMatchSnapshot();
  });
});

it('meets the criteria at both ends', () => {
  const seed = Math.floor(Math.random() * 1_000_000);
  const draw = drawPatients(seed);
  const ages = new Set<number>();
  for (let n = 0; n < 2000; n++) {
    const sex = n % 2 === 0 ? 'female' : 'male';
    const patient = draw(`age/${n}`, { ageFrom: 70, ageTo: 73, sex, protectedIdentity: n % 3 === 0 }, '1490');
    ages.add(ageOn(patient.birthDate, REFERENCE_DATE));
    expect(patient).toMatchObject({ sex, protectedIdentity: n % 3 === 0, municipalityCode: '1490' });
    expect(isSafe(patient.identifier), `seed ${seed}`).toBe(true);
  }
  expect([...ages].sort()).toEqual([70, 71, 72, 73]);
});

it('gives 50,000 instances 50,000 numbers and keys, also of few birth dates', () => {
  const draw = drawPatients(3);
  const patients = Array.from({ length: 50_000 }, (_, n) =>
    draw(`flow/${n}`, n % 2 === 0 ? ADULT : { ...ADULT, ageFrom: 80, ageTo: 80, sex: 'male' }),
  );
  expect(new Set(patients.map(({ identifier }) => identifier.value)).size).toBe(50_000);
  expect(new Set(patients.map(({ key }) => key)).size).toBe(50_000);
});

it('moves a later draw, and only that, off a number that is taken', () => {
  const draw = drawPatients(1);
  const oneDay: PatientCriteria = { ageFrom: 80, ageTo: 80, sex: 'male', protectedIdentity: false };
  const keys = Array.from({ length: 40_000 }, (_, n) => `k/${n}`);
  const first = new Map<string, string>();
  const clashing = keys.filter((key) => {
    const { value } = drawPatient(1, key, oneDay).identifier;
    if (first.has(value)) return true;
    first.set(value, key);
    return false;
  });
  expect(clashing.length).toBeGreaterThan(0);
  for (const key of keys) {
    const moved = draw(key, oneDay).identifier.value !== drawPatient(1, key, oneDay).identifier.value;
    expect(moved).toBe(clashing.includes(key));
  }
});

it('draws the same person for a key again, and whoever else is drawn', () => {
  const alone = drawPatients(11)('b', ADULT);
  const among = drawPatients(11);
  among('a', ADULT);
  expect(among('b', ADULT)).toEqual(alone);
  expect(among('b', ADULT)).toEqual(alone);
  expect(drawPatients(12)('b', ADULT).identifier).not.toEqual(alone.identifier);
});

it('refuses a municipality without places, and says which there are', () => {
  expect(() => drawPatients(1)('a', ADULT, '0180')).toThrow(
    'No people can be made for municipality 0180; there are 1442',
  );
});
