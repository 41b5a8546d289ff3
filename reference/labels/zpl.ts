import bwipjs from 'bwip-js/node';

/** Dots a millimetre of a 203 dpi printer: 8. A module of the bar code is two dots, 0.25 mm. */
const MODULE = 2;
const HEIGHT = 80;
const LINE = 34;

/**
 * A label in ZPL II, 203 dpi: lines of text in UTF-8, and a Code 128 beneath them as a graphic field, so that what the
 * printer prints is what was drawn, whatever fonts and bar codes it has of its own.
 */
export function labelAsZpl(lines: readonly string[], code: string): string {
  const texts = lines.map((line, at) => `^FO20,${20 + at * LINE}^A0N,28,28^FH^FD${escaped(line)}^FS`);
  const row = hexadecimal(rowOf(code));
  const bytes = row.length / 2;
  const total = bytes * HEIGHT;
  // A colon prints the row before once more.
  const graphic = `^FO20,${30 + lines.length * LINE}^GFA,${total},${total},${bytes},${row}${':'.repeat(HEIGHT - 1)}^FS`;
  return ['^XA', '^CI28', ...texts, graphic, '^XZ'].join('\n');
}

/** One row of dots through the bar code, '1' for black. */
function rowOf(code: string): string {
  const [drawn] = bwipjs.raw({ bcid: 'code128', text: code });
  if (drawn === undefined || !('sbs' in drawn)) throw new RangeError(`No bar code says "${code}".`);
  return drawn.sbs.map((width, at) => (at % 2 === 0 ? '1' : '0').repeat(width * MODULE)).join('');
}

function hexadecimal(dots: string): string {
  const whole = dots.padEnd(Math.ceil(dots.length / 8) * 8, '0');
  return [...whole.matchAll(/.{4}/g)]
    .map(([four]) => Number.parseInt(four, 2).toString(16).toUpperCase())
    .join('');
}

/** What would be a command, and what is beyond ASCII, as `^FH` has it: '_C3_A5'. */
const escaped = (text: string): string =>
  [...Buffer.from(text)]
    .map((byte) =>
      isPlain(byte) ? String.fromCharCode(byte) : `_${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .join('');

const COMMANDS = new Set(['^', '~', '_']);

const isPlain = (byte: number): boolean =>
  byte >= 0x20 && byte < 0x7f && !COMMANDS.has(String.fromCharCode(byte));
