import { type Fragment, utf8 } from '../output/utf8-writer.ts';

/** A text as JSON writes it, in quotes. What lies beyond Latin-1 is escaped. */
export const quoted = (text: string): string =>
  JSON.stringify(text).replace(
    BEYOND_LATIN_1,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const BEYOND_LATIN_1 = /[\u0100-\uffff]/g;

/** Remembers what was made of each of a list of numbered things, as bytes. */
export function remembered<T extends { readonly index: number }>(
  make: (thing: T) => string,
): (thing: T) => Fragment {
  const made: Fragment[] = [];
  return (thing) => {
    const known = made[thing.index];
    if (known !== undefined) return known;
    const fragment = utf8(make(thing));
    made[thing.index] = fragment;
    return fragment;
  };
}

/** Remembers what was made of things that are few: texts, or objects that are told apart by being another. */
export function rememberedBy<Key, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const made = new Map<Key, Made>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const result = make(key);
    made.set(key, result);
    return result;
  };
}
