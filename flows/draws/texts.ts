import fc, { type Arbitrary } from 'fast-check';

/** Lengths at which texts have been seen to be cut, each with one less and one more; the longest is what a journal must take. */
const LENGTHS: readonly number[] = [
  ...[1, 2, 40, 80, 140, 160, 200, 250, 255, 256, 500, 512, 1000, 1024, 2000, 2048, 4000, 4096, 8000, 8192],
  ...[10_000, 16_384, 20_000],
];

const LONGEST_TEXT = 20_000;

/** What a text is made of: words of care with å ä ö, signs that mean something elsewhere, lines and paragraphs. */
const SENTENCES: readonly (readonly string[])[] = [
  [
    'Åt hela lunchen, dricker själv.',
    'Ömmar över höger flank, ej släppömhet.',
    'Ändrad läkemedelslista gås igenom.',
  ],
  ['Åter på avdelningen.\n', 'Öron, näsa, hals: ua.\n\n', 'Ärret läkt – suturer tas dag 10.\n'],
  [
    'Kreatinin < 90 & kalium > 3,5.',
    'Blodtryck 142/86, puls 72; "mår bra" enligt anhörig.',
    'Vikt 71,5 kg (-0,5).',
  ],
  ['1. Mobilisering\n  2. Smärtskattning var 4:e timme\n', '3. Ny bedömning i morgon\n'],
];

/** Styles that keep to one line. */
const OF_ONE_LINE: readonly number[] = [0, 2];
const ALL = [0, 1, 2, 3];

interface Text {
  readonly length: number;
  readonly style: number;
}

/** Ends as written texts do: with no space or line that a system may rightly trim. */
function written({ length, style }: Text): string {
  const sentences = SENTENCES[style] ?? [''];
  let text = '';
  for (let n = 0; text.length < length; n++)
    text += `${text === '' ? '' : ' '}${sentences[n % sentences.length]}`;
  return text.slice(0, length).replace(/\s$/, '.');
}

/** From a text what it was made of. Throws for one that was not made so. */
function read(text: unknown): Text {
  if (typeof text !== 'string') throw new TypeError('No text.');
  const { length } = text;
  const style = SENTENCES.findIndex((_, each) => written({ length, style: each }) === text);
  if (style < 0) throw new TypeError('Not a text that is drawn.');
  return { length, style };
}

const atLimits = (longest: number, styles: readonly number[]): Arbitrary<string> =>
  fc
    .record({ length: fc.constantFrom(...lengthsTo(longest)), style: fc.constantFrom(...styles) })
    .map(written);

const to = (longest: number, styles: readonly number[]): Arbitrary<string> =>
  fc
    .record({ length: fc.integer({ min: 1, max: longest }), style: fc.constantFrom(...styles) })
    .map(written, read);

/** Texts of about the lengths at which they are cut, from one character up to so many. */
export const textsAtLimits = (longest = LONGEST_TEXT): Arbitrary<string> => atLimits(longest, ALL);

/** All texts of up to so many characters, the shortest the simplest. */
export const textsTo = (longest = LONGEST_TEXT): Arbitrary<string> => to(longest, ALL);

/** The same without line breaks. */
export const linesAtLimits = (longest: number): Arbitrary<string> => atLimits(longest, OF_ONE_LINE);

export const linesTo = (longest: number): Arbitrary<string> => to(longest, OF_ONE_LINE);

const lengthsTo = (longest: number): number[] =>
  [...new Set(LENGTHS.flatMap((length) => [length - 1, length, length + 1]))].filter(
    (length) => length >= 1 && length <= longest,
  );
