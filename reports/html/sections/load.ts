import { type Bilingual, both, duration, LANGUAGES, number } from '../../../pages/bilingual.ts';
import { bi, html, type Markup, raw } from '../../../pages/markup.ts';
import type { Part } from '../../../pages/part.ts';
import { table } from '../../../pages/table.ts';
import { loadChart } from '../../load/load-chart.ts';
import type { LoadReport, Percentiles, PhaseReport } from '../../load/load-report.ts';
import type { Readiness } from '../../readiness.ts';
import { besideLoadPart } from './beside-load.ts';
import { LOAD_TEXTS as T } from './load-texts.ts';

const WIDTHS = { wide: 900, narrow: 350 } as const;

/** What the loads of the runs measured; nothing where there was none. */
export function loadSection({ loads, besideLoad, gates }: Readiness): Part | undefined {
  if (loads.length === 0) return undefined;
  const own = gates.filter(({ from }) => from.includes('load'));
  const passed = own.filter(({ verdict }) => verdict === 'pass').length;
  return {
    id: 'load',
    title: T.load,
    told: both(`${passed} av ${own.length} grindar passerade`, `${passed} of ${own.length} gates passed`),
    lead: T.lead,
    isOpen: passed < own.length,
    body: html`${loads.map(oneLoad)}${besideLoadPart(besideLoad)}`,
  };
}

function oneLoad(load: LoadReport, index: number): Markup {
  return html`<h3>${load.facts.title}</h3>
<p>${bi(summaryOf(load))}</p>
${load.reason === undefined ? '' : html`<p>${load.reason}</p>`}
${load.bottlenecks.length === 0 ? '' : html`<p><strong>${bi(T.inconclusive)}</strong> ${load.bottlenecks.map(({ text }) => html`${bi(text)} `)}</p>`}
${pictures(load, index)}
${load.phases.length > 1 ? phases(load) : ''}
${kinds(load)}
${failures(load)}
${load.facts.leftOut.length === 0 ? '' : leftOut(load)}`;
}

function summaryOf({ facts, whole, startLag, generators }: LoadReport): Bilingual {
  const [flows, requests] = [number(whole.started), number(whole.requests)];
  const times = `${facts.multiply}`;
  const lag = took(startLag.p99);
  return both(
    `${flows.sv} av ${number(facts.planned).sv} planerade flöden, ${whole.dropped} tappade, ${facts.signIns} inloggningar vid passbyten, ${requests.sv} anrop. ${times.replace('.', ',')} gånger dagens ankomster på ${duration(facts.duration).sv}, ${generators} generatorer, ankomster högst ${lag.sv} sena (p99).`,
    `${flows.en} of ${number(facts.planned).en} planned flows, ${whole.dropped} dropped, ${facts.signIns} sign-ins at shift changes, ${requests.en} requests. ${times} times the day's arrivals in ${duration(facts.duration).en}, ${generators} generators, arrivals at most ${lag.en} late (p99).`,
  );
}

/** One picture a language and a width; the page shows the one that fits. */
function pictures(load: LoadReport, index: number): Markup {
  const all = LANGUAGES.flatMap((language) =>
    (['wide', 'narrow'] as const).map((width) => {
      const picture = loadChart(load.slices, language, {
        id: `load-${index}-${language}-${width}`,
        width: WIDTHS[width],
        title: T.picture[language],
        description: T.pictureText[language],
      });
      return html`<div class="${language} ${width}">${raw(picture)}</div>\n`;
    }),
  );
  return html`<figure class="chart">${all}</figure>`;
}

function phases({ phases: all, knee }: LoadReport): Markup {
  const told =
    knee === null
      ? T.noKnee
      : both(
          `Knät: ${String(knee).replace('.', ',')} gånger dagens ankomster är det sista som höll alla gränser.`,
          `The knee: ${knee} times the day's arrivals is the last that held every limit.`,
        );
  const row = ({ factor, stretch, holds }: PhaseReport): Markup[] => [
    html`${String(factor).replace('.', ',')} ×`,
    html`${stretch.started}`,
    bi(took(stretch.response.p95)),
    bi(took(stretch.handOver.p95)),
    html`${stretch.wrong}`,
    html`${stretch.dropped}`,
    bi(holds ? T.held : T.broke),
  ];
  const heads = [T.times, T.arrivals, T.stepP95, T.handOverP95, T.wrong, T.dropped];
  return html`<p><strong>${bi(told)}</strong></p>${table(
    T.phases,
    [...heads.map((head) => ({ head, numeric: true })), { head: T.limits }],
    all.map(row),
  )}`;
}

const kinds = ({ responseByKind }: LoadReport): Markup =>
  table(
    T.kinds,
    [{ head: T.kind }, ...[T.count, T.median, T.p95, T.p99].map((head) => ({ head, numeric: true }))],
    responseByKind.map(({ name, ...figures }) => [bi(name), ...percentileCells(figures)]),
  );

const failures = ({ whole }: LoadReport): Markup => {
  const found = Object.entries(whole.failures);
  if (found.length === 0) return html`<p>${bi(T.noFailures)}</p>`;
  return table(
    T.failures,
    [{ head: T.failureKind }, { head: T.count, numeric: true }],
    found.map(([kind, count]) => [bi(T.failureKinds[kind] ?? both(kind, kind)), html`${count}`]),
    { filterFrom: Number.POSITIVE_INFINITY },
  );
};

const leftOut = ({ facts }: LoadReport): Markup =>
  html`<p>${bi(T.leftOut)}</p><ul>${facts.leftOut.map(({ flow, steps, reason }) => html`<li><code>${flow}</code> (${steps}): ${reason}</li>`)}</ul>`;

const percentileCells = ({ n, p50, p95, p99 }: Percentiles): Markup[] => [
  html`${n}`,
  ...[p50, p95, p99].map((value) => bi(took(value))),
];

const took = (value: number | null): Bilingual => (value === null ? both('–', '–') : duration(value));
