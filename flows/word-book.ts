import type { ISupportCodeLibrary } from '@cucumber/cucumber/api';
import type { ActivityKind } from '../domain/activity.ts';
import type { CareFlow, CareStep } from '../domain/care-flow.ts';
import { meaningOf, PLACE_PHRASES, ROLE_WORDS } from './example-words.ts';
import type { Steps } from './steps.ts';

/** One sentence that a test lead can write, as its step definition has it. */
export interface Sentence {
  /** '{actor} ordinerar och signerar {test} som {name}' */
  readonly pattern: string;
  /** Absent for a sentence of no area: who the patient is, and that time goes by. */
  readonly area?: string;
  /** The kinds of step that flows make of it; more than one where a word decides. */
  readonly kinds: readonly ActivityKind[];
  /** As some flow says it, keyword included; absent where none does. */
  readonly example?: string;
}

/** The words that may stand in one place of a sentence. */
export interface WordList {
  /** 'test': the place's name in the pattern. */
  readonly name: string;
  /** None where they cannot be counted. */
  readonly words: readonly string[];
  /** Of such a place: 'en tid, till exempel "5 sekunder"'. */
  readonly means?: string;
}

/**
 * Every sentence there is, by area, with an example out of the flows.
 * @param written lines of feature files, where what opens a flow stands too
 */
export function sentencesIn(
  { library }: Steps,
  flows: readonly CareFlow[],
  written: readonly string[],
): Sentence[] {
  const steps = flows.flatMap((flow) => flow.steps);
  return definitionsIn(library).map((definition) => {
    const said = steps.filter(({ text }) => definition.matchesStepName(text));
    const area = areaOf(definition.uri);
    const example = written.find((line) => definition.matchesStepName(withoutKeyword(line)));
    return {
      pattern: String(definition.pattern),
      ...(area === undefined ? {} : { area }),
      kinds: [...new Set(said.flatMap(kindOf))],
      ...(example === undefined ? {} : { example: example.trim() }),
    };
  });
}

/** What may stand in the places of sentences: who acts, then the words that can be counted, then what cannot. */
export function wordListsOf({ library }: Steps): WordList[] {
  const types = parameterTypesIn(library).filter(({ name }) => name !== undefined && name !== 'actor');
  const lists = types.map((type): WordList => {
    const words = countedWords(type);
    return { name: type.name ?? '', words, ...(words.length === 0 ? { means: meaningOf(type) } : {}) };
  });
  return [
    { name: 'actor', words: [...ROLE_WORDS, ...PLACE_PHRASES] },
    ...lists.filter(({ words }) => words.length > 0),
    ...lists.filter(({ name, means }) => means !== undefined && means !== name),
  ];
}

function countedWords({ regexpStrings: [only = '', ...others] }: ParameterType): string[] {
  const words = only.split('|').map((word) => word.replaceAll('\\', ''));
  const isList =
    others.length === 0 && words.length > 1 && words.every((word) => /^[\p{L}\d %.,-]+$/u.test(word));
  return isList ? words.toSorted((a, b) => a.localeCompare(b, 'sv')) : [];
}

/** 'När sjuksköterskan …' without its first word. */
const withoutKeyword = (line: string): string => line.trim().replace(/^\S+ /, '');

const kindOf = ({ activity }: CareStep): ActivityKind[] => (activity.type === 'wait' ? [] : [activity.kind]);

/** The area whose folder a file of step definitions lies in. */
function areaOf(uri: string): string | undefined {
  const [file, area, folder] = uri.split(/[\\/]/).toReversed();
  return file === 'steps.ts' && folder === 'care' ? area : undefined;
}

interface Definition {
  readonly pattern: string | RegExp;
  readonly uri: string;
  matchesStepName(text: string): boolean;
}

interface ParameterType {
  readonly name?: string;
  readonly regexpStrings: readonly string[];
}

/** cucumber-js keeps the type of a loaded library to itself; these are what its messages name. */
const definitionsIn = (library: ISupportCodeLibrary) =>
  (library as unknown as { readonly stepDefinitions: readonly Definition[] }).stepDefinitions;

const parameterTypesIn = (library: ISupportCodeLibrary) => [
  ...(
    library as unknown as {
      readonly parameterTypeRegistry: { readonly parameterTypes: Iterable<ParameterType> };
    }
  ).parameterTypeRegistry.parameterTypes,
];
