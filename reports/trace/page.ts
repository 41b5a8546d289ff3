import { both, percent, same } from '../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../pages/markup.ts';
import { page, section } from '../../pages/page.ts';
import { table } from '../../pages/table.ts';
import { badge } from '../../pages/verdict.ts';
import type { TraceResult, TraceRow, TraceStanding } from './trace.ts';
import { TRACE_KINDS, TRACE_STANDINGS, TRACE_VERDICTS } from './words.ts';

const T = {
  summary: both('Täckning', 'Coverage'),
  standing: both('Läge', 'Standing'),
  count: both('Antal', 'Count'),
  share: both('Andel', 'Share'),
  open: both('Det som inget flöde visar', 'What no flow shows'),
  openLead: both(
    'Skriv ett flöde, eller säg i spårfilen vad som visar raden eller varför inget kan.',
    'Write a flow, or say in the file of traces what shows the row or why nothing can.',
  ),
  all: both('Hela listan', 'The whole list'),
  id: both('Id', 'Id'),
  text: both('Text', 'Text'),
  priority: both('Prioritet', 'Priority'),
  requirements: both('Krav här', 'Requirements here'),
  flows: both('Flöden', 'Flows'),
  beyond: both('Krav här som listan inte frågar efter', 'Requirements here that the list does not ask for'),
};

/** A list of somebody else's with what shows each of its rows, those that nothing shows first. */
export const tracePage = (result: TraceResult): string =>
  page({
    tab: `${TRACE_KINDS[result.kind].sv} – ${result.title}`,
    kind: TRACE_KINDS[result.kind],
    heading: same(result.title),
    facts: [both(`${result.rows.length} rader`, `${result.rows.length} rows`), same(result.source)],
    body: html`${summary(result)}${open(result)}${all(result)}${beyond(result)}`,
  });

const ORDER: readonly TraceStanding[] = ['shown', 'no-flow', 'untraced', 'not-here'];

const summary = ({ counts, rows }: TraceResult): Markup =>
  section(
    'tackning',
    T.summary,
    table(
      T.summary,
      [{ head: T.standing }, { head: T.count, numeric: true }, { head: T.share, numeric: true }],
      ORDER.map((standing) => [
        badge(TRACE_VERDICTS[standing], TRACE_STANDINGS[standing]),
        html`${counts[standing]}`,
        rows.length === 0 ? html`–` : bi(percent(counts[standing] / rows.length)),
      ]),
    ),
  );

function open({ rows }: TraceResult): Markup {
  const own = rows.filter(({ standing }) => standing === 'no-flow' || standing === 'untraced');
  return own.length === 0 ? html`` : section('oppet', T.open, rowsTable(T.open, own), T.openLead);
}

const all = ({ rows }: TraceResult): Markup => section('alla', T.all, rowsTable(T.all, rows));

const rowsTable = (caption: typeof T.all, rows: readonly TraceRow[]): Markup =>
  table(
    caption,
    [
      { head: T.id },
      { head: T.text },
      { head: T.priority },
      { head: T.requirements },
      { head: T.flows },
      { head: T.standing },
    ],
    rows.map(({ item, standing, requirements, flows, notHere }) => [
      html`<strong class="id">${item.id}</strong>`,
      html`<span lang="sv">${item.text}</span>`,
      html`${item.priority ?? '–'}`,
      html`${requirements.join(', ') || '–'}`,
      html`${flows.length === 0 ? '–' : flows.map((flow) => html`<div><code class="source">${flow}</code></div>`)}`,
      html`${badge(TRACE_VERDICTS[standing], TRACE_STANDINGS[standing])}${notHere === undefined ? '' : html` <span class="muted" lang="sv">${notHere}</span>`}`,
    ]),
  );

const beyond = ({ beyond: ids }: TraceResult): Markup =>
  ids.length === 0 ? html`` : section('utover', T.beyond, html`<p>${ids.join(', ')}</p>`);
