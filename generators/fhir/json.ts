/** A text as JSON writes it, in quotes. What lies beyond Latin-1 is escaped, as it was from the first version on. */
export const quoted = (text: string): string =>
  JSON.stringify(text).replace(
    BEYOND_LATIN_1,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const BEYOND_LATIN_1 = /[\u0100-\uffff]/g;

/**
 * Remembers what was made of things that are numbered. Things of another population may have the same numbers: what is
 * remembered is always that of the very thing.
 */
export function remembered<T extends { readonly index: number }, Made>(
  make: (thing: T) => Made,
): (thing: T) => Made {
  const known: { readonly thing: T; readonly made: Made }[] = [];
  return (thing) => {
    const last = known[thing.index];
    if (last?.thing === thing) return last.made;
    const made = make(thing);
    known[thing.index] = { thing, made };
    return made;
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
