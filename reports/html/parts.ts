import { VERDICTS, type Verdict } from '../../domain/verdict.ts';
import type { VerdictCounts } from '../flows.ts';
import { type Bilingual, sentence, VERDICT_TEXTS } from '../text.ts';
import { bi, html, type Markup } from './markup.ts';

/** A verdict as symbol, word and colour. */
export const badge = (verdict: Verdict): Markup =>
  html`<span class="badge ${verdict}"><span aria-hidden="true">${VERDICT_TEXTS[verdict].symbol}</span> ${bi(sentence(VERDICT_TEXTS[verdict]))}</span>`;

/** A part of the page with its heading. */
export const section = (id: string, title: Bilingual, body: Markup, lead?: Bilingual): Markup =>
  html`<section id="${id}" aria-labelledby="${id}-h">
<h2 id="${id}-h">${bi(title)}</h2>
${lead === undefined ? '' : html`<p class="lead">${bi(lead)}</p>`}
${body}
</section>`;

export interface Column {
  readonly head: Bilingual;
  readonly numeric?: boolean;
}

/** A table that becomes a list of cards on a narrow screen; roles keep it a table for those who hear it. */
export function table(
  caption: Bilingual,
  columns: readonly Column[],
  rows: readonly (readonly Markup[])[],
): Markup {
  const cell = (content: Markup, { head, numeric }: Column) =>
    html`<td role="cell" data-sv="${head.sv}" data-en="${head.en}"${numeric === true ? html` class="number"` : ''}>${content}</td>`;
  const headings = columns.map(
    ({ head, numeric }) =>
      html`<th role="columnheader" scope="col"${numeric === true ? html` class="number"` : ''}>${bi(head)}</th>`,
  );
  return html`<table role="table"><caption class="hidden">${bi(caption)}</caption>
<thead role="rowgroup"><tr role="row">${headings}</tr></thead>
<tbody role="rowgroup">
${rows.map((row) => html`<tr role="row">${columns.map((column, index) => cell(row[index] ?? html``, column))}</tr>\n`)}</tbody></table>`;
}

/** Counts by verdict as one bar, best to the left, with the same counts in words. */
export function verdictBar(counts: VerdictCounts): Markup {
  const present = VERDICTS.toReversed().filter((verdict) => counts[verdict] > 0);
  const segments = present.map(
    (verdict) => html`<i class="${verdict}" style="flex-grow:${counts[verdict]}"></i>`,
  );
  const words = present.map(
    (verdict) =>
      html`<span class="count ${verdict}"><span aria-hidden="true">${VERDICT_TEXTS[verdict].symbol}</span> ${counts[verdict]} ${bi(VERDICT_TEXTS[verdict].plural)}</span>`,
  );
  return html`<span class="bar" aria-hidden="true">${segments}</span><span class="counts">${words}</span>`;
}
