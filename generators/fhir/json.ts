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

/** The same for things that are few and long-lived: what they are in memory tells them apart. */
export function rememberedBy<K>(make: (key: K) => string): (key: K) => Fragment {
  const made = new Map<K, Fragment>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const fragment = utf8(make(key));
    made.set(key, fragment);
    return fragment;
  };
}
