import { describe, expect, it } from 'vitest';
import { isSafe } from '../../domain/identifiers.ts';
import { AGE_PYRAMID, ageOn, REFERENCE_DATE } from './ages.ts';
import { personAt } from './person-at.ts';

describe.each([1, 42, 20_241_112])('the population of seed %i', (seed) => {
  it('is what it was', () => {
    expect([0, 1, 999, 1000, 123_456].map((index) => personAt(seed, index))).toMatchSnapshot();
  });
});

describe('any population', () => {
  const seed = Math.floor(Math.random() * 1_000_000);
  const people = Array.from({ length: 4000 }, (_, index) => personAt(seed, index));

  it(`has everybody a safe number of one's own (seed ${seed})`, () => {
    expect(people.every(({ identifier }) => isSafe(identifier))).toBe(true);
    expect(new Set(people.map(({ identifier }) => identifier.value)).size).toBe(people.length);
  });

  it(`has exact ages and sexes in every thousand (seed ${seed})`, () => {
    for (let block = 0; block < 4; block++) {
      const thousand = people.slice(block * 1000, (block + 1) * 1000);
      for (const band of AGE_PYRAMID) {
        const inBand = thousand.filter(({ birthDate }) => {
          const age = ageOn(birthDate, REFERENCE_DATE);
          return age >= band.from && age <= band.to;
        });
        expect(inBand.filter(({ sex }) => sex === 'female')).toHaveLength(band.female);
        expect(inBand.filter(({ sex }) => sex === 'male')).toHaveLength(band.male);
      }
    }
  });

  it(`can make one person alone (seed ${seed})`, () => {
    expect(personAt(seed, 3210)).toEqual(people[3210]);
  });
});

it('stays unique beyond the birth dates of an age band', () => {
  const everyTenth = Array.from({ length: 30_000 }, (_, n) => personAt(5, n * 10).identifier.value);
  expect(new Set(everyTenth).size).toBe(everyTenth.length);
});

it('has protected identities at a realistic rate', () => {
  const share =
    Array.from({ length: 20_000 }, (_, n) => personAt(9, n)).filter((p) => p.protectedIdentity).length /
    20_000;
  expect(share).toBeGreaterThan(0.0015);
  expect(share).toBeLessThan(0.0045);
});

it('has an age pyramid of a thousand', () => {
  expect(AGE_PYRAMID.reduce((sum, { female, male }) => sum + female + male, 0)).toBe(1000);
});
