import { LineChart, type LineSeriesOption } from 'echarts/charts';
import { GridComponent, type GridComponentOption } from 'echarts/components';
import { type ComposeOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Band } from '../result.ts';

use([LineChart, GridComponent, SVGRenderer]);

type Option = ComposeOption<LineSeriesOption | GridComponentOption>;

/** The readiness page's colours: grey 4.8:1 and blue 6.4:1 against white. */
const COLOURS = { blue: '#0a5c9e', band: '#bcd6ea', grey: '#66727c', line: '#d7dde2' } as const;

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
  const option: Option = {
    animation: false,
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
  return render(option, width, height, labelledBy);
}

function render(option: Option, width: number, height: number, labelledBy: string): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(option);
    return (
      chart
        .renderToSVGString()
        // Classes are numbered through the life of the process and only serve a pointer, which a picture does not have.
        .replace(/ class="zr\d+-cls-\d+"| pointer-events="visible"| ecmeta_\w+="[^"]*"/g, '')
        .replace(/<style\s*>[\s\S]*?<\/style>\s*/g, '')
        .replace(/zr\d+-/g, `${labelledBy}-`)
        .replace(/^<svg width="\d+" height="\d+"/, `<svg role="img" aria-labelledby="${labelledBy}"`)
    );
  } finally {
    chart.dispose();
  }
}
