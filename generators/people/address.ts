import { faker } from '@faker-js/faker/locale/sv';
import type { Patient } from '../../domain/patient.ts';
import type { RandomStream } from '../../domain/random.ts';
import type { Municipality } from './places.ts';

/** faker's Swedish word lists, without its hidden random source: 'Björk' and 'vägen' make a street. */
const { street_name_part: NAMES, street_suffix: SUFFIXES } = faker.rawDefinitions.location ?? {};

/** An invented street in a real place. */
export function address(stream: RandomStream, municipality: Municipality): Patient['address'] {
  const { city, postalArea } = stream.pick(localitiesOf(municipality));
  return {
    line: `${oneOf(stream, NAMES)}${oneOf(stream, SUFFIXES)} ${1 + stream.below(60)}`,
    postalCode: `${postalArea} ${10 + stream.below(90)}`,
    city,
  };
}

const oneOf = (stream: RandomStream, words: readonly string[] | null | undefined): string =>
  words?.[stream.below(words.length)] ?? '';

type Weighted = readonly (readonly [Municipality['localities'][number], number])[];

function localitiesOf(municipality: Municipality): Weighted {
  const known = weighted.get(municipality);
  if (known !== undefined) return known;
  const made = municipality.localities.map((place) => [place, place.share] as const);
  weighted.set(municipality, made);
  return made;
}

const weighted = new WeakMap<Municipality, Weighted>();
