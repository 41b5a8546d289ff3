import bitArray from '@zxing/library/cjs/core/common/BitArray.js';
import code128Reader from '@zxing/library/cjs/core/oned/Code128Reader.js';

/** What stands on a label: its lines, and what a scanner reads in its bar code; undefined when it can read nothing. */
export interface Label {
  readonly lines: readonly string[];
  readonly code: string | undefined;
}

/**
 * Of the library only these two, a fifteenth of it: k6 holds a copy for each virtual user. What a default of CommonJS is, Node
 * and vitest do not agree on.
 */
const classIn = <C>(held: { readonly default: C }): C =>
  typeof held === 'function' ? (held as unknown as C) : held.default;
const BitArray = classIn(bitArray);
const Code128Reader = classIn(code128Reader);

/** One row of dots through a bar code, '1' for black. */
type Dots = string;

/** Code 128 wants ten empty modules on each side (ISO/IEC 15417); a module is two dots here. */
const QUIET = '0'.repeat(20);

/** What a scanner reads in a row of dots. */
export function scanned(dots: Dots): string | undefined {
  const padded = `${QUIET}${dots}${QUIET}`;
  const row = new BitArray(padded.length);
  for (const [at, dot] of [...padded].entries()) if (dot === '1') row.set(at);
  try {
    return new Code128Reader().decodeRow(0, row, undefined).getText();
  } catch (error) {
    if (isUnreadable(error)) return undefined;
    throw error;
  }
}

const UNREADABLE = new Set(['NotFoundException', 'ChecksumException', 'FormatException']);

const isUnreadable = (error: unknown): boolean => UNREADABLE.has(String(Object(error).getKind?.()));

/**
 * A label as ZPL tells a printer to print it: `^FD` of text in UTF-8 with `^FH` escapes, and one graphic field `^GFA` whose
 * first row of hexadecimal dots is the bar code's (Zebra, ZPL II Programming Guide).
 */
export function labelInZpl(zpl: string): Label {
  const lines = [...zpl.matchAll(/\^FD([^^]*)\^FS/g)].map(([, text = '']) => unescaped(text));
  const graphic = /\^GFA,\d+,\d+,(\d+),([0-9A-F]+)/.exec(zpl);
  if (graphic === null) return { lines, code: undefined };
  const [, bytes = '0', data = ''] = graphic;
  const row = data.slice(0, Number(bytes) * 2);
  return { lines, code: scanned([...row].map((digit) => bits(digit)).join('')) };
}

const bits = (digit: string): Dots => Number.parseInt(digit, 16).toString(2).padStart(4, '0');

/** `_C3_A5` is the letter å. */
const unescaped = (text: string): string =>
  decodeURIComponent(text.replaceAll('%', '%25').replaceAll('_', '%'));

/** The same row from a drawing: 'M12 0h4v40h-4z' for each bar, in dots from the left. */
export function dotsDrawn(path: string): Dots {
  let dots = '';
  for (const [, left, width] of path.matchAll(/M(\d+) 0h(\d+)v/g)) {
    dots = dots.padEnd(Number(left), '0') + '1'.repeat(Number(width));
  }
  return dots;
}
