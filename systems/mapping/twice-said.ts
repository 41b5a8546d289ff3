import { InputError } from '../../domain/input-error.ts';
import type { YamlPath, YamlSource } from '../../input/yaml-source.ts';
import type { Mapping, WriteRules } from '../mapping.ts';

/** What is said in two ways, or two things said in one: it could not be turned back. */
export function twiceSaid(mapping: Mapping, source: YamlSource): InputError[] {
  const { codes = [], systems = {}, resources = {} } = mapping;
  const told = (words: readonly Word[]): InputError[] => repeated(words, source);
  return [
    ...told(codes.map(({ from }, at) => ({ what: 'Koden', word: from, place: ['codes', at, 'from'] }))),
    ...told(codes.map(({ to }, at) => ({ what: 'Koden', word: to, place: ['codes', at, 'to'] }))),
    ...told(
      Object.entries(systems).map(([key, to]) => ({ what: 'Systemet', word: to, place: ['systems', key] })),
    ),
    ...told(
      Object.entries(resources).map(([key, to]) => ({
        what: 'Resursen',
        word: to ?? '',
        place: ['resources', key],
      })),
    ),
    ...told(replacedValues(mapping)),
  ];
}

interface Word {
  readonly what: string;
  readonly word: string;
  readonly place: YamlPath;
  /** What the word would be turned back to; the same twice is no mistake. */
  readonly means?: string;
  readonly of?: string;
}

function repeated(words: readonly Word[], source: YamlSource): InputError[] {
  const first = new Map<string, Word>();
  return words.flatMap((each) => {
    const { what, word, place, of = '', means } = each;
    const key = `${of} ${word}`;
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, each);
      return [];
    }
    if (means !== undefined && means === earlier.means) return [];
    const { line } = source.positionOf(earlier.place);
    return [
      new InputError(
        `${what} ${word} står redan på rad ${line}; då går svaret inte att översätta tillbaka. Ta bort den ena.`,
        source.positionOf(place),
      ),
    ];
  });
}

/** The values that the system is given in place of ours, whichever activity writes them. */
const replacedValues = ({ activities = {} }: Mapping): Word[] =>
  Object.entries(activities).flatMap(([kind, { write = {} }]) =>
    Object.entries(write).flatMap(([type, { replace = [] }]: [string, WriteRules]) =>
      replace.map(({ path, from, to }, at) => ({
        what: 'Värdet',
        word: JSON.stringify(to),
        place: ['activities', kind, 'write', type, 'replace', at, 'to'],
        of: `${type}.${path}`,
        means: JSON.stringify(from),
      })),
    ),
  );
