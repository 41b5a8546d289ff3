import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { SchemaObject } from 'ajv';
import { formatPosition, InputError, type InputPosition, inputErrorOf } from '../domain/input-error.ts';
import { placesOf } from './project.ts';
import { checkSchema } from './schema-check.ts';
import { isUcum, ucumNear } from './ucum.ts';
import { readYaml } from './yaml-source.ts';

/** A word that a sentence may hold, with what is known of the thing it stands for. */
interface Word {
  readonly word: string;
  /** UCUM; null or absent where it is not measured. */
  readonly unit?: string | null;
}

/** One entry of a file, and where its keys stand. */
interface Entry {
  readonly kind: string;
  readonly entry: Word;
  positionOf(key: string): InputPosition;
}

/** The files of an area's words, the rehearsal's own before Genrep's: every YAML file in care/AREA/words/. */
export const wordFilesOf = (area: string): string[] =>
  placesOf('care', area, 'words').flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.yaml'))
      .sort()
      .map((file) => path.join(folder, file)),
  );

/**
 * All words of an area by the kind of thing they stand for, in the order of the files.
 * @param codeKeys the keys that an entry's code is made of; no other entry of its kind may have the same
 * @throws InputError for everything that is wrong in any of the files: what the schema refuses, a word or code that is
 * there already, a unit that is not UCUM
 */
export function readWords<W extends Readonly<Record<string, readonly Word[]>>>(
  files: readonly string[],
  schema: SchemaObject,
  codeKeys: Readonly<Record<keyof W & string, readonly string[]>>,
): Partial<W> {
  const mistakes: InputError[] = [];
  const entries = files.flatMap((file) => {
    try {
      return entriesIn(file, schema);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      mistakes.push(error);
      return [];
    }
  });
  // Genrep's own are first to have a word or a code, so that what is told of is the rehearsal's file.
  const first = entries.toReversed();
  const mistake = inputErrorOf([
    ...mistakes,
    ...twice(first, () => ['word']),
    ...twice(first, ({ kind }) => codeKeys[kind] ?? []),
    ...entries.flatMap(wrongUnit),
  ]);
  if (mistake !== undefined) throw mistake;
  return Object.fromEntries(
    [...Map.groupBy(entries, ({ kind }) => kind)].map(([kind, of]) => [kind, of.map(({ entry }) => entry)]),
  ) as unknown as Partial<W>;
}

function entriesIn(file: string, schema: SchemaObject): Entry[] {
  const source = readYaml(file);
  const content = checkSchema<Readonly<Record<string, readonly Word[]>>>(source, schema);
  return Object.entries(content).flatMap(([kind, words]) =>
    words.map((entry, index) => ({
      kind,
      entry,
      positionOf: (key: string) => source.positionOf([kind, index, key]),
    })),
  );
}

/** What two of a kind have in common though only one may have it. */
function twice(entries: readonly Entry[], keysOf: (entry: Entry) => readonly string[]): InputError[] {
  const taken = new Map<string, InputPosition>();
  return entries.flatMap((one) => {
    const keys = keysOf(one);
    const value = keys.map((key) => one.entry[key as keyof Word]).join(' ');
    const claim = `${one.kind} ${value.toLowerCase()}`;
    const position = one.positionOf(keys.at(-1) ?? 'word');
    const before = taken.get(claim);
    taken.set(claim, before ?? position);
    if (before === undefined) return [];
    const what = keys.includes('word') ? 'Ordet' : 'Koden';
    return [
      new InputError(
        `${what} "${value}" finns redan (${formatPosition(before)}); använd det som finns eller ta bort ett av dem.`,
        position,
      ),
    ];
  });
}

function wrongUnit({ entry: { word, unit }, positionOf }: Entry): InputError[] {
  if (unit === undefined || unit === null || isUcum(unit)) return [];
  const near = ucumNear(unit);
  return [
    new InputError(
      `Enheten "${unit}" för ${word} är inte UCUM${near === undefined ? '.' : `; menade du "${near}"?`} Skriv den som UCUM (ucum.org), till exempel mmol/L, 10*9/L eller mg/L{FEU}.`,
      positionOf('unit'),
    ),
  ];
}
