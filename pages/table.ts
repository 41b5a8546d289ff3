import { type Bilingual, both } from './bilingual.ts';
import { bi, html, type Markup } from './markup.ts';

export interface Column {
  readonly head: Bilingual;
  readonly numeric?: boolean;
}

export interface TableOptions {
  /** A table with this many rows or more gets a field that shows only the rows with some words in them. */
  readonly filterFrom?: number;
}

/** A long table cannot be looked through by eye. */
const FILTER_FROM = 12;

/** A table that becomes a list of cards on a narrow screen; roles keep it a table for those who hear it. */
export function table(
  caption: Bilingual,
  columns: readonly Column[],
  rows: readonly (readonly Markup[])[],
  { filterFrom = FILTER_FROM }: TableOptions = {},
): Markup {
  const cell = (content: Markup, { head, numeric }: Column) =>
    html`<td role="cell" data-sv="${head.sv}" data-en="${head.en}"${numeric === true ? html` class="number"` : ''}><div>${content}</div></td>`;
  const headings = columns.map(
    ({ head, numeric }) =>
      html`<th role="columnheader" scope="col"${numeric === true ? html` class="number"` : ''}>${bi(head)}</th>`,
  );
  const made = html`<table role="table"><caption class="hidden">${bi(caption)}</caption>
<thead role="rowgroup"><tr role="row">${headings}</tr></thead>
<tbody role="rowgroup">
${rows.map((row) => html`<tr role="row">${columns.map((column, index) => cell(row[index] ?? html``, column))}</tr>\n`)}</tbody></table>`;
  return rows.length < filterFrom ? made : filtered(made, rows.length);
}

const FILTER = both('Visa bara rader med', 'Show only rows with');
const OF = both('av', 'of');
const ROWS = both('rader', 'rows');

/** What a page's script makes into a filter: the field, what it filters, and how much is shown. */
export const filtered = (content: Markup, count: number): Markup =>
  html`<div class="filtered"><p class="filter"><label>${bi(FILTER)} <input type="search" autocomplete="off"></label> <span role="status"><span class="shown">${count}</span> ${bi(OF)} ${count} ${bi(ROWS)}</span></p>
${content}</div>`;
