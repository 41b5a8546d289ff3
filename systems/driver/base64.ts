const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 of a text in UTF-8. Own code because k6 has neither `btoa` nor `Buffer`. */
export const encodeBase64 = remembered(encode);

/** The text in some base64. Bytes that are no UTF-8 are read as Latin-1, so that a broken text shows as what it is. */
export const decodeBase64 = remembered(decode);

/** Under load the same few texts of the flows are written and read by thousands, and k6 takes a tenth of a millisecond for each. */
function remembered(make: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = make(text);
    if (known.size === MOST_REMEMBERED) known.clear();
    known.set(text, result);
    return result;
  };
}

const MOST_REMEMBERED = 200;

function encode(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let result = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const bits = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    result += sextet(bits, 18) + sextet(bits, 12);
    result += left > 1 ? sextet(bits, 6) : '=';
    result += left > 2 ? sextet(bits, 0) : '=';
  }
  return result;
}

function decode(base64: string): string {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const character of base64) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) continue;
    bits = ((bits << 6) | value) & 0xffffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes.push((bits >> held) & 0xff);
    }
  }
  return textOf(bytes);
}

const sextet = (bits: number, shift: number): string => ALPHABET.charAt((bits >> shift) & 63);

function textOf(bytes: readonly number[]): string {
  try {
    return decodeURIComponent(bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return bytes.map((byte) => String.fromCharCode(byte)).join('');
  }
}
