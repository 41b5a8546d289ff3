import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { SchemaObject } from 'ajv';
import Papa from 'papaparse';
import { InputError, type InputPosition, inputErrorOf } from '../domain/input-error.ts';
import { checkSchema } from './schema-check.ts';
import { didYouMean } from './suggest.ts';
import { parseYaml } from './yaml-source.ts';

/** A column that a table may have: what it is called in the data, and what people call it. */
export interface CsvColumn {
  readonly heads: readonly string[];
  /** What a cell stands for; itself when absent. */
  readonly read?: (text: string) => unknown;
}

/** A row with where it stands. */
export interface CsvRow<T> {
  readonly row: T;
  readonly position: InputPosition;
}

/** A table as it was read: its heads and its cells, each row with where it stands; empty rows are not there. */
export interface CsvTable {
  readonly file: string;
  readonly text: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly position: InputPosition }[];
}

/** Reads a file that a spreadsheet saved: semicolons, commas or tabs, a byte order mark, cells of several lines. */
export function readTable(file: string): CsvTable {
  const shown = shownAs(file);
  return tableOf(readText(file, shown), shown);
}

/** The same of a text that was read already. */
export function tableOf(saved: string, shown: string): CsvTable {
  const text = saved.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text) });
  const rows: { cells: string[]; position: InputPosition }[] = [];
  let line = 1;
  for (const cells of data) {
    const trimmed = cells.map(plain);
    if (trimmed.some((cell) => cell !== '')) rows.push({ cells: trimmed, position: { file: shown, line } });
    line += 1 + cells.reduce((sum, cell) => sum + newLinesIn(cell), 0);
  }
  const [broken] = errors.filter(({ type }) => type === 'Quotes');
  if (broken !== undefined)
    throw new InputError(`Filen går inte att läsa som CSV (${broken.message}); spara om arket som CSV.`, {
      file: shown,
    });
  const [head, ...below] = rows;
  if (head === undefined) throw new InputError(`Filen ${shown} är tom; första raden ska ha rubriker.`);
  for (const { cells, position } of below) refuseMore(cells, head.cells, position);
  return { file: shown, text, heads: head.cells, rows: below };
}

/** A cell that no head is above would be read by nobody. */
function refuseMore(cells: readonly string[], heads: readonly string[], position: InputPosition): void {
  if (cells.slice(heads.length).every((cell) => cell === '')) return;
  throw new InputError(
    `Raden har ${cells.length} celler, men rubrikerna är ${heads.length}; sätt citattecken runt den cell som har skiljetecken i sig.`,
    position,
  );
}

/** What separates the cells of a table: what tells the most heads apart, since texts below may be full of commas. */
function delimiterOf(text: string): string {
  const headsBy = (delimiter: string): number =>
    Papa.parse<string[]>(text, { delimiter, preview: 1 }).data[0]?.length ?? 0;
  return [';', '\t', ','].toSorted((a, b) => headsBy(b) - headsBy(a))[0] ?? ';';
}

/**
 * The rows of a table as the schema says that each is. A column is found by any of its heads, capitals or not; other columns
 * are refused, so that nobody believes that they were read.
 * @throws InputError for all that is wrong, each with its line
 */
export function readCsv<T>(
  file: string,
  columns: Readonly<Record<string, CsvColumn>>,
  schema: SchemaObject,
): { readonly rows: readonly CsvRow<T>[]; readonly text: string } {
  const { heads, rows, text, file: shown } = readTable(file);
  const keys = heads.map((head) => keyOf(head, columns, shown));
  const mistakes: InputError[] = [];
  const read = rows.flatMap(({ cells, position }): CsvRow<T>[] => {
    const entries = cells.flatMap((cell, index) => {
      const key = keys[index];
      if (key === undefined || cell === '') return [];
      return [[key, columns[key]?.read?.(cell) ?? cell]];
    });
    try {
      const row = checkSchema<T>(parseYaml('', JSON.stringify(Object.fromEntries(entries))), schema);
      return [{ row, position }];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const sentences = error.message.replaceAll(/^:\d+:\d+: /gm, '').split('\n');
      mistakes.push(...sentences.map((sentence) => new InputError(sentence, position)));
      return [];
    }
  });
  const mistake = inputErrorOf(mistakes.slice(0, MOST));
  if (mistake !== undefined) throw mistake;
  return { rows: read, text };
}

/** A list that is wrong all through needs to be told so only so often. */
const MOST = 10;

function keyOf(head: string, columns: Readonly<Record<string, CsvColumn>>, file: string): string | undefined {
  if (head === '') return undefined;
  const found = Object.entries(columns).find(([, { heads }]) => heads.includes(head.toLowerCase()));
  if (found !== undefined) return found[0];
  const known = Object.values(columns).flatMap(({ heads }) => heads);
  const first = Object.values(columns).flatMap(({ heads }) => heads[0] ?? []);
  throw new InputError(
    `Kolumnen "${head}" finns inte${didYouMean(head, known) || '.'} Kolumnerna heter ${first.join(', ')}.`,
    { file, line: 1 },
  );
}

/** An apostrophe keeps a spreadsheet from reading a text as a formula. */
const plain = (cell: string): string => cell.trim().replace(/^'(?=[=+\-@])/, '');

const newLinesIn = (cell: string): number => cell.split('\n').length - 1;

function shownAs(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return (relative.startsWith('..') ? file : relative).replaceAll(path.sep, '/');
}

function readText(file: string, shown: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new InputError(
      `Filen ${shown} går inte att läsa (${cause instanceof Error ? cause.message : cause}).`,
    );
  }
}
