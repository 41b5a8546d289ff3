import { distance } from 'fastest-levenshtein';

interface ParameterTypeOfStep {
  readonly name?: string;
  readonly regexpStrings: readonly string[];
}

/** As much of a cucumber-js step definition as an explanation needs. */
export interface KnownStep {
  readonly pattern: string | RegExp;
  readonly expression: { readonly parameterTypes?: readonly ParameterTypeOfStep[] };
}

/**
 * Why no step definition fits a sentence. Where one would fit but for a single word (a role, a unit, a drug), that word
 * is named; otherwise the nearest sentences are suggested.
 */
export function explainUnknownStep(text: string, known: readonly KnownStep[]): string {
  return explainUnknownWord(text, known) ?? suggestNearest(text, known);
}

/** What each parameter type stands for, in words for a test lead. */
const MEANINGS: Readonly<Record<string, string>> = {
  actor: 'en yrkesroll och en enhet',
  test: 'ett prov',
  drug: 'ett läkemedel',
  allergen: 'ett allergen',
  colour: 'en triagefärg',
  message: 'ett meddelande',
  document: 'en utskrift',
  surface: 'en plats där identiteten kan synas',
  duration: 'en tid',
  quantity: 'en mängd med enhet',
  bloodPressure: 'ett blodtryck',
  name: 'ett namn inom citattecken',
  int: 'ett heltal',
};

const PARAMETER = /\{\w+\}/;

function explainUnknownWord(text: string, known: readonly KnownStep[]): string | undefined {
  const candidates = known.flatMap((step) => {
    const misfit = misfitOf(text, step);
    return misfit === undefined ? [] : [misfit];
  });
  // The sentence with the most words of its own is the one that was meant.
  const meant = candidates.sort((a, b) => b.fixedLength - a.fixedLength)[0];
  if (meant === undefined) return undefined;
  const { parameter, word, words } = meant;
  const familiar = words.filter((candidate) => word.includes(candidate));
  const unknown = familiar.reduce((rest, candidate) => rest.replace(candidate, ''), word).trim() || word;
  const nearest = nearestTo(
    unknown,
    words.filter((candidate) => !familiar.includes(candidate)),
    3,
  );
  const advice =
    nearest.length === 0 ? '' : ` Menas ${nearest.map((candidate) => `"${candidate}"`).join(' eller ')}?`;
  return `Okänt ord "${unknown}" i steget "${text}"; där väntas ${MEANINGS[parameter] ?? parameter}.${advice}`;
}

interface Misfit {
  readonly parameter: string;
  readonly word: string;
  readonly words: readonly string[];
  readonly fixedLength: number;
}

/** The one parameter whose word keeps the sentence from fitting, where there is exactly one. */
function misfitOf(text: string, { pattern, expression }: KnownStep): Misfit | undefined {
  if (typeof pattern !== 'string') return undefined;
  const fixed = pattern.split(PARAMETER);
  const loose = new RegExp(`^${fixed.map(literally).join('(.+?)')}$`);
  const found = loose.exec(text)?.slice(1);
  const misfits = (found ?? []).flatMap((word, index): Misfit[] => {
    const { name = '', regexpStrings = [] } = expression.parameterTypes?.[index] ?? {};
    if (regexpStrings.some((source) => new RegExp(`^(?:${source})$`).test(word))) return [];
    return [
      { parameter: name, word, words: regexpStrings.flatMap(wordsOf), fixedLength: fixed.join('').length },
    ];
  });
  return misfits.length === 1 ? misfits[0] : undefined;
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The plain words that a regular expression allows. */
const wordsOf = (source: string): string[] =>
  source
    .split(/[|()]/)
    .map((word) => word.replaceAll('\\', '').trim())
    .filter((word) => /^[\p{L}\d][\p{L}\d .-]+$/u.test(word));

function suggestNearest(text: string, known: readonly KnownStep[]): string {
  const sentences = known.map(({ pattern }) => String(pattern));
  const nearest = nearestTo(text, sentences, 1)[0];
  const advice = nearest === undefined ? '' : ` Närmast är "${nearest}".`;
  return `Det finns inget steg "${text}".${advice} Skriv om det, eller lägg till en stegdefinition i features/steps.`;
}

const nearestTo = (word: string, words: readonly string[], most: number): string[] =>
  [...new Set(words)]
    .map((candidate) => ({ candidate, far: distance(word, candidate) }))
    .sort((a, b) => a.far - b.far)
    .slice(0, most)
    .map(({ candidate }) => candidate);
