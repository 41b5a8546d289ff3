/** What may stand between two backslashes in HL7 v2.5, chapter 2.7: delimiters, line breaks, highlighting, bytes. */
const ESCAPE = /^(E|F|S|T|R|H|N|\.br|\.sp\+?\d*|X(?:[0-9A-F]{2})+)$/;

/** The first thing that is no escape sequence, where there is one. */
export function badEscapeIn(text: string): string | undefined {
  for (let from = text.indexOf('\\'); from >= 0; from = text.indexOf('\\', from)) {
    const to = text.indexOf('\\', from + 1);
    if (to < 0) return text.slice(from, from + SHOWN);
    if (!ESCAPE.test(text.slice(from + 1, to))) return text.slice(from, to + 1);
    from = to + 1;
  }
  return undefined;
}

const SHOWN = 12;

/** UTF-8 that was read as Latin-1 and written as UTF-8 again, or bytes that were lost on the way. */
const GARBLED = /Ã[\u0080-\u00bf]|Â[\u0080-\u00bf]|\ufffd/;

export const isGarbled = (text: string): boolean => GARBLED.test(text);
