import { COLOURS } from '../../pages/charts/colours.ts';
import { type ChartOption, type ChartWords, renderChart } from '../../pages/charts/svg.ts';

export interface TrendLine {
  readonly name: string;
  readonly values: readonly number[];
  /** A second line is told from the first by its dashes and its squares too. */
  readonly dashed?: boolean;
}

export type TrendLinesOptions = ChartWords & { readonly id: string; readonly labels: readonly string[] };

const SIZE = { width: 900, height: 260 } as const;

/** Counts run by run, the oldest to the left. */
export function trendLines(lines: readonly TrendLine[], { labels, ...words }: TrendLinesOptions): string {
  const option: ChartOption = {
    legend: { top: 0, textStyle: { color: COLOURS.ink } },
    grid: { left: 40, right: 20, top: 34, bottom: 30 },
    xAxis: {
      type: 'category',
      data: [...labels],
      axisLabel: { color: COLOURS.grey },
      axisLine: { lineStyle: { color: COLOURS.line } },
    },
    yAxis: {
      type: 'value',
      min: 0,
      minInterval: 1,
      axisLabel: { color: COLOURS.grey },
      splitLine: { lineStyle: { color: COLOURS.line } },
    },
    series: lines.map(({ name, values, dashed = false }) => ({
      type: 'line' as const,
      name,
      data: [...values],
      silent: true,
      symbol: dashed ? 'rect' : 'circle',
      symbolSize: 8,
      itemStyle: { color: dashed ? COLOURS.red : COLOURS.blue },
      lineStyle: { width: 2.5, type: dashed ? ('dashed' as const) : ('solid' as const) },
    })),
  };
  return renderChart(option, { ...SIZE, ...words });
}
