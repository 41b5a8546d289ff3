import { both, same } from '../../../pages/bilingual.ts';
import { bi, html, type Markup, raw } from '../../../pages/markup.ts';
import { page, section } from '../../../pages/page.ts';
import { table } from '../../../pages/table.ts';
import { figure, GROUP_TEXTS } from '../measures/format.ts';
import type { Group } from '../measures/measure.ts';
import type { Band, Estimate, SimulationResult } from '../result.ts';
import { bandChart } from './band-chart.ts';
import { questionsSection } from './questions.ts';
import { TEXTS } from './texts.ts';

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
  return page({
    tab: `${TEXTS.title.sv} – ${title}`,
    kind: TEXTS.title,
    heading: same(title),
    facts: [
      both(`${TEXTS.from.sv} ${startsAt}`, `${TEXTS.from.en} ${startsAt}`),
      both(`${replications} ${TEXTS.replications.sv}`, `${replications} ${TEXTS.replications.en}`),
      both(`${TEXTS.seed.sv} ${seed}`, `${TEXTS.seed.en} ${seed}`),
    ],
    styles: [new URL('./page.css', import.meta.url)],
    body: html`<p class="lead">${bi(TEXTS.lead)}</p>
${questionsSection(questions)}
${groups}`,
  });
}

function groupSection(
  group: Group,
  estimates: readonly Estimate[],
  bands: readonly Band[],
  firstHour: number,
): Markup {
  const pictures = bands.map((band, index) => picture(band, `${group}-${index}`, firstHour));
  const columns = [
    { head: TEXTS.measure },
    { head: TEXTS.mean, numeric: true },
    { head: TEXTS.interval, numeric: true },
  ];
  return section(
    group,
    GROUP_TEXTS[group],
    html`${bands.length === 0 ? '' : html`<div class="charts">${pictures}</div>`}
${table(
  GROUP_TEXTS[group],
  columns,
  estimates.map((estimate) => [
    bi(estimate),
    value(estimate.mean, estimate),
    value(estimate.halfWidth, estimate),
  ]),
)}
`,
  );
}

const picture = (band: Band, id: string, firstHour: number): Markup =>
  html`<figure class="chart"><figcaption id="${id}">${bi(band)}</figcaption>${raw(bandChart(band, { ...SIZE, firstHour, labelledBy: id }))}</figure>`;

const value = (number: number, { unit }: Estimate): Markup =>
  bi({ sv: figure(number, unit, 'sv'), en: figure(number, unit, 'en') });
