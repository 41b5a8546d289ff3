import type { YamlPath } from '../../input/yaml-source.ts';
import type { Part, Screens, Step, Verb } from './screens.ts';

/** Something in a file of screens, and the way to it. */
export interface Placed<T> {
  readonly value: T;
  readonly path: YamlPath;
}

/** Where a part of a page stands, beside the steps that are done to one. */
const PART_KEYS: ReadonlySet<string> = new Set([
  ...['click', 'send', 'fill', 'choose', 'check', 'uncheck', 'press', 'see'],
  ...['saved', 'refused', 'done', 'found', 'missing', 'seen', 'empty', 'shows', 'absent'],
]);

/** What is said in the file's own words, and is no text of a page. */
const NO_TEXT: ReadonlySet<string> = new Set([
  'role',
  'key',
  'keep',
  'counts',
  'version',
  'words',
  'decimal',
]);

const CELLS: ReadonlySet<string> = new Set(['rows', 'cells', 'row']);

/** Every part of a page that is named in some of a file. */
export function partsIn(value: unknown, path: YamlPath = []): Placed<Part>[] {
  return entriesOf(value).flatMap(([key, each]) => {
    if (CELLS.has(String(key)) || NO_TEXT.has(String(key))) return [];
    const here = [...path, key];
    const inner = partsIn(each, here);
    return PART_KEYS.has(String(key)) ? [{ value: each as Part, path: here }, ...inner] : inner;
  });
}

/** Every text that may hold something of the activity. */
export function textsIn(value: unknown, path: YamlPath = []): Placed<string>[] {
  if (typeof value === 'string') return [{ value, path }];
  const isCells = CELLS.has(String(path.at(-1)));
  return entriesOf(value).flatMap(([key, each]) =>
    !isCells && NO_TEXT.has(String(key)) ? [] : textsIn(each, [...path, key]),
  );
}

/** Every list of steps, by the key that it stands under. */
function stepListsIn(value: unknown, path: YamlPath = []): Placed<readonly Step[]>[] {
  return entriesOf(value).flatMap(([key, each]) => {
    const here = [...path, key];
    if (NO_TEXT.has(String(key)) || CELLS.has(String(key))) return [];
    if (!Array.isArray(each)) return stepListsIn(each, here);
    return [{ value: each as readonly Step[], path: here }];
  });
}

/** The one thing that a step is. */
export function verbOf(step: Step): Verb {
  const [verb] = Object.keys(step);
  return verb as Verb;
}

/** All lists of steps in a file, the activities' with the way to them. */
export const allSteps = ({ signIn, patient, activities }: Screens): Placed<readonly Step[]>[] =>
  stepListsIn({ signIn, patient, activities });

function entriesOf(value: unknown): [string | number, unknown][] {
  if (typeof value !== 'object' || value === null) return [];
  return Array.isArray(value) ? value.map((each, at) => [at, each]) : Object.entries(value);
}
