import { KeyedStream } from '../../domain/random.ts';
import type { Census, CensusPlace } from './census.ts';
import { largestRemainder } from './quota.ts';

/** Whom somebody lives with and, for a child, who the guardians (vårdnadshavare) are; people by index. */
export interface Household {
  /** Index of the person after whom the household is known; those of one household share it. */
  readonly head: number;
  readonly guardians: readonly number[];
  /** The guardians live apart and share custody; the child is registered with the first. */
  readonly sharedCustody: boolean;
}

const MAJORITY = 18;
/** A mother's age when her child is born, with its weight. Assumption: the shape of Statistics Sweden's birth statistics. */
const BIRTH_AGES = Array.from({ length: 26 }, (_, n) => 20 + n);
const birthWeight = (age: number): number => Math.exp(-(((age - 31) / 6) ** 2));
/** Share of women who have children at home at some time. Assumption. */
const MOTHERS = 0.8;
/** A man lives with a woman two years younger. Assumption: the mean difference. */
const YEARS_BETWEEN = 2;
/** Share of couples that have separated. Assumption. */
const SEPARATED = 0.25;

/**
 * Families are decided by counting, so that one can be told without making the others: children of each age are shared
 * out over women of fitting ages, and women and men of one municipality are paired in order.
 */
export function households(seed: number, census: Census): (index: number, place: CensusPlace) => Household {
  const separation = new KeyedStream(seed, 'separated');
  const familiesOf = new Map<number, Families>();

  return (index, place) => (place.age < MAJORITY ? ofChild(index, place) : ofAdult(index, place));

  function ofChild(index: number, { municipality, sex, age, ordinal }: CensusPlace): Household {
    const rank = sex === 'female' ? ordinal : census.count(municipality, 'female', age) + ordinal;
    const mother = families(municipality).motherOf(age, rank);
    if (mother === undefined) return { head: index, guardians: [], sharedCustody: false };
    const head = census.indexOf(municipality, 'female', mother.age, mother.ordinal);
    const father = partnerOf(municipality, 'female', mother.age, mother.ordinal);
    return {
      head,
      guardians: father === undefined ? [head] : [head, father],
      sharedCustody: father !== undefined && separated(head),
    };
  }

  function ofAdult(index: number, { municipality, sex, age, ordinal }: CensusPlace): Household {
    const partner = partnerOf(municipality, sex, age, ordinal);
    const woman = sex === 'female' ? index : partner;
    const together = partner !== undefined && woman !== undefined && !separated(woman);
    return { head: together ? woman : index, guardians: [], sharedCustody: false };
  }

  function partnerOf(municipality: number, sex: 'female' | 'male', age: number, ordinal: number) {
    const other = sex === 'female' ? 'male' : 'female';
    const otherAge = sex === 'female' ? age + YEARS_BETWEEN : age - YEARS_BETWEEN;
    if (Math.min(age, otherAge) < MAJORITY || ordinal >= census.count(municipality, other, otherAge))
      return undefined;
    return census.indexOf(municipality, other, otherAge, ordinal);
  }

  function separated(woman: number): boolean {
    return separation.at(woman).next() < SEPARATED;
  }

  function families(municipality: number): Families {
    const known = familiesOf.get(municipality) ?? familiesIn(census, municipality);
    familiesOf.set(municipality, known);
    return known;
  }
}

interface Families {
  /** The mother of the rank-th child of an age. */
  motherOf(age: number, rank: number): { readonly age: number; readonly ordinal: number } | undefined;
}

function familiesIn(census: Census, municipality: number): Families {
  const women = (age: number): number => census.count(municipality, 'female', age);
  const mothers = (age: number): number => Math.ceil(MOTHERS * women(age));
  const children = (age: number): number => women(age) + census.count(municipality, 'male', age);
  /** How many children of each age each age of mothers has, and how many she had before that age of child. */
  const shares: number[][] = [];
  const before: number[][] = [];
  const sofar = new Map<number, number>();
  for (let age = 0; age < MAJORITY; age++) {
    const motherAges = BIRTH_AGES.map((birthAge) => birthAge + age);
    const weights = motherAges.map((motherAge, n) => mothers(motherAge) * birthWeight(BIRTH_AGES[n] ?? 0));
    const share = weights.some((weight) => weight > 0) ? largestRemainder(children(age), weights) : [];
    shares.push(share);
    before.push(motherAges.map((motherAge) => sofar.get(motherAge) ?? 0));
    motherAges.forEach((motherAge, n) => {
      sofar.set(motherAge, (sofar.get(motherAge) ?? 0) + (share[n] ?? 0));
    });
  }
  return {
    motherOf(age, rank) {
      let left = rank;
      const share = shares[age] ?? [];
      for (const [n, count] of share.entries()) {
        if (left < count) {
          const motherAge = age + (BIRTH_AGES[n] ?? 0);
          const had = before[age]?.[n] ?? 0;
          return { age: motherAge, ordinal: (had + left) % mothers(motherAge) };
        }
        left -= count;
      }
      return undefined;
    },
  };
}
