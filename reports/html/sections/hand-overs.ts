import { type Bilingual, both, duration, LANGUAGES, type Language } from '../../../pages/bilingual.ts';
import { bi, html, type Markup, raw } from '../../../pages/markup.ts';
import type { Part } from '../../../pages/part.ts';
import { table } from '../../../pages/table.ts';
import { handOverGraph } from '../../charts/hand-over-graph.ts';
import { latencyRanges } from '../../charts/latency-ranges.ts';
import { latencyText, missedText, p95Text } from '../../gates/hand-over-p95.ts';
import type { HandOverResult } from '../../hand-overs.ts';
import type { Readiness } from '../../readiness.ts';
import { TEXTS } from '../texts.ts';

const WIDTHS = { wide: 900, narrow: 350 } as const;

/** How long each hand-over took, as a picture and as a table. */
export function handOversSection({ handOvers }: Readiness): Part {
  const real = handOvers.filter(({ clock }) => clock === 'system');
  const body =
    handOvers.length === 0
      ? html`<p>${bi(TEXTS.nothingMeasured)}</p>`
      : html`${graphs(real)}${pictures(real)}${figures(handOvers)}`;
  const [slowest] = real;
  return {
    id: 'hand-overs',
    title: TEXTS.handOvers,
    lead: TEXTS.handOversLead,
    isOpen: real.some(isBroken),
    body,
    ...(slowest === undefined ? {} : { told: toldOf(p95Text(slowest)) }),
  };
}

const toldOf = ({ sv, en }: Bilingual): Bilingual =>
  both(`den långsammaste: ${sv} (p95)`, `the slowest: ${en} (p95)`);

/** Who hands over to whom, each arrow told by the worst of its hand-overs; too wide for a telephone, which has the rest. */
function graphs(edges: readonly HandOverResult[]): Markup {
  if (edges.length === 0) return html``;
  const pairs = [...Map.groupBy(edges, ({ from, to }) => `${from.sv} → ${to.sv}`).values()];
  const drawn = (language: Language) =>
    handOverGraph(
      pairs.flatMap(([worst, ...rest]) => (worst === undefined ? [] : [arrow(worst, rest, language)])),
      {
        id: `hand-over-graph-${language}`,
        title: TEXTS.graph[language],
        description: both(
          `${pairs.length} par lämnar över till varandra. Streckade röda pilar bryter sin gräns. Talen är p95 och står i tabellen nedanför.`,
          `${pairs.length} pairs hand over. Dashed red arrows break their limit. The figures are p95 and are in the table below.`,
        )[language],
      },
    );
  return html`<figure class="chart wide">${LANGUAGES.map((language) => html`<div class="${language}">${raw(drawn(language))}</div>`)}</figure>`;
}

const arrow = (worst: HandOverResult, rest: readonly HandOverResult[], language: Language) => ({
  from: worst.from[language],
  to: worst.to[language],
  label: p95Text(worst)[language],
  broken: [worst, ...rest].some(isBroken),
});

const isBroken = ({ n, untold, p95, limit }: HandOverResult): boolean =>
  p95 === null ? n > untold : limit !== undefined && p95 > limit;

/** One picture a language and a width; the page shows the one that fits. */
function pictures(edges: readonly HandOverResult[]): Markup {
  if (edges.length === 0) return html``;
  const all = LANGUAGES.flatMap((language) =>
    (['wide', 'narrow'] as const).map(
      (width) => html`<div class="${language} ${width}">${raw(picture(edges, language, width))}</div>\n`,
    ),
  );
  return html`<figure class="chart">${all}</figure>`;
}

function picture(edges: readonly HandOverResult[], language: Language, width: keyof typeof WIDTHS): string {
  const slowest = edges[0];
  const summary = both(
    `${edges.length} överlämningar. Långsammast är ${slowest?.from.sv} till ${slowest?.to.sv}. Talen står i tabellen nedanför.`,
    `${edges.length} hand-overs. The slowest is ${slowest?.from.en} to ${slowest?.to.en}. The figures are in the table below.`,
  );
  const ranges = edges.map((edge) => ({
    from: edge.from[language],
    to: edge.to[language],
    detail: `”${edge.example}”`,
    ...{ p50: edge.p50, p95: edge.p95, max: edge.max },
    ...(edge.limit === undefined ? {} : { limit: edge.limit }),
    ...(edge.neverSeen + edge.untold === 0 ? {} : { missing: missedText(edge)[language] }),
  }));
  return latencyRanges(ranges, {
    id: `hand-overs-${language}-${width}`,
    width: WIDTHS[width],
    title: TEXTS.handOverPicture[language],
    description: summary[language],
    formatDuration: (milliseconds) => duration(milliseconds)[language],
  });
}

const figures = (edges: readonly HandOverResult[]): Markup =>
  table(
    TEXTS.handOvers,
    [
      { head: TEXTS.from },
      { head: TEXTS.to },
      { head: TEXTS.what },
      { head: TEXTS.times, numeric: true },
      { head: TEXTS.median, numeric: true },
      { head: both('p95', 'p95'), numeric: true },
      { head: TEXTS.slowest, numeric: true },
      { head: TEXTS.limit, numeric: true },
      { head: TEXTS.neverSeen, numeric: true },
      { head: TEXTS.untold, numeric: true },
    ],
    edges.map((edge) => {
      const { from, to, example, clock, n, p50, p95, max, limit, neverSeen, untold } = edge;
      return [
        bi(from),
        bi(to),
        html`<span lang="sv">${example}</span>${clock === 'day' ? html` <span class="muted">(${bi(TEXTS.dayClock)})</span>` : ''}`,
        html`${n}`,
        bi(latencyText(p50, edge)),
        bi(latencyText(p95, edge)),
        bi(latencyText(max, edge)),
        limit === undefined ? html`–` : bi(duration(limit)),
        html`${neverSeen}`,
        html`${untold}`,
      ];
    }),
  );
