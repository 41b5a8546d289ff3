import { existsSync } from 'node:fs';
import path from 'node:path';
import type { CareFlow } from '../domain/care-flow.ts';
import { InputError } from '../domain/input-error.ts';
import { nearestIn } from '../input/suggest.ts';
import { flowsNamed } from '../scenarios/flows-named.ts';
import { PROJECT } from './project.ts';
import { tagChoice } from './tag-choice.ts';

/** What is chosen of the scenarios: a file, perhaps a line of it, a title, or tags. */
export type FeatureChoice =
  | { readonly kind: 'file'; readonly file: string; readonly line?: number }
  | { readonly kind: 'tags'; readonly expression: string }
  | { readonly kind: 'title'; readonly title: string };

/** Reads one word of the command line as what it chooses. Throws InputError for a file that is not there. */
export function readChoice(word: string): FeatureChoice {
  const [, named = word, line] = /^(.*\.feature)(?::(\d+))?$/.exec(word) ?? [];
  const file = fileFor(named);
  if (file !== undefined)
    return { kind: 'file', file, ...(line === undefined ? {} : { line: Number(line) }) };
  if (named.endsWith('.feature'))
    throw new InputError(`Hittar inte filen ${named}; ange en .feature-fil, en titel eller taggar.`);
  return /^[(\s]*(not\s|@)/.test(word) ? { kind: 'tags', expression: word } : { kind: 'title', title: word };
}

/** Relative to the installation, as flows name their files; from where the user stands, or from the installation. */
function fileFor(named: string): string | undefined {
  const found = [path.resolve(named), path.resolve(PROJECT, named)].find((candidate) =>
    existsSync(candidate),
  );
  return found === undefined ? undefined : path.relative(PROJECT, found).replaceAll(path.sep, '/');
}

/** The flows that are chosen: of several words, those that any of them chooses. Throws InputError when one chooses none. */
export function chosenFlows(
  choices: readonly FeatureChoice[],
  flows: readonly CareFlow[],
): readonly CareFlow[] {
  if (choices.length === 0) return flows;
  const chosen = new Set(choices.flatMap((choice) => chosenBy(choice, flows)));
  return flows.filter((flow) => chosen.has(flow));
}

function chosenBy(choice: FeatureChoice, flows: readonly CareFlow[]): readonly CareFlow[] {
  switch (choice.kind) {
    case 'file':
      return inFile(choice, flows);
    case 'title':
      return titled(choice.title, flows);
    case 'tags': {
      const tagged = flows.filter(tagChoice(choice.expression, flows));
      if (tagged.length === 0) throw new InputError(`Inget scenario har taggarna ${choice.expression}.`);
      return tagged;
    }
  }
}

function inFile({ file, line }: Extract<FeatureChoice, { kind: 'file' }>, flows: readonly CareFlow[]) {
  const own = flows.filter(({ location }) => location.file === file || location.file.startsWith(`${file}/`));
  if (line === undefined) return own;
  const lines = ({ location, steps }: CareFlow) => [
    location.line,
    ...steps.map((step) => step.location.line),
  ];
  const at = own.filter((flow) => lines(flow).includes(line));
  if (at.length > 0) return at;
  // Above its steps stand a scenario's tags and title, between them its tables: the flow whose steps are next, or around.
  const next = own.filter((flow) => Math.max(...lines(flow)) >= line);
  const first = Math.min(...next.map(({ steps }) => steps[0]?.location.line ?? 0));
  const around = next.filter(({ steps }) => steps[0]?.location.line === first);
  if (around.length > 0) return around;
  throw new InputError(`Inget scenario står på rad ${line} i ${file}; ange raden för titeln eller ett steg.`);
}

/** By its whole title, by what all rows of an outline begin with, by its feature, or by its id. */
function titled(title: string, flows: readonly CareFlow[]): readonly CareFlow[] {
  const wanted = title.toLowerCase();
  const matches: readonly ((flow: CareFlow) => boolean)[] = [
    ({ name }) => name.toLowerCase() === wanted,
    ({ name }) => name.toLowerCase().startsWith(`${wanted} (`),
    ({ feature }) => feature.toLowerCase() === wanted,
  ];
  for (const match of matches) {
    const found = flows.filter(match);
    if (found.length > 0) return found;
  }
  const named = flowsNamed(title, flows);
  if (named.length > 0) return named;
  const features = [...new Set(flows.map(({ feature }) => feature))];
  const near = nearestIn(title, [...features, ...flows.map(({ name }) => name)]);
  const advice =
    near === undefined
      ? `egenskaperna är ${features.map((one) => `"${one}"`).join(', ')}.`
      : `menade du "${near}"?`;
  throw new InputError(`Inget scenario heter "${title}"; ${advice}`);
}
