import { InputError } from '../domain/input-error.ts';
import { didYouMean } from '../input/suggest.ts';

/** The Gherkin parser's own message, '(5:3): expected: #EOF, #TableRow, got 'x'', as one Swedish sentence with its rule. */
export function explainParseError(file: string, text: string, message: string): InputError {
  const [, line, column, problem = message] = /^\((\d+):(\d+)\): ([\s\S]*)$/.exec(message) ?? [];
  const position = {
    file,
    ...(line === undefined ? {} : { line: Number(line) }),
    ...(column === undefined || column === '0' ? {} : { column: Number(column) }),
  };
  return new InputError(sentenceFor(problem, text.split(/\r?\n/), Number(line ?? 1)), position);
}

function sentenceFor(problem: string, lines: readonly string[], line: number): string {
  const unexpected = /^(unexpected end of file, )?expected: (.*?)(?:, got '([\s\S]*)')?$/.exec(problem);
  if (unexpected !== null) {
    const [, atEnd, tokens = '', got = ''] = unexpected;
    const expected = new Set(tokens.split(', '));
    return atEnd === undefined ? unexpectedLine(got, expected) : unexpectedEnd(expected);
  }
  const language = /^Language not supported: (.*)$/.exec(problem)?.[1];
  if (language !== undefined)
    return `Språket "${language}" finns inte i Gherkin; skriv "# language: sv" på filens första rad.`;
  if (problem === 'inconsistent cell count within the table') return unevenRow(lines, line);
  if (problem === 'A tag may not contain whitespace')
    return 'En tagg får inte innehålla mellanslag; skriv till exempel @klass-1 @KRAV-LAB-01, med ett @ före varje tagg.';
  return `Filen går inte att läsa som Gherkin (${problem}).`;
}

/** What may stand on a line, in the words of a feature. */
const TOKENS: Readonly<Record<string, string>> = {
  '#FeatureLine': '"Egenskap:"',
  '#BackgroundLine': '"Bakgrund:"',
  '#RuleLine': '"Regel:"',
  '#ScenarioLine': '"Scenario:" eller "Scenariomall:"',
  '#ExamplesLine': '"Exempel:"',
  '#StepLine': 'ett steg (Givet, När, Så, Och, Men)',
  '#TableRow': 'en tabellrad (| … |)',
  '#DocStringSeparator': 'text mellan två rader med """',
  '#TagLine': 'taggar (@…)',
};

/** Which rule of Gherkin the line is held against: the first whose sign is among what was expected. */
const RULES: readonly {
  readonly holds: (expected: ReadonlySet<string>) => boolean;
  readonly rule: string;
}[] = [
  {
    holds: (expected) => expected.has('#Other') && expected.has('#DocStringSeparator'),
    rule: 'En text som börjar med """ slutar med en egen rad """.',
  },
  { holds: (expected) => expected.has('#FeatureLine'), rule: 'En fil har en egenskap, och börjar med den.' },
  {
    holds: (expected) => !expected.has('#StepLine') && !expected.has('#TableRow') && !expected.has('#EOF'),
    rule: 'Taggar står på raden före det som de gäller.',
  },
  {
    holds: (expected) => expected.has('#TableRow') && !expected.has('#StepLine'),
    rule: 'Under "Exempel:" står en tabell, med kolumnernas namn i första raden.',
  },
  { holds: (expected) => expected.has('#BackgroundLine'), rule: 'Under egenskapen står scenarier.' },
  { holds: () => true, rule: 'Under ett scenario står ett steg på varje rad.' },
];

const ruleFor = (expected: ReadonlySet<string>): string =>
  RULES.find(({ holds }) => holds(expected))?.rule ?? '';

const listed = (expected: ReadonlySet<string>): string =>
  [...expected].flatMap((token) => TOKENS[token] ?? []).join(', ');

function unexpectedLine(got: string, expected: ReadonlySet<string>): string {
  const near = nearKeyword(got, expected);
  return `Raden "${got}" går inte att läsa${near || '.'} ${ruleFor(expected)} Här väntas ${listed(expected)}.`;
}

function unexpectedEnd(expected: ReadonlySet<string>): string {
  return `Filen tar slut för tidigt. ${ruleFor(expected)} Här väntas ${listed(expected)}.`;
}

/** Keywords as they are written in Swedish, by the token that they make; and in English, which somebody may be used to. */
const KEYWORDS: readonly { readonly token: string; readonly sv: string; readonly en: readonly string[] }[] = [
  { token: '#FeatureLine', sv: 'Egenskap:', en: ['Feature:'] },
  { token: '#BackgroundLine', sv: 'Bakgrund:', en: ['Background:'] },
  { token: '#RuleLine', sv: 'Regel:', en: ['Rule:'] },
  { token: '#ScenarioLine', sv: 'Scenario:', en: ['Example:'] },
  { token: '#ScenarioLine', sv: 'Scenariomall:', en: ['Scenario Outline:', 'Scenario Template:'] },
  { token: '#ExamplesLine', sv: 'Exempel:', en: ['Examples:', 'Scenarios:'] },
  { token: '#StepLine', sv: 'Givet', en: ['Given'] },
  { token: '#StepLine', sv: 'När', en: ['When'] },
  { token: '#StepLine', sv: 'Så', en: ['Then'] },
  { token: '#StepLine', sv: 'Och', en: ['And'] },
  { token: '#StepLine', sv: 'Men', en: ['But'] },
];

/** '; menade du "Givet"?' for a keyword of another language or misspelt, of those that may stand here. */
function nearKeyword(got: string, expected: ReadonlySet<string>): string {
  const allowed = KEYWORDS.filter(({ token }) => expected.has(token));
  const english = allowed.find(({ en }) => en.some((word) => got.startsWith(word)));
  if (english !== undefined) return `; skriv "${english.sv}"`.concat(', filerna är på svenska.');
  const first = got.includes(':') ? got.slice(0, got.indexOf(':') + 1) : (got.split(/\s/)[0] ?? '');
  return didYouMean(
    first,
    allowed.map(({ sv }) => sv),
  );
}

/** A row whose cells are not as many as those of its table's first row. */
function unevenRow(lines: readonly string[], line: number): string {
  const isRow = (index: number): boolean => lines[index]?.trimStart().startsWith('|') === true;
  let first = line - 1;
  while (first > 0 && isRow(first - 1)) first -= 1;
  const cells = (index: number): number => (lines[index] ?? '').trim().split(/(?<!\\)\|/).length - 2;
  return (
    `Raden har ${cells(line - 1)} celler men tabellens första rad har ${cells(first)}; ` +
    'alla rader i en tabell har lika många, med | före, mellan och efter dem.'
  );
}
