import { assertSafe } from '../../domain/identifiers.ts';
import type { Patient } from '../../domain/patient.ts';
import { KeyedStream } from '../../domain/random.ts';
import { address } from '../people/address.ts';
import { familyName, givenName } from '../people/names.ts';
import { births } from './birth.ts';
import type { Census, CensusPlace } from './census.ts';
import { type Household, households } from './household.ts';
import { type Origin, origins, type PersonOrigin } from './origin.ts';
import { publishedTestNumbers, type TestNumbers } from './test-numbers.ts';

/** Somebody of the population, as the population register knows them. */
export interface Inhabitant extends Patient {
  readonly index: number;
  readonly place: CensusPlace;
  readonly household: Household;
  readonly origin: PersonOrigin;
}

/** People with skyddade personuppgifter. Assumption: some 30,000 of Sweden's 10.6 million. */
const PROTECTED_SHARE = 0.003;
/** Members of a household who bear its family name. Assumption. */
const SHARES_NAME = 0.8;

export type InhabitantAt = (index: number) => Inhabitant;

/** The index-th of the population that seed and census stand for: a pure function. */
export function inhabitants(
  seed: number,
  census: Census,
  countries: readonly Origin[],
  testNumbers: TestNumbers = publishedTestNumbers(),
): InhabitantAt {
  const birthOf = births(seed, testNumbers);
  const householdOf = households(seed, census);
  const originOf = origins(seed, countries);
  const stream = (purpose: string): KeyedStream => new KeyedStream(seed, purpose);
  const given = stream('given-name');
  const family = stream('family-name');
  const sharing = stream('shares-name');
  const homes = stream('address');
  const protection = stream('protected-identity');
  const localities = census.municipalities.map(({ code, name, thousands, localities: places }) => ({
    code,
    name,
    thousands,
    localities: places,
  }));

  return (index) => {
    const place = census.placeOf(index);
    const { sex, age } = place;
    const municipality = localities[place.municipality];
    if (municipality === undefined) throw new RangeError(`There is nobody with index ${index}.`);
    const birth = birthOf(place);
    const household = householdOf(index, place);
    const origin = originOf(index, household.head, age);
    const { female, male, family: families } = origin.family;
    const first = sex === 'female' ? female : male;
    const named = age < 18 || sharing.at(index).next() < SHARES_NAME ? household.head : index;
    return {
      index,
      key: keyOf(index),
      identifier: testNumbers.has(birth.identifier.value) ? birth.identifier : assertSafe(birth.identifier),
      givenName: first
        ? oneOf(first, given.at(index).next())
        : givenName(given.at(index), sex, Number(birth.date.slice(0, 4))),
      familyName: families ? oneOf(families, family.at(named).next()) : familyName(family.at(named)),
      sex,
      birthDate: birth.date,
      address: address(homes.at(household.head), municipality),
      municipalityCode: municipality.code,
      protectedIdentity: protection.at(index).next() < PROTECTED_SHARE,
      place,
      household,
      origin,
    };
  };
}

/** 'p-000042': stable within a seed and a population. */
const keyOf = (index: number): string => `p-${`${index}`.padStart(6, '0')}`;

const oneOf = (names: readonly string[], draw: number): string =>
  names[Math.floor(draw * names.length)] ?? '';
