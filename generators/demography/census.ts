import { AGES, ageOfCell, CELLS, cellOf, sexOfCell } from './age-pyramid.ts';
import { largestRemainder } from './quota.ts';
import type { Region, RegionMunicipality } from './region.ts';

type Sex = 'female' | 'male';

/** Where somebody stands in the census. */
export interface CensusPlace {
  /** Position of the municipality in the census. */
  readonly municipality: number;
  readonly sex: Sex;
  /** Completed years on the reference date. */
  readonly age: number;
  /** Number of people before this one of the same municipality, sex and age. */
  readonly ordinal: number;
  /** Number of people before this one of the same sex and age in all municipalities. */
  readonly serial: number;
}

/**
 * How many people of each sex and age live in each municipality: exact by quota, so that every sum is the nearest to
 * what the region file and the age pyramid say. People are numbered by municipality, sex and age.
 */
export interface Census {
  readonly people: number;
  readonly municipalities: readonly RegionMunicipality[];
  /** First index of each municipality, and the number of people last. */
  readonly firstIndex: readonly number[];
  count(municipality: number, sex: Sex, age: number): number;
  placeOf(index: number): CensusPlace;
  /** The index of the ordinal-th of a cell. */
  indexOf(municipality: number, sex: Sex, age: number, ordinal: number): number;
}

export function takeCensus(
  region: Region,
  codes: readonly string[],
  pyramid: readonly number[],
  people?: number,
): Census {
  const municipalities = region.municipalities.filter(
    ({ code }) => codes.length === 0 || codes.includes(code),
  );
  const weights = municipalities.map(({ thousands }) => thousands);
  const everywhere = region.municipalities.reduce((sum, { thousands }) => sum + thousands, 0);
  const here = weights.reduce((sum, thousands) => sum + thousands, 0);
  const total = people ?? Math.round((region.inhabitants * here) / everywhere);
  const counts = largestRemainder(total, weights).map((inhabitants) =>
    largestRemainder(inhabitants, pyramid),
  );
  return censusOf(municipalities, counts, total);
}

function censusOf(
  municipalities: readonly RegionMunicipality[],
  counts: readonly (readonly number[])[],
  people: number,
): Census {
  /** First index of each cell of each municipality, one after another; and the serial of its first. */
  const starts = new Int32Array(municipalities.length * CELLS + 1);
  const serials = new Int32Array(municipalities.length * CELLS);
  const sofar = new Int32Array(CELLS);
  counts.forEach((cells, municipality) => {
    cells.forEach((count, cell) => {
      const slot = municipality * CELLS + cell;
      starts[slot + 1] = (starts[slot] ?? 0) + count;
      serials[slot] = sofar[cell] ?? 0;
      sofar[cell] = (sofar[cell] ?? 0) + count;
    });
  });
  const countAt = (slot: number): number => (starts[slot + 1] ?? 0) - (starts[slot] ?? 0);
  return {
    people,
    municipalities,
    firstIndex: Array.from({ length: municipalities.length + 1 }, (_, place) => starts[place * CELLS] ?? 0),
    count: (municipality, sex, age) =>
      age < 0 || age >= AGES ? 0 : countAt(municipality * CELLS + cellOf(sex, age)),
    placeOf(index) {
      const slot = lastAtMost(starts, index);
      const cell = slot % CELLS;
      const ordinal = index - (starts[slot] ?? 0);
      return {
        municipality: Math.floor(slot / CELLS),
        sex: sexOfCell(cell),
        age: ageOfCell(cell),
        ordinal,
        serial: (serials[slot] ?? 0) + ordinal,
      };
    },
    indexOf: (municipality, sex, age, ordinal) =>
      (starts[municipality * CELLS + cellOf(sex, age)] ?? 0) + ordinal,
  };
}

/** Position of the last entry that is at most `value`; entries never fall. */
function lastAtMost(entries: Int32Array, value: number): number {
  let low = 0;
  let high = entries.length - 1;
  while (low < high - 1) {
    const middle = (low + high) >>> 1;
    if ((entries[middle] ?? 0) <= value) low = middle;
    else high = middle;
  }
  return low;
}
