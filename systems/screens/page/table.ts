import type { Locator } from 'playwright';
import type { YamlPath } from '../../../input/yaml-source.ts';
import { SystemError } from '../../care-system.ts';
import type { Cells } from '../screens.ts';
import { type InPage, lineOf, textFor, titleOf } from './in-page.ts';

/** One row of a table, by the headings of its columns. */
export type Row = Readonly<Record<string, string>>;

/** A table as it is shown now. */
export interface Table {
  readonly rows: readonly Row[];
  /** How many rows have not as many cells as there are headings, and are no rows of what the table is about. */
  readonly odd: number;
  /** The row of this place. */
  row(at: number): Locator;
}

/** As much of an element as is read of it, in the page. */
interface Element {
  readonly tagName: string;
  readonly innerText: string;
  /** As it was written, whatever letters the page's style makes of it. */
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<Element>;
  closest(selector: string): Element | null;
}

interface ReadRow {
  readonly cells: readonly string[];
  readonly headings: boolean;
}

/** The cells of a table's rows, and whether they are headings; runs in the page and knows nothing but what is in it. */
function cellsOf(rows: readonly Element[]): ReadRow[] {
  const said = (cell: Element): string => {
    const words = cell.innerText.trim();
    if (words !== '') return words;
    const signs = [...cell.querySelectorAll('img[alt], [aria-label]')];
    return signs.map((sign) => sign.getAttribute('alt') ?? sign.getAttribute('aria-label') ?? '').join(' ');
  };
  const heads = (cell: Element): boolean =>
    cell.getAttribute('role') === 'columnheader' ||
    (cell.tagName === 'TH' && (cell.closest('thead') !== null || cell.getAttribute('scope') === 'col'));
  const kinds = 'td, th, [role="cell"], [role="gridcell"], [role="rowheader"], [role="columnheader"]';
  return rows.map((row) => {
    const own = [...row.querySelectorAll(kinds)].filter((cell) => cell.closest('tr, [role="row"]') === row);
    const headings = own.length > 0 && own.every(heads);
    const words = (cell: Element): string =>
      headings ? (cell.textContent ?? '').replaceAll(/\s+/g, ' ') : said(cell);
    return { cells: own.map((cell) => words(cell).replaceAll('\u00A0', ' ').trim()), headings };
  });
}

/**
 * The table that has these headings; undefined when there is none, and an error when there are several.
 * @param path what asks for it
 */
export async function tableWith(
  at: InPage,
  headings: readonly string[],
  path: YamlPath,
): Promise<Table | undefined> {
  const found: Table[] = [];
  for (const role of ['table', 'grid', 'treegrid'] as const) {
    for (const table of await at.page.getByRole(role).all()) {
      const rows = table.getByRole('row');
      const read: ReadRow[] = await rows.evaluateAll(cellsOf);
      const columns = read.find(({ headings: isHead }) => isHead)?.cells ?? [];
      if (headings.every((heading) => columns.includes(heading))) found.push(tableOf(read, columns, rows));
    }
  }
  if (found.length < 2) return found[0];
  throw new SystemError(
    'broken-answer',
    `${lineOf(at, path)}: Sidan ”${await titleOf(at)}” har ${found.length} tabeller med rubrikerna ${headings.join(', ')}; skriv fler rubriker, så att det bara är en.`,
  );
}

function tableOf(read: readonly ReadRow[], columns: readonly string[], rows: Locator): Table {
  const places = [...read.keys()].filter((at) => read[at]?.headings === false);
  const whole = places.filter((at) => read[at]?.cells.length === columns.length);
  return {
    rows: whole.map((at) =>
      Object.fromEntries(columns.map((heading, column) => [heading, read[at]?.cells[column] ?? ''])),
    ),
    odd: places.length - whole.length,
    row: (at) => rows.nth(whole[at] ?? -1),
  };
}

/** Cells as they should read, in this step. */
export const cellsFor = (at: InPage, cells: Cells, path: YamlPath): Row =>
  Object.fromEntries(
    Object.entries(cells).map(([heading, cell]) => [heading, textFor(at, cell, [...path, heading]).trim()]),
  );

/** Whether a row says this, to the letter; of a number with decimals the zeros at its end are none of it. */
export const saysSo = (row: Row, cells: Row): boolean =>
  Object.entries(cells).every(
    ([heading, cell]) =>
      row[heading] === cell || (row[heading] !== undefined && plain(row[heading]) === plain(cell)),
  );

/** '37.0' is 37 and '4,10' is 4,1; '1.10.2' and '007' are left as they stand. */
const plain = (text: string): string =>
  /^-?(0|[1-9]\d*)[.,]\d+$/.test(text) ? text.replace(/[.,]?0+$/, '') : text;

/** The one row with these cells; undefined when there is none, or no such table, yet. */
export async function rowLike(at: InPage, cells: Cells, path: YamlPath): Promise<Locator | undefined> {
  const table = await tableWith(at, Object.keys(cells), path);
  if (table === undefined) return undefined;
  const wanted = cellsFor(at, cells, path);
  const places = [...table.rows.keys()].filter((place) => saysSo(table.rows[place] ?? {}, wanted));
  const [place] = places;
  if (places.length > 1) {
    throw new SystemError(
      'broken-answer',
      `${lineOf(at, path)}: ${places.length} rader på sidan ”${await titleOf(at)}” har ${told(wanted)}; skriv fler celler, så att det bara är en.`,
    );
  }
  return place === undefined ? undefined : table.row(place);
}

/** 'Number ”17”, Status ”open”' */
export const told = (cells: Row): string =>
  Object.entries(cells)
    .map(([heading, cell]) => `${heading} ”${cell}”`)
    .join(', ');
