import { both, LANGUAGES, type Language } from '../../pages/bilingual.ts';
import { COLOURS } from '../../pages/charts/colours.ts';
import { type ChartOption, renderChart } from '../../pages/charts/svg.ts';
import { html, type Markup, raw } from '../../pages/markup.ts';
import type { WeeksResult } from '../measure/measure-weeks.ts';
import { shortDay, shortly } from '../swedish-time.ts';
import { CLASS_WORDS, WORDS } from './words.ts';

/** A picture is drawn for a desk and for a telephone: the one scaled to the other could not be read. */
const SIZES = { wide: { width: 900, height: 280 }, narrow: { width: 360, height: 260 } } as const;
type Size = keyof typeof SIZES;

/** Told apart without colour by how dark they are; each bar's figures stand in the table beside. */
const CLASS_COLOURS = { 1: COLOURS.red, 2: COLOURS.blue, 3: COLOURS.band } as const;

const IN_TABLE = both('Talen står i tabellen nedanför.', 'The figures are in the table below.');

function pictures(
  id: string,
  title: { readonly sv: string; readonly en: string },
  option: (language: Language, size: Size) => ChartOption,
): Markup {
  const draw = (language: Language, size: Size) =>
    html`<div class="${language} ${size}">${raw(
      renderChart(option(language, size), {
        ...{ ...SIZES[size], id: `${id}-${language}-${size}` },
        ...{ title: title[language], description: IN_TABLE[language] },
      }),
    )}</div>`;
  return html`<figure class="chart">${LANGUAGES.flatMap((language) => [draw(language, 'wide'), draw(language, 'narrow')])}</figure>`;
}

const common = (labels: readonly string[], size: Size): ChartOption => ({
  legend: { top: 0, textStyle: { color: COLOURS.ink } },
  grid: { left: 48, right: size === 'wide' ? 48 : 12, top: 56, bottom: size === 'wide' ? 30 : 66 },
  xAxis: {
    type: 'category',
    data: [...labels],
    axisLabel: { color: COLOURS.grey, hideOverlap: true, rotate: size === 'wide' ? 0 : 40 },
    axisLine: { lineStyle: { color: COLOURS.line } },
  },
  yAxis: {
    type: 'value',
    min: 0,
    minInterval: 1,
    axisLabel: { color: COLOURS.grey },
    splitLine: { lineStyle: { color: COLOURS.line } },
  },
});

const line = (name: string, data: readonly number[], colour: string, dashed = false) => ({
  ...{ type: 'line' as const, name, data: [...data], silent: true },
  ...{ symbol: dashed ? 'rect' : 'circle', symbolSize: 6, itemStyle: { color: colour } },
  lineStyle: { width: 2.5, color: colour, type: dashed ? ('dashed' as const) : ('solid' as const) },
});

/** Four hours at a time: what came in, by class, and what was closed. */
export const trendChart = ({ trend }: WeeksResult): Markup =>
  pictures('trend-chart', WORDS.trend, (language, size) => ({
    ...common(
      trend.map(({ from }) => shortly(from, language)),
      size,
    ),
    series: [
      ...([1, 2, 3] as const).map((each) => ({
        ...{ type: 'bar' as const, stack: 'reported', name: CLASS_WORDS[each][language], silent: true },
        data: trend.map(({ reported }) => reported[each]),
        itemStyle: { color: CLASS_COLOURS[each] },
      })),
      line(
        WORDS.closed[language],
        trend.map(({ closed }) => closed),
        COLOURS.green,
        true,
      ),
    ],
  }));

/** Day by day: reported, closed, and how many are open when it ends. */
export const flowChart = ({ flow }: WeeksResult): Markup =>
  pictures('flow-chart', WORDS.flow, (language, size) => ({
    ...common(
      flow.map(({ day }) => shortDay(day, language)),
      size,
    ),
    series: [
      {
        ...{ type: 'bar' as const, name: WORDS.reported[language], silent: true },
        data: flow.map(({ reported }) => reported),
        itemStyle: { color: COLOURS.blue },
      },
      {
        ...{ type: 'bar' as const, name: WORDS.closed[language], silent: true },
        data: flow.map(({ closed }) => closed),
        itemStyle: { color: COLOURS.band },
      },
      line(
        WORDS.openAtEnd[language],
        flow.map(({ openAtEnd }) => openAtEnd),
        COLOURS.red,
      ),
    ],
  }));
