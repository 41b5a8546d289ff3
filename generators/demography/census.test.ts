import { describe, expect, it } from 'vitest';
import { DATA } from '../testing.ts';
import { AGES } from './age-pyramid.ts';
import { takeCensus } from './census.ts';
import { largestRemainder } from './quota.ts';

const { region, ageWeights } = DATA;

describe.each([1, 49, 3333, 20_000, 1_772_821])('a census of %i people', (people) => {
  const census = takeCensus(region, [], ageWeights, people);

  it('is exact in every municipality, sex and age', () => {
    const inhabitants = largestRemainder(
      people,
      region.municipalities.map(({ thousands }) => thousands),
    );
    let all = 0;
    inhabitants.forEach((count, municipality) => {
      const quota = largestRemainder(count, ageWeights);
      for (let age = 0; age < AGES; age++) {
        expect(census.count(municipality, 'female', age)).toBe(quota[age]);
        expect(census.count(municipality, 'male', age)).toBe(quota[AGES + age]);
      }
      all += count;
    });
    expect(all).toBe(people);
  });

  it('finds everybody again', () => {
    for (let n = 0; n < 500; n++) {
      const index = Math.floor((people * n) / 500);
      const { municipality, sex, age, ordinal } = census.placeOf(index);
      expect(ordinal).toBeLessThan(census.count(municipality, sex, age));
      expect(census.indexOf(municipality, sex, age, ordinal)).toBe(index);
    }
  });
});

it('has all inhabitants of the region when no number is given, and those of one municipality alone', () => {
  expect(takeCensus(region, [], ageWeights).people).toBe(1_772_821);
  const boras = takeCensus(region, ['1490'], ageWeights);
  expect(boras.municipalities.map(({ name }) => name)).toEqual(['Borås']);
  expect(boras.people).toBeGreaterThan(114_500);
  expect(boras.people).toBeLessThan(115_500);
});
