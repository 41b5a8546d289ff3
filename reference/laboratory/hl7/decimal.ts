/** NM holds no more. Source: HL7 v2.5 chapter 2.A.47. */
const LONGEST = 16;

const FORM = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;

/** A number as NM, never with an exponent; undefined where its digits do not fit. */
export function decimalText(value: number): string | undefined {
  if (!Number.isFinite(value)) return undefined;
  const [mantissa = '', exponent = '0'] = String(Math.abs(value)).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const point = whole.length + Number(exponent);
  const digits = (whole + fraction)
    .padEnd(point, '0')
    .padStart(whole.length + fraction.length + Math.max(0, 1 - point), '0');
  const at = Math.max(1, point);
  const text = `${value < 0 ? '-' : ''}${digits.slice(0, at)}${digits.length > at ? `.${digits.slice(at)}` : ''}`;
  return text.length > LONGEST ? undefined : text;
}

/** The number that NM says; undefined where it says none. */
export const readDecimal = (text: string): number | undefined => (FORM.test(text) ? Number(text) : undefined);
