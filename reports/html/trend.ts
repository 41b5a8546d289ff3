import { type Bilingual, both, LANGUAGES, type Language, moment, same } from '../../pages/bilingual.ts';
import { bi, html, type Markup, raw } from '../../pages/markup.ts';
import { page, section } from '../../pages/page.ts';
import { table } from '../../pages/table.ts';
import { badge } from '../../pages/verdict.ts';
import { type TrendLine, trendLines } from '../charts/trend-lines.ts';
import { OUTCOME_TEXTS, TONES } from '../tone.ts';
import type { Trend, TrendPoint } from '../trend.ts';
import { TEXTS } from './texts.ts';

const WORDS = {
  title: both('Utveckling över körningarna', 'Trend over the runs'),
  readiness: both('Grindar och krav över tid', 'Gates and requirements over time'),
  readinessLead: both(
    'Grindar och krav som var godkända i varje körning, den äldsta till vänster.',
    'Gates and requirements that passed in each run, the oldest to the left.',
  ),
  burnDown: both('Öppna fynd', 'Open findings'),
  burnDownLead: both(
    'Ett fynd är ett steg som gått fel. Det stängs bara av en körning som prövade steget och såg att det höll.',
    'A finding is a step that went wrong. Only a run that looked at the step and saw it hold closes it.',
  ),
  opened: both('Nya', 'Opened'),
  closed: both('Stängda', 'Closed'),
  open: both('Öppna', 'Open'),
  gatesPassed: both('Godkända grindar', 'Gates passed'),
  requirementsPassed: both('Godkända krav', 'Requirements passed'),
  finding: both('Fynd', 'Finding'),
  firstSeen: both('Först sett', 'First seen'),
  lastSeen: both('Senast sett', 'Last seen'),
  state: both('Läge', 'State'),
  flaky: both('Flöden som ibland går och ibland inte', 'Flows that sometimes pass and sometimes not'),
  noFlaky: both('Inget flöde har växlat.', 'No flow has changed.'),
  noFindings: both('Inga fynd.', 'No findings.'),
  runs: both('Körningar', 'Runs'),
  passed: both('Godkända', 'Passed'),
  flips: both('Växlingar', 'Changes'),
  leftOut: both('Körningar som inte räknas', 'Runs that do not count'),
  unreadable: both('Körningar som inte går att läsa', 'Runs that cannot be read'),
} as const;

/** A row of runs as one page: readiness, open findings, flaky flows. */
export const trendPage = (trend: Trend, folder: string): string =>
  page({
    tab: `${WORDS.title.sv} – ${folder}`,
    kind: WORDS.title,
    heading: same(folder),
    facts: [both(`${trend.points.length} körningar`, `${trend.points.length} runs`)],
    body: html`${readiness(trend)}
${burnDown(trend)}
${flaky(trend)}
${leftOut(trend)}
${unreadable(trend)}`,
  });

function pictures(
  id: string,
  title: Bilingual,
  points: readonly TrendPoint[],
  lines: readonly {
    readonly name: Bilingual;
    readonly of: (point: TrendPoint) => number;
    readonly dashed?: boolean;
  }[],
): Markup {
  const draw = (language: Language) =>
    trendLines(
      lines.map(
        ({ name, of, dashed = false }): TrendLine => ({
          name: name[language],
          values: points.map(of),
          dashed,
        }),
      ),
      {
        id: `${id}-${language}`,
        title: title[language],
        description: both('Talen står i tabellen nedanför.', 'The figures are in the table below.')[language],
        labels: points.map((_, index) => `${index + 1}`),
      },
    );
  return html`<figure class="chart">${LANGUAGES.map((language) => html`<div class="${language}">${raw(draw(language))}</div>`)}</figure>`;
}

const readiness = ({ points }: Trend): Markup =>
  section(
    'readiness',
    WORDS.readiness,
    html`${pictures('readiness-chart', WORDS.readiness, points, [
      { name: WORDS.requirementsPassed, of: ({ requirements }) => requirements.passed },
      { name: WORDS.gatesPassed, of: ({ gates }) => gates.passed, dashed: true },
    ])}
${table(
  WORDS.readiness,
  [
    { head: same('#'), numeric: true },
    { head: TEXTS.run },
    { head: TEXTS.began },
    { head: TEXTS.system },
    { head: WORDS.gatesPassed, numeric: true },
    { head: WORDS.requirementsPassed, numeric: true },
    { head: TEXTS.outcome },
  ],
  points.map((point, index) => [
    html`${index + 1}`,
    html`<code>${point.run}</code> ${point.title}`,
    bi(moment(point.at)),
    html`${point.system ?? '–'}`,
    html`${point.gates.passed} / ${point.gates.all}`,
    html`${point.requirements.passed} / ${point.requirements.all}`,
    badge(TONES[point.outcome], OUTCOME_TEXTS[point.outcome]),
  ]),
)}`,
    WORDS.readinessLead,
  );

const burnDown = ({ points, findings }: Trend): Markup =>
  section(
    'burn-down',
    WORDS.burnDown,
    html`${pictures('burn-down-chart', WORDS.burnDown, points, [{ name: WORDS.open, of: ({ open }) => open }])}
${table(
  WORDS.burnDown,
  [
    { head: same('#'), numeric: true },
    { head: TEXTS.run },
    { head: WORDS.opened, numeric: true },
    { head: WORDS.closed, numeric: true },
    { head: WORDS.open, numeric: true },
  ],
  points.map(({ run, opened, closed, open }, index) => [
    html`${index + 1}`,
    html`<code>${run}</code>`,
    html`${opened}`,
    html`${closed}`,
    html`${open}`,
  ]),
)}
${
  findings.length === 0
    ? html`<p>${bi(WORDS.noFindings)}</p>`
    : table(
        WORDS.finding,
        [
          { head: WORDS.finding },
          { head: TEXTS.requirements },
          { head: WORDS.firstSeen },
          { head: WORDS.lastSeen },
          { head: WORDS.state },
        ],
        findings.map(({ flow, step, requirements, firstSeen, lastSeen, open }) => [
          html`<span lang="sv"><strong>${flow}</strong> ${step ?? ''}</span>`,
          html`${requirements.join(', ')}`,
          html`<code>${firstSeen}</code>`,
          html`<code>${lastSeen}</code>`,
          open ? badge('fail', both('öppet', 'open')) : badge('pass', both('stängt', 'closed')),
        ]),
      )
}`,
    WORDS.burnDownLead,
  );

const flaky = ({ flaky: flows }: Trend): Markup =>
  section(
    'flaky',
    WORDS.flaky,
    flows.length === 0
      ? html`<p>${bi(WORDS.noFlaky)}</p>`
      : table(
          WORDS.flaky,
          [
            { head: TEXTS.flow },
            { head: WORDS.runs, numeric: true },
            { head: WORDS.passed, numeric: true },
            { head: WORDS.flips, numeric: true },
          ],
          flows.map(({ flow, name, runs, passed, flips }) => [
            html`<span lang="sv">${name}</span> <code class="source">${flow}</code>`,
            html`${runs}`,
            html`${passed}`,
            html`${flips}`,
          ]),
        ),
  );

const leftOut = ({ leftOut: runs }: Trend): Markup =>
  runs.length === 0
    ? html``
    : section(
        'left-out',
        WORDS.leftOut,
        html`<ul>${runs.map(({ run, reason }) => html`<li><code>${run}</code> ${bi(reason)}</li>`)}</ul>`,
      );

const unreadable = ({ unreadable: folders }: Trend): Markup =>
  folders.length === 0
    ? html``
    : section(
        'unreadable',
        WORDS.unreadable,
        html`<ul>${folders.map(({ folder, reason }) => html`<li><code>${folder}</code> <span lang="sv">${reason}</span></li>`)}</ul>`,
      );
