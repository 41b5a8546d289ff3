import { nationalReserveNumber, SERIALS_PER_SERIES } from '../../domain/identifiers.ts';
import type { Patient } from '../../domain/patient.ts';
import { randomStream } from '../../domain/random.ts';
import { type DrawPatient, numberInSeries } from './draw-patient.ts';
import { familyName, givenName } from './names.ts';

/** In what way the second of two is like the first. */
const LIKENESSES = ['twin', 'namesake', 'neighbour'] as const;

/**
 * Draws people of whom every second is easily taken for the one before: a twin (same birth date, family name and address), a namesake
 * (same names, sex and place, another birth date) or somebody with a number that differs by a sign or two and a name by a letter. Whom the record
 * knows, and whose identity is protected, is drawn as usual.
 * @param draw how the others are drawn, by the same seed
 */
export function drawAlike(seed: number, draw: DrawPatient): DrawPatient {
  return (key, criteria, municipality) => {
    const own = draw(key, criteria, municipality);
    const pair = pairOf(key);
    if (pair === undefined || criteria.protectedIdentity || criteria.history !== undefined) return own;
    const other = draw(pair.first, criteria, municipality);
    return like(seed, own, other, pair);
  };
}

interface Pair {
  /** Key of the one who came before. */
  readonly first: string;
  /** Which pair it is. */
  readonly nth: number;
}

/** Keys end with a number: 'flow/7' counts from 0, 'flow#8' from 1. Undefined of the first of two, and of a key without one. */
function pairOf(key: string): Pair | undefined {
  const [, start = '', separator, number] = /^(.*)([/#])(\d+)$/.exec(key) ?? [];
  const index = Number(number) - (separator === '#' ? 1 : 0);
  if (separator === undefined || index % 2 === 0) return undefined;
  return { first: `${start}${separator}${Number(number) - 1}`, nth: (index - 1) / 2 };
}

function like(seed: number, own: Patient, other: Patient, { first, nth }: Pair): Patient {
  const likeness =
    LIKENESSES[(randomStream(seed, 'likeness', first).below(LIKENESSES.length) + nth) % LIKENESSES.length];
  const { familyName: family, givenName: given, address, municipalityCode, sex } = other;
  switch (likeness) {
    case 'twin':
      return { ...nextTo(seed, own, other, first), familyName: family, address, municipalityCode };
    case 'neighbour':
      return { ...nextTo(seed, own, other, first), familyName: withALetterMore(family) };
    default:
      return { ...own, ...(sex === own.sex ? { givenName: given } : {}), familyName: family };
  }
}

/** With the birth date and sex of another, and the number beside the other's. */
function nextTo(seed: number, own: Patient, { birthDate, sex }: Patient, first: string): Patient {
  const { series, serial } = numberInSeries(seed, first);
  return {
    ...own,
    identifier: nationalReserveNumber(birthDate, sex, series, (serial + 1) % SERIALS_PER_SERIES),
    birthDate,
    sex,
    givenName: givenName(randomStream(seed, 'given-name', own.key), sex, Number(birthDate.slice(0, 4))),
    familyName: familyName(randomStream(seed, 'family-name', own.key)),
  };
}

/** 'Karlsson' and 'Carlsson', 'Svensson' and 'Svenson', 'Berg' and 'Bergh': names that sound the same. */
function withALetterMore(name: string): string {
  if (name.startsWith('K')) return `C${name.slice(1)}`;
  if (name.startsWith('C')) return `K${name.slice(1)}`;
  return name.includes('ss') ? name.replace('ss', 's') : `${name}h`;
}
