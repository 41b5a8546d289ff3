import { readFileSync } from 'node:fs';
import type { ISupportCodeLibrary } from '@cucumber/cucumber/api';
import { moduleOf } from '../care/areas.ts';
import { formatPosition, InputError, type InputPosition } from '../domain/input-error.ts';
import { thrownInArea } from '../domain/thrown-in-area.ts';
import { didYouMean } from '../input/suggest.ts';

/**
 * Says in one sentence, with its place, why cucumber-js could not load the areas' sentences.
 * @param files the areas' files of step definitions
 * @throws InputError for what stands in an area; what was thrown otherwise
 */
export async function refuseSentences(error: unknown, files: readonly string[]): Promise<never> {
  if (error instanceof InputError || !(error instanceof Error)) throw error;
  const [, name] = SAME_NAME.exec(error.message) ?? [];
  if (name !== undefined) throw twoOfOneName(name, files, error);
  const place = thrownInArea(error);
  if (place !== undefined) throw new InputError(told(error.message), place);
  const written = placeOf(error.message.split('\n'), files);
  if (written !== undefined) throw new InputError(told(error.message), written);
  // A file that did not load does not load the second time either, and says why.
  for (const file of files) await moduleOf(file);
  throw error;
}

/** A sentence with a place that no words are told for would never fit anything that is written. */
export function refuseUnknownPlaces(library: ISupportCodeLibrary, files: readonly string[]): void {
  const { undefinedParameterTypes, parameterTypeRegistry } = library as unknown as KnownToCucumber;
  const [unknown] = undefinedParameterTypes;
  if (unknown === undefined) return;
  const names = [...parameterTypeRegistry.parameterTypes].flatMap(({ name = '' }) =>
    CUCUMBERS_OWN.has(name) ? [] : name,
  );
  const { name, expression } = unknown;
  throw new InputError(
    `Meningen "${expression}" har platsen {${name}}, som ingen berättar om${didYouMean(name, names) || '.'} ` +
      `Skriv defineWords('${name}', …) i filen, eller ta en av ${names.map((known) => `{${known}}`).join(', ')}.`,
    placeOf([expression], files),
  );
}

/** What cucumber-js knows by itself and no sentence of ours uses. */
const CUCUMBERS_OWN: ReadonlySet<string> = new Set([
  '',
  'float',
  'word',
  'string',
  'double',
  'bigdecimal',
  'byte',
  'short',
  'long',
  'biginteger',
]);

/** cucumber-js keeps the type of a loaded library to itself; these are what its messages name. */
interface KnownToCucumber {
  readonly undefinedParameterTypes: readonly { readonly name: string; readonly expression: string }[];
  readonly parameterTypeRegistry: { readonly parameterTypes: Iterable<{ readonly name?: string }> };
}

const SAME_NAME = /^There is already a parameter type with name (.+)$/;
const NO_EXPRESSION = /^This Cucumber Expression has a problem[^\n]*\n\n(.+)\n *\^.*\n(.+)/;

/** Told at the first of them: a rehearsal's own files come before Genrep's. */
function twoOfOneName(name: string, files: readonly string[], error: Error): InputError {
  const words = [`defineWords('${name}'`, `defineWords("${name}"`, `name: '${name}'`, `name: "${name}"`];
  const [own, other] = files.flatMap((file) => placeOf(words, [file]) ?? []);
  const there = other === undefined ? '' : ` (${formatPosition(other)})`;
  return new InputError(
    `Platsen {${name}} finns redan i meningarna${there}; ge orden här ett annat namn, i defineWords och i meningarna.`,
    own ?? thrownInArea(error),
  );
}

/** What cucumber-js says, in Swedish where it is known what it means. */
function told(message: string): string {
  const [, expression, why] = NO_EXPRESSION.exec(message) ?? [];
  if (expression !== undefined)
    return `Meningen "${expression}" går inte att läsa; tecknen ( ) { } / betyder något i en mening och skrivs annars med \\ före. (${why})`;
  return `Meningarna går inte att läsa: ${message.split('\n')[0]}`;
}

/** Where one of these texts stands in one of the files. */
function placeOf(texts: readonly string[], files: readonly string[]): InputPosition | undefined {
  const sentences = texts.filter((text) => text.trim().length > SHORT);
  for (const file of files) {
    // Written in code, where a backslash is two.
    const lines = readFileSync(file, 'utf8').replaceAll('\\\\', '\\').split('\n');
    const index = lines.findIndex((line) => sentences.some((text) => line.includes(text)));
    if (index !== -1) return { file, line: index + 1 };
  }
  return undefined;
}

/** What may stand anywhere tells no place. */
const SHORT = 5;
