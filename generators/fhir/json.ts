/**
 * A text as JSON writes it, in quotes. What lies beyond Latin-1 is escaped: one such sign would make a whole line take
 * twice the memory and time.
 */
export const quoted = (text: string): string =>
  JSON.stringify(text).replace(
    BEYOND_LATIN_1,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const BEYOND_LATIN_1 = /[\u0100-\uffff]/g;

/** Remembers what was made of each of a list of numbered things. */
export function remembered<T extends { readonly index: number }>(
  make: (thing: T) => string,
): (thing: T) => string {
  const made: string[] = [];
  return (thing) => {
    const known = made[thing.index];
    if (known !== undefined) return known;
    const text = make(thing);
    made[thing.index] = text;
    return text;
  };
}

/** The same for texts. */
export function rememberedText(make: (text: string) => string): (text: string) => string {
  const made = new Map<string, string>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const result = make(text);
    made.set(text, result);
    return result;
  };
}

/**
 * The text in one piece. What is put together is kept as its parts until somebody looks at a sign of it; a text that
 * stands in many lines is put together once here, and not in each.
 */
export const joined = (text: string): string => (text.charCodeAt(0) === EMPTY ? '' : text);

const EMPTY = Number.NaN;
