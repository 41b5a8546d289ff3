import { KeyedStream } from '../../domain/random.ts';

/** Where somebody was born, and what follows from it for names and language. */
export interface Origin {
  /** ISO 3166-1 alpha-2; XK as widely used for Kosovo. */
  readonly country: string;
  readonly name: string;
  readonly share: number;
  /** ISO 639-1. */
  readonly language?: string;
  /** Share of adults who need an interpreter. */
  readonly need?: number;
  readonly female?: readonly string[];
  readonly male?: readonly string[];
  readonly family?: readonly string[];
}

const SWEDEN = 'SE';
/** Of the children in a household that came from elsewhere, those born before it came. Assumption. */
const CHILD_BORN_ABROAD = 0.25;

export interface PersonOrigin {
  /** Decides names: the household's. */
  readonly family: Origin;
  readonly countryOfBirth: string;
  /** Language of the interpreter that is needed. */
  readonly interpreter: string | undefined;
}

/** A household comes from one country. */
export function origins(
  seed: number,
  all: readonly Origin[],
): (index: number, head: number, age: number) => PersonOrigin {
  const weighted = all.map((origin) => [origin, origin.share] as const);
  const homes = new KeyedStream(seed, 'origin');
  const people = new KeyedStream(seed, 'born-abroad');
  return (index, head, age) => {
    const family = homes.at(head).pick(weighted);
    const draws = people.at(index);
    const bornThere = age >= 18 || draws.next() < CHILD_BORN_ABROAD;
    return {
      family,
      countryOfBirth: bornThere ? family.country : SWEDEN,
      interpreter: bornThere && draws.next() < (family.need ?? 0) ? family.language : undefined,
    };
  };
}
