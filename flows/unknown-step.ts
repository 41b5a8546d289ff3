import { distance } from 'fastest-levenshtein';
import { nearestIn } from '../input/suggest.ts';
import {
  allowedWords,
  exampleOf,
  meaningOf,
  type ParameterTypeOfStep,
  unknownInActor,
} from './example-words.ts';

/** As much of a cucumber-js step definition as an explanation needs. */
export interface KnownStep {
  readonly pattern: string | RegExp;
  readonly expression: {
    readonly parameterTypes?: readonly ParameterTypeOfStep[];
    match(text: string): readonly unknown[] | null;
  };
}

/**
 * Why no step definition fits a sentence. Where it would fit but for its signs, or for a single word (a role, a unit, a
 * drug), that is named with what may stand there; otherwise a sentence that is near is suggested, if one is.
 */
export const explainUnknownStep = (text: string, known: readonly KnownStep[]): string =>
  explainSigns(text, known) ?? explainUnknownWord(text, known) ?? suggestNearest(text, known);

/** What word processors make of the signs that are written. */
const SIGNS: readonly (readonly [sign: RegExp, plain: string, sv: string])[] = [
  [/[“”„»«‟]/g, '"', 'raka citattecken (")'],
  [/[\u00a0\u2007\u202f]/g, ' ', 'vanliga mellanslag'],
  [/ {2,}/g, ' ', 'ett mellanslag mellan orden'],
  [/[.:;,]+$/g, '', 'inget skiljetecken sist'],
  [/(\d)\.(\d)/g, '$1,$2', 'decimalkomma'],
  [/(\d)(?=(?:mmol|ng|mg|g|µg|ug)\b)/g, '$1 ', 'mellanslag före enheten'],
];

/** The sentence fits when its signs are plain. */
function explainSigns(text: string, known: readonly KnownStep[]): string | undefined {
  const fits = (sentence: string): boolean =>
    known.some(({ expression }) => expression.match(sentence) !== null);
  let plain = text;
  const told: string[] = [];
  for (const [sign, replacement, sv] of SIGNS) {
    const changed = plain.replace(sign, replacement);
    if (changed !== plain) told.push(sv);
    plain = changed;
    if (told.length > 0 && fits(plain)) return `Steget "${text}" ska ha ${told.join(' och ')}: ${plain}`;
  }
  const lowered = plain.charAt(0).toLowerCase() + plain.slice(1);
  return lowered !== text && fits(lowered)
    ? `Steget "${text}" ska börja med liten bokstav: ${lowered}`
    : undefined;
}

const PARAMETER = /\{\w+\}/;

function explainUnknownWord(text: string, known: readonly KnownStep[]): string | undefined {
  const candidates = known.flatMap((step) => misfitOf(text, step) ?? []);
  // The sentence with the most words of its own is the one that was meant.
  const meant = candidates.sort((a, b) => b.fixedLength - a.fixedLength)[0];
  if (meant === undefined) return undefined;
  const { parameter, word } = meant;
  const { unknown, allowed } =
    parameter.name === 'actor' ? unknownInActor(word) : { unknown: word, allowed: allowedWords(parameter) };
  const told = `Okänt ord "${unknown}" i steget "${text}"; där väntas ${meaningOf(parameter)}.`;
  const other = nearestTo(text, known);
  // A short sentence fits much; one that says more of what was written may be what was meant.
  const otherwise =
    other !== undefined && other.ownLength > meant.fixedLength
      ? ` Eller menas meningen ${other.example}?`
      : '';
  return `${told}${allowed === undefined ? '' : suggested(unknown, allowed)}${otherwise}`;
}

/** So many words are listed whole. */
const FEW = 32;

function suggested(word: string, allowed: readonly string[]): string {
  const near = nearestIn(word, allowed);
  const menas = near === undefined ? '' : ` Menas "${near}"?`;
  return allowed.length > FEW
    ? menas
    : `${menas} Här kan stå ${allowed.map((one) => `"${one}"`).join(', ')}.`;
}

interface Misfit {
  readonly parameter: ParameterTypeOfStep;
  readonly word: string;
  readonly fixedLength: number;
}

/** The one parameter whose word keeps the sentence from fitting, where there is exactly one. */
function misfitOf(text: string, { pattern, expression }: KnownStep): Misfit | undefined {
  if (typeof pattern !== 'string') return undefined;
  const fixed = pattern.split(PARAMETER);
  const loose = new RegExp(`^${fixed.map(literally).join('(.+?)')}$`);
  const found = loose.exec(text)?.slice(1);
  const misfits = (found ?? []).flatMap((word, index): Misfit[] => {
    const parameter = expression.parameterTypes?.[index];
    if (parameter === undefined) return [];
    if (parameter.regexpStrings.some((source) => new RegExp(`^(?:${source})$`).test(word))) return [];
    return [{ parameter, word, fixedLength: fixed.join('').trim().length }];
  });
  return misfits.length === 1 ? misfits[0] : undefined;
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A sentence is near when at most so much of it is other letters, the words of its parameters apart. */
const NEAR = 0.4;

/** The sentence that is nearest to what was written, if one is near. */
function nearestTo(text: string, known: readonly KnownStep[]) {
  const candidates = known.flatMap((step) =>
    typeof step.pattern === 'string' ? [nearness(text, step, step.pattern)] : [],
  );
  return candidates.filter(({ far }) => far <= NEAR).sort((a, b) => a.far - b.far)[0];
}

function suggestNearest(text: string, known: readonly KnownStep[]): string {
  const nearest = nearestTo(text, known);
  const advice = nearest === undefined ? '' : ` Närmast är: ${nearest.example}.`;
  return (
    `Det finns inget steg "${text}".${advice} ` +
    'Alla meningar visas av "npx genrep words"; en ny skrivs i care/<vårdområde>/steps.ts.'
  );
}

/** How far a sentence is from a pattern when both are rid of what their parameters say, 0 to 1. */
function nearness(text: string, { expression: { parameterTypes = [] } }: KnownStep, pattern: string) {
  let rest = text;
  const said = parameterTypes.map(({ regexpStrings }) => {
    const [word] =
      new RegExp(`(?<![\\p{L}\\d])(?:${regexpStrings.join('|')})(?![\\p{L}\\d])`, 'u').exec(rest) ?? [];
    if (word !== undefined) rest = rest.replace(word, '');
    return word;
  });
  const plain = (words: string): string =>
    words
      .replace(/"[^"]*"/g, '')
      .replace(/\s+/g, ' ')
      .trim();
  const [own, fixed] = [plain(rest), plain(pattern.replace(/\{\w+\}/g, ''))];
  const length = Math.max(own.length, fixed.length, 1);
  return { far: distance(own, fixed) / length, ownLength: fixed.length, example: exampleOf(pattern, said) };
}
