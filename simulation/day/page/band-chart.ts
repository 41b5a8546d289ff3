import { COLOURS } from '../../../pages/charts/colours.ts';
import { type ChartOption, renderChart } from '../../../pages/charts/svg.ts';
import type { Band } from '../result.ts';

export interface BandChartOptions {
  readonly width: number;
  readonly height: number;
  /** The clock's hour at the first value. */
  readonly firstHour: number;
  /** Id of what the picture is called and described by. */
  readonly labelledBy: string;
}

/** The mean as a line in the band in which nine replications of ten lie, as SVG; the same band gives the same bytes. */
export function bandChart(
  { hours }: Band,
  { width, height, firstHour, labelledBy }: BandChartOptions,
): string {
  const clock = hours.map((_, hour) => `${(firstHour + hour) % 24}`.padStart(2, '0'));
  const line = { type: 'line' as const, showSymbol: false, silent: true, step: false as const };
  const option: ChartOption = {
    grid: { left: 34, right: 10, top: 8, bottom: 22, outerBoundsMode: 'none' },
    xAxis: {
      type: 'category',
      data: clock,
      boundaryGap: false,
      axisLabel: { interval: 2, color: COLOURS.grey, fontSize: 12 },
      axisLine: { lineStyle: { color: COLOURS.line } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      min: 0,
      splitNumber: 3,
      axisLabel: { color: COLOURS.grey, fontSize: 12 },
      splitLine: { lineStyle: { color: COLOURS.line } },
    },
    series: [
      { ...line, data: hours.map(({ low }) => low), stack: 'band', lineStyle: { opacity: 0 } },
      {
        ...line,
        data: hours.map(({ low, high }) => high - low),
        stack: 'band',
        lineStyle: { opacity: 0 },
        areaStyle: { color: COLOURS.band },
      },
      { ...line, data: hours.map(({ mean }) => mean), lineStyle: { color: COLOURS.blue, width: 2.5 } },
    ],
  };
  return renderChart(option, { width, height, id: labelledBy, labelledBy });
}
