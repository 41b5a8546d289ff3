import { readFileSync } from 'node:fs';
import { figure, GROUP_TEXTS } from '../measures/format.ts';
import type { Group } from '../measures/measure.ts';
import type { Band, Estimate, SimulationResult } from '../result.ts';
import { bandChart } from './band-chart.ts';
import { bi, escapeHtml, table } from './markup.ts';
import { questionsSection } from './questions.ts';
import { TEXTS } from './texts.ts';

const besides = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

const SIZE = { width: 340, height: 170 } as const;

/**
 * What a simulation says as one file that needs nothing else: Swedish with an English switch, what-if answers first. The
 * same result gives the same bytes.
 */
export function simulationPage(result: SimulationResult): string {
  const { title, startsAt, replications, seed, estimates, bands, questions } = result;
  const groups = (Object.keys(GROUP_TEXTS) as Group[]).map((group) =>
    groupSection(
      group,
      estimates.filter((estimate) => estimate.group === group),
      bands.filter((band) => band.group === group),
      Number(startsAt.slice(0, 2)),
    ),
  );
  return `<!doctype html>
<html lang="sv" data-language="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${escapeHtml(`${TEXTS.title.sv} – ${title}`)}</title>
<style>
${besides('./page.css')}</style>
</head>
<body>
<header><div><p class="kicker">Genrep · ${bi(TEXTS.title)}</p>
<h1>${escapeHtml(title)}</h1>
<p class="muted">${bi(TEXTS.from)} ${startsAt} · ${replications} ${bi(TEXTS.replications)} · ${bi(TEXTS.seed)} ${seed}</p></div>
<button type="button" id="language">${bi(TEXTS.switchTo)}</button></header>
<main>
<p class="lead">${bi(TEXTS.lead)}</p>
${questionsSection(questions)}
${groups.join('\n')}
</main>
<script>
${besides('./page.js')}</script>
</body>
</html>
`;
}

function groupSection(
  group: Group,
  estimates: readonly Estimate[],
  bands: readonly Band[],
  firstHour: number,
): string {
  const pictures = bands.map((band, index) => picture(band, `${group}-${index}`, firstHour)).join('\n');
  return `<section id="${group}" aria-labelledby="${group}-h">
<h2 id="${group}-h">${bi(GROUP_TEXTS[group])}</h2>
${bands.length === 0 ? '' : `<div class="charts">${pictures}</div>`}
${table(
  GROUP_TEXTS[group],
  estimates.map((estimate) => rowOf(estimate)),
)}
</section>`;
}

const picture = (band: Band, id: string, firstHour: number): string =>
  `<figure><figcaption id="${id}">${bi(band)}</figcaption>${bandChart(band, { ...SIZE, firstHour, labelledBy: id })}</figure>`;

const rowOf = (estimate: Estimate) => [
  { head: TEXTS.measure, html: bi(estimate) },
  { head: TEXTS.mean, html: value(estimate.mean, estimate), numeric: true },
  { head: TEXTS.interval, html: value(estimate.halfWidth, estimate), numeric: true },
];

const value = (number: number, { unit }: Estimate): string =>
  bi({ sv: figure(number, unit, 'sv'), en: figure(number, unit, 'en') });
