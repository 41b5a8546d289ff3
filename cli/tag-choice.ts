import parseTags from '@cucumber/tag-expressions';
import type { CareFlow } from '../domain/care-flow.ts';
import { InputError } from '../domain/input-error.ts';
import { nearestIn } from '../input/suggest.ts';

/** Whether a flow has the tags of an expression. Throws InputError for what is no expression, and for a misspelt tag. */
export function tagChoice(
  expression: string,
  flows: readonly Pick<CareFlow, 'tags'>[],
): (flow: Pick<CareFlow, 'tags'>) => boolean {
  const wanted = parsed(expression);
  const known = [...new Set(flows.flatMap(({ tags }) => tags))];
  for (const [tag] of expression.matchAll(/@[^\s()]+/g)) {
    const near = known.includes(tag) ? undefined : nearestIn(tag, known, MISSPELT);
    if (near !== undefined && letters(near) !== letters(tag))
      throw new InputError(`Inget scenario har taggen ${tag} i "${expression}"; menade du ${near}?`);
  }
  return ({ tags }) => wanted.evaluate([...tags]);
}

/** Another number is another thing, and not a slip of the pen: there may be no scenario of @klass-3. */
const letters = (tag: string): string => tag.replace(/\d/g, '');

/** Letters by which a tag is taken to be another one misspelt; a tag of the user's own may well be on no scenario yet. */
const MISSPELT = 2;

function parsed(expression: string) {
  try {
    return parseTags(expression);
  } catch (error) {
    throw tagMistake(expression, error);
  }
}

/** What cucumber's parser says of an expression, by what it says. */
const REASONS: readonly (readonly [said: RegExp, sv: string])[] = [
  [/Expected operand/i, 'det saknas en tagg efter and, or eller not'],
  [/Expected operator/i, 'det ska stå and eller or mellan två taggar'],
  [/Unmatched \)/, 'parentesen ) har ingen som öppnar den'],
  [/Unmatched \(/, 'parentesen ( är inte stängd'],
  [/Illegal escape/, 'ett \\ får bara stå före mellanslag, parentes eller \\'],
];

/** What is wrong with a tag expression, and how one is written. */
function tagMistake(expression: string, error: unknown): InputError {
  const said = error instanceof Error ? error.message : String(error);
  const reason = REASONS.find(([pattern]) => pattern.test(said))?.[1] ?? 'det följer inte reglerna';
  return new InputError(
    `"${expression}" är inget tagguttryck: ${reason}. Skriv till exempel "@klass-1 and not @samverkan".`,
  );
}
