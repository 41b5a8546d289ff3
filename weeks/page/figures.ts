import { LANGUAGES, number, same } from '../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../pages/markup.ts';
import { section } from '../../pages/page.ts';
import { type Column, table } from '../../pages/table.ts';
import { CLASSES } from '../measure/by-class.ts';
import type { UnitRates, WeeksResult } from '../measure/measure-weeks.ts';
import type { Rate } from '../measure/rate.ts';
import { shortDay, shortly } from '../swedish-time.ts';
import { flowChart, trendChart } from './charts.ts';
import type { UnitNames } from './page.ts';
import { CLASS_WORDS, WORDS } from './words.ts';

const classColumns: readonly Column[] = CLASSES.map((each) => ({ head: CLASS_WORDS[each], numeric: true }));

/** A moment or a day, short, in both languages. */
const inBoth = (write: (language: 'sv' | 'en') => string): Markup => {
  const [sv = '', en = ''] = LANGUAGES.map(write);
  return bi({ sv, en });
};

export const trendSection = (result: WeeksResult): Markup =>
  section(
    'trend',
    WORDS.trend,
    html`${trendChart(result)}
<details><summary>${bi(WORDS.eachSpan)}</summary>
${table(
  WORDS.trend,
  [{ head: WORDS.span }, ...classColumns, { head: WORDS.closed, numeric: true }],
  result.trend
    .toReversed()
    .map(({ from, reported, closed }) => [
      inBoth((language) => shortly(from, language)),
      ...CLASSES.map((each) => html`${reported[each]}`),
      html`${closed}`,
    ]),
)}</details>`,
  );

export const flowSection = (result: WeeksResult): Markup =>
  section(
    'flow',
    WORDS.flow,
    html`${flowChart(result)}
${table(
  WORDS.flow,
  [
    { head: WORDS.day },
    { head: WORDS.reported, numeric: true },
    { head: WORDS.closed, numeric: true },
    { head: WORDS.openAtEnd, numeric: true },
  ],
  result.flow
    .toReversed()
    .map(({ day, reported, closed, openAtEnd }) => [
      inBoth((language) => shortDay(day, language)),
      html`${reported}`,
      html`${closed}`,
      html`${openAtEnd}`,
    ]),
)}`,
  );

export const ratesSection = ({ rates }: WeeksResult, units: UnitNames): Markup =>
  section(
    'rates',
    WORDS.rates,
    table(
      WORDS.rates,
      [
        { head: WORDS.unit },
        { head: WORDS.all, numeric: true },
        ...classColumns,
        { head: WORDS.reported, numeric: true },
        { head: WORDS.openNow, numeric: true },
      ],
      rates.map((each) => ratesRow(each, units)),
    ),
    WORDS.ratesLead,
  );

const ratesRow = ({ unit, all, byClass, reported, open }: UnitRates, units: UnitNames): Markup[] => [
  unit === undefined ? html`<strong>${bi(WORDS.allUnits)}</strong>` : bi(units.get(unit) ?? same(unit)),
  rateText(all),
  ...CLASSES.map((each) => rateText(byClass[each])),
  html`${reported}`,
  html`${open}`,
];

function rateText(rate: Rate | undefined): Markup {
  if (rate === undefined) return html`–`;
  const [middle, low, high] = [rate.per1000, rate.low, rate.high].map((each) =>
    bi(number(Math.round(each * 10) / 10)),
  );
  return html`${middle} <span class="source">(${low}–${high})</span>`;
}

export const causesSection = ({ causes }: WeeksResult): Markup =>
  section(
    'causes',
    WORDS.causes,
    table(
      WORDS.causes,
      [{ head: WORDS.cause }, ...classColumns, { head: WORDS.openNow, numeric: true }],
      causes.map(({ cause, open, ...counts }) => [
        cause === null ? html`<em>${bi(WORDS.noCause)}</em>` : html`<span lang="sv">${cause}</span>`,
        ...CLASSES.map((each) => html`${counts[each]}`),
        html`${open}`,
      ]),
    ),
  );
