import type { GherkinDocument, Scenario } from '@cucumber/messages';
import { InputError } from '../domain/input-error.ts';
import { didYouMean } from '../input/suggest.ts';

type Feature = NonNullable<GherkinDocument['feature']>;

/** What Gherkin lets through in silence, and nobody means: scenarios that are never played, steps that are none. */
export function documentMistakes({ uri: file = '', feature }: GherkinDocument): InputError[] {
  const at = (message: string, line = 1): InputError => new InputError(message, { file, line });
  if (feature === undefined)
    return [at('Filen är tom; skriv "Egenskap:" och under den minst ett "Scenario:".')];
  const scenarios = scenariosOf(feature);
  const mistakes: InputError[] = [];
  if (feature.name === '')
    mistakes.push(at('Egenskapen saknar namn; skriv det efter "Egenskap:".', feature.location.line));
  if (scenarios.length === 0)
    mistakes.push(
      at('Egenskapen har inga scenarier; skriv minst ett "Scenario:" under den.', feature.location.line),
    );
  for (const scenario of scenarios) {
    for (const told of mistakesIn(scenario)) mistakes.push(at(told, scenario.location.line));
  }
  return mistakes;
}

const scenariosOf = ({ children }: Feature): Scenario[] =>
  children.flatMap((child) => [
    ...(child.scenario === undefined ? [] : [child.scenario]),
    ...(child.rule?.children ?? []).flatMap(({ scenario }) => scenario ?? []),
  ]);

function* mistakesIn(scenario: Scenario): Generator<string> {
  if (scenario.name === '') yield `Scenariot saknar titel; skriv den efter "${scenario.keyword}:".`;
  yield* stepsInDescription(scenario);
  const { examples } = scenario;
  if (examples.length > 0 && examples.every(({ tableBody }) => tableBody.length === 0))
    yield 'Scenariot har inga exempel att spela; skriv rader under kolumnernas namn i "Exempel:".';
  yield* unknownColumns(scenario);
}

/** A misspelt keyword right under the title is read as a description, and its step is never played. */
function* stepsInDescription({ description }: Scenario): Generator<string> {
  for (const line of description.split('\n')) {
    const [first = '', ...rest] = line.trim().split(/\s+/);
    const near = rest.length === 0 ? '' : didYouMean(first, STEP_KEYWORDS, 1);
    if (near === '' && !LOOKS_LIKE_STEP.test(line)) continue;
    yield `Raden "${line.trim()}" läses som en beskrivning och spelas aldrig${near || '; börja den med Givet, När, Så, Och eller Men.'}`;
  }
}

const STEP_KEYWORDS = ['Givet', 'När', 'Så', 'Och', 'Men'];
const LOOKS_LIKE_STEP = /^\s*(Given|When|Then|And|But|givet|när|så|och|men|GIVET|NÄR|SÅ|OCH|MEN)\s/;

const COLUMN = /<(\p{L}[\p{L}\d _-]*)>/gu;

/** `<puls>` in a step stands for a column of the examples. */
function* unknownColumns({ name, steps, examples }: Scenario): Generator<string> {
  const written = [
    name,
    ...steps.flatMap(({ text, docString, dataTable }) => [
      text,
      docString?.content ?? '',
      ...(dataTable?.rows ?? []).flatMap(({ cells }) => cells.map(({ value }) => value)),
    ]),
  ];
  const used = new Set(
    written.flatMap((text) => [...text.matchAll(COLUMN)].map(([, column = '']) => column)),
  );
  if (used.size === 0) return;
  if (examples.length === 0) {
    yield `<${[...used].join('>, <')}> är kolumner, men scenariot har inga "Exempel:"; lägg till dem.`;
    return;
  }
  for (const { tableHeader } of examples) {
    const columns = tableHeader?.cells.map(({ value }) => value) ?? [];
    for (const column of used) {
      if (columns.includes(column)) continue;
      yield `<${column}> är ingen kolumn i "Exempel:"${didYouMean(column, columns) || '.'} Där finns ${columns.join(', ')}.`;
    }
  }
}
