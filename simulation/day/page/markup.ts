import type { Bilingual } from '../measures/measure.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

/** A text in both languages, of which the page shows one. */
export const bi = ({ sv, en }: Bilingual): string =>
  sv === en
    ? escapeHtml(sv)
    : `<span class="sv" lang="sv">${escapeHtml(sv)}</span><span class="en" lang="en">${escapeHtml(en)}</span>`;

export interface Cell {
  readonly head: Bilingual;
  readonly html: string;
  readonly numeric?: boolean;
  readonly mark?: string;
}

/** A table that becomes a list of cards on a narrow screen. */
export function table(caption: Bilingual, rows: readonly (readonly Cell[])[]): string {
  const heads = (rows[0] ?? []).map(
    ({ head, numeric }) => `<th scope="col"${numeric === true ? ' class="number"' : ''}>${bi(head)}</th>`,
  );
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n');
  return `<table><caption class="hidden">${bi(caption)}</caption>
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${body}
</tbody></table>`;
}

function cell({ head, html, numeric, mark }: Cell): string {
  const classes = [numeric === true ? 'number' : '', mark ?? ''].filter((each) => each !== '').join(' ');
  return `<td data-sv="${escapeHtml(head.sv)}" data-en="${escapeHtml(head.en)}"${classes === '' ? '' : ` class="${classes}"`}>${html}</td>`;
}
