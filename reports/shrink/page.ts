import { actorPhrase } from '../../domain/role.ts';
import type { ShrinkResult, ShrunkCause } from '../../domain/shrink.ts';
import { same as alike, both } from '../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../pages/markup.ts';
import { page, section } from '../../pages/page.ts';
import { causeTitle, conclusionOf, flowsSentence } from './words.ts';

/** What a shrinking came to, as a page of its own. */
export const shrinkPage = (result: ShrinkResult): string =>
  page({
    tab: 'Minsta orsak',
    kind: both('Krympning', 'Shrinking'),
    heading: both('Minsta orsak', 'Smallest cause'),
    facts: [
      alike(result.title),
      alike(`Genrep ${result.genrep}`),
      both(`frö ${result.seed}`, `seed ${result.seed}`),
      ...(result.planted.length === 0
        ? []
        : [both(`planterat: ${result.planted.join(', ')}`, `planted: ${result.planted.join(', ')}`)]),
    ],
    body: html`<p class="lead">${bi(conclusionOf(result))}</p>${result.causes.map(causeSection)}`,
  });

const causeSection = (cause: ShrunkCause, index: number): Markup =>
  section(
    `orsak-${index + 1}`,
    causeTitle(cause),
    html`<p>${bi(flowsSentence(cause))}</p>${smallestOf(cause)}${sameAs(cause)}`,
  );

function smallestOf({ smallest }: ShrunkCause): Markup {
  if (smallest === undefined) return html``;
  const { flows, example, run } = smallest;
  return html`${flows.map(
    ({ instance, name, steps }) => html`<h3>${name} <span class="muted">${instance}</span></h3>
<ol>${steps.map(({ text, actor, drawn }) => html`<li>${text}${drawn === undefined ? '' : html` <b>${drawn}</b>`}${actor === undefined ? '' : html` <span class="muted">(${actorPhrase(actor)})</span>`}</li>`)}</ol>`,
  )}
<dl>${said(both('Mellan', 'Between'), example?.edge && `${example.edge.from} → ${example.edge.to}`)}${said(both('Sänt', 'Sent'), example?.sent)}${said(both('Tittade', 'Looked'), example?.looked)}${said(both('Väntat', 'Expected'), example?.expected)}${said(both('Sett', 'Seen'), example?.observed)}</dl>
<p><a href="${run}/report/readiness.html">${bi(both('Den minsta körningen', 'The smallest run'))}</a>${(example?.files ?? []).map((file) => html` · <a href="${run}/${file}">${file}</a>`)}</p>`;
}

const said = (head: ReturnType<typeof both>, words: string | undefined): Markup =>
  words === undefined ? html`` : html`<dt>${bi(head)}</dt><dd>${words}</dd>`;

const sameAs = ({ same }: ShrunkCause): Markup =>
  same.length === 0
    ? html``
    : html`<p><b>${bi(both('Samma fynd', 'The same finding'))}:</b> ${same.join('; ')}</p>`;
