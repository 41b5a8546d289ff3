import { describe, expect, it } from 'vitest';
import { isSafe } from '../../domain/identifiers.ts';
import { ageOn, REFERENCE_DATE } from '../people/ages.ts';
import { DATA, populationFor } from '../testing.ts';
import { takeCensus } from './census.ts';
import { inhabitants } from './inhabitant.ts';

const PEOPLE = 12_000;

describe.each([1, 42])('the people of seed %i', (seed) => {
  const { personAt } = populationFor(seed, PEOPLE);
  const people = Array.from({ length: PEOPLE }, (_, index) => personAt(index));

  it('are who they were', () => {
    expect([0, 77, 5000, 11_999].map(personAt)).toMatchSnapshot();
  });

  it('have the age of their place, and safe numbers of their own', () => {
    for (const { birthDate, place, identifier } of people) {
      expect(ageOn(birthDate, REFERENCE_DATE)).toBe(place.age);
      expect(isSafe(identifier)).toBe(true);
    }
    expect(new Set(people.map(({ identifier }) => identifier.value)).size).toBe(PEOPLE);
  });

  it('are children of parents who could have had them, and live with the first', () => {
    const children = people.filter(({ place }) => place.age < 18);
    for (const child of children) {
      const [mother, father] = child.household.guardians.map(personAt);
      expect(mother?.sex).toBe('female');
      const age = (mother?.place.age ?? 0) - child.place.age;
      expect(age).toBeGreaterThanOrEqual(20);
      expect(age).toBeLessThanOrEqual(45);
      expect(mother?.municipalityCode).toBe(child.municipalityCode);
      expect(mother?.address).toEqual(child.address);
      expect(father === undefined || father.sex === 'male').toBe(true);
      if (child.household.sharedCustody) expect(father?.household.head).not.toBe(mother?.household.head);
    }
    const siblings = Map.groupBy(children, ({ household }) => household.head);
    expect(Math.max(...[...siblings.values()].map((group) => group.length))).toBeLessThanOrEqual(6);
  });

  it('have other countries and interpreters in realistic measure', () => {
    const share = (is: (person: (typeof people)[number]) => boolean): number =>
      people.filter(is).length / PEOPLE;
    expect(share(({ origin }) => origin.countryOfBirth !== 'SE')).toBeGreaterThan(0.14);
    expect(share(({ origin }) => origin.countryOfBirth !== 'SE')).toBeLessThan(0.24);
    expect(share(({ origin }) => origin.interpreter !== undefined)).toBeGreaterThan(0.02);
    expect(share(({ protectedIdentity }) => protectedIdentity)).toBeLessThan(0.006);
    expect(share(({ protectedIdentity }) => protectedIdentity)).toBeGreaterThan(0.001);
  });
});

it('gives nobody of the whole region the number of another', () => {
  const census = takeCensus(DATA.region, [], DATA.ageWeights);
  const personAt = inhabitants(3, census, DATA.origins);
  // All of one sex and age, everywhere: those who share birth dates.
  const numbers = new Set<string>();
  let count = 0;
  census.municipalities.forEach((_, municipality) => {
    for (let n = 0; n < census.count(municipality, 'male', 34); n++) {
      numbers.add(personAt(census.indexOf(municipality, 'male', 34, n)).identifier.value);
      count++;
    }
  });
  expect(count).toBeGreaterThan(10_000);
  expect(numbers.size).toBe(count);
});
