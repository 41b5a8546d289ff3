import { expect, it } from 'vitest';
import { isSafe } from '../../domain/identifiers.ts';
import type { Patient } from '../../domain/patient.ts';
import { drawAlike } from './alike.ts';
import { drawPatients } from './draw-patient.ts';

const ADULT = { ageFrom: 18, ageTo: 90, protectedIdentity: false } as const;
const pairs = (seed: number, count: number): [Patient, Patient][] => {
  const draw = drawAlike(seed, drawPatients(seed));
  return Array.from({ length: count }, (_, pair) => [
    draw(`flow/${2 * pair}`, ADULT, '1490'),
    draw(`flow/${2 * pair + 1}`, ADULT, '1490'),
  ]);
};

it('draws twins, namesakes and neighbours by number, each with a safe number of their own', () => {
  const all = pairs(7, 60);
  const people = all.flat();
  expect(people.filter(({ identifier }) => !isSafe(identifier))).toEqual([]);
  expect(new Set(people.map(({ identifier }) => identifier.value)).size).toBe(people.length);
  expect(new Set(people.map(({ key }) => key)).size).toBe(people.length);

  const twins = all.filter(
    ([one, other]) =>
      one.birthDate === other.birthDate &&
      one.familyName === other.familyName &&
      one.address.line === other.address.line,
  );
  const namesakes = all.filter(
    ([one, other]) =>
      one.birthDate !== other.birthDate &&
      one.givenName === other.givenName &&
      one.familyName === other.familyName,
  );
  const close = all.filter(
    ([one, other]) =>
      one.birthDate === other.birthDate && one.familyName !== other.familyName && signsApart(one, other) <= 4,
  );
  for (const kind of [twins, namesakes, close]) expect(kind.length).toBeGreaterThanOrEqual(5);
});

const signsApart = (one: Patient, other: Patient): number =>
  [...one.identifier.value].filter((sign, index) => sign !== other.identifier.value[index]).length;

it('draws the same for the same seed, the first of two as without it, and those with a protected identity too', () => {
  expect(pairs(7, 9)).toEqual(pairs(7, 9));
  const plain = drawPatients(7);
  expect(pairs(7, 9).map(([first]) => first)).toEqual(
    Array.from({ length: 9 }, (_, pair) => plain(`flow/${2 * pair}`, ADULT, '1490')),
  );
  const shielded = { ...ADULT, protectedIdentity: true };
  const draw = drawAlike(7, drawPatients(7));
  expect(draw('flow#2', shielded, '1490')).toEqual(plain('flow#2', shielded, '1490'));
  expect(draw('flow', ADULT, '1490')).toEqual(plain('flow', ADULT, '1490'));
});
