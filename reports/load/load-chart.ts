import type { Bilingual, Language } from '../../pages/bilingual.ts';
import { both, duration } from '../../pages/bilingual.ts';
import { COLOURS } from '../../pages/charts/colours.ts';
import { renderChart } from '../../pages/charts/svg.ts';
import type { StretchReport } from './load-report.ts';

const LABELS = {
  planned: both('planerade ankomster', 'planned arrivals'),
  started: both('ankomster', 'arrivals'),
  response: both('steg, p95', 'steps, p95'),
  median: both('steg, median', 'steps, median'),
  handOver: both('överlämning, p95', 'hand-over, p95'),
} as const satisfies Record<string, Bilingual>;

const HEIGHT = 320;
/** What is narrower has its legend in two rows. */
const NARROW = 600;

/**
 * A load over time: planned and real arrivals as bars against the right axis, how long steps and hand-overs took as
 * lines against the left one, which is logarithmic.
 */
export function loadChart(
  slices: readonly StretchReport[],
  language: Language,
  description: {
    readonly id: string;
    readonly width: number;
    readonly title: string;
    readonly description: string;
  },
): string {
  const isNarrow = description.width < NARROW;
  const over = (pick: (slice: StretchReport) => number | null) =>
    slices.map((slice) => [(slice.from + slice.to) / 2_000, pick(slice)]);
  const line = (
    label: Bilingual,
    colour: string,
    dashed: boolean,
    pick: (slice: StretchReport) => number | null,
  ) => ({
    type: 'line' as const,
    name: label[language],
    yAxisIndex: 0,
    showSymbol: false,
    connectNulls: true,
    lineStyle: { width: 2, color: colour, type: dashed ? ('dashed' as const) : ('solid' as const) },
    itemStyle: { color: colour },
    data: over(pick),
  });
  const bars = (label: Bilingual, colour: string, pick: (slice: StretchReport) => number) => ({
    type: 'bar' as const,
    name: label[language],
    yAxisIndex: 1,
    barGap: '-100%',
    itemStyle: { color: colour },
    data: over(pick),
  });
  const axis = { axisLabel: { color: COLOURS.grey, fontSize: 12 }, nameTextStyle: { color: COLOURS.grey } };
  return renderChart(
    {
      grid: { left: 60, right: 44, top: isNarrow ? 76 : 46, bottom: 34 },
      legend: { top: 0, itemGap: isNarrow ? 12 : 28, textStyle: { color: COLOURS.ink, fontSize: 12 } },
      xAxis: {
        type: 'value',
        min: 0,
        max: (slices.at(-1)?.to ?? 0) / 1_000,
        ...axis,
        axisLabel: { ...axis.axisLabel, formatter: (seconds: number) => `${seconds} s` },
        splitLine: { show: false },
      },
      yAxis: [
        {
          type: 'log',
          min: 1,
          ...axis,
          axisLabel: { ...axis.axisLabel, formatter: (value: number) => duration(value)[language] },
          splitLine: { lineStyle: { color: COLOURS.line } },
        },
        { type: 'value', minInterval: 1, ...axis, splitLine: { show: false } },
      ],
      series: [
        { ...bars(LABELS.planned, COLOURS.line, ({ planned }) => planned), barWidth: '80%' },
        { ...bars(LABELS.started, COLOURS.band, ({ started }) => started), barWidth: '40%' },
        line(LABELS.median, COLOURS.blue, true, ({ response }) => response.p50),
        line(LABELS.response, COLOURS.blue, false, ({ response }) => response.p95),
        line(LABELS.handOver, COLOURS.green, false, ({ handOver }) => handOver.p95),
      ],
    },
    { ...description, height: HEIGHT },
  );
}
