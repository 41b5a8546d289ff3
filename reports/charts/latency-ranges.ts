import type { CustomSeriesRenderItem, CustomSeriesRenderItemReturn } from 'echarts';
import { COLOURS, FONT } from '../../pages/charts/colours.ts';
import { type ChartWords, renderChart } from '../../pages/charts/svg.ts';

/** Latencies over one edge, in milliseconds; null for what was never seen. */
export interface LatencyRange {
  readonly from: string;
  readonly to: string;
  /** What was waited for, smaller. */
  readonly detail: string;
  readonly p50: number | null;
  readonly p95: number | null;
  readonly max: number | null;
  readonly limit?: number;
  /** Told at the right end when part of it was never seen. */
  readonly missing?: string;
}

export type LatencyRangesOptions = ChartWords & {
  readonly id: string;
  readonly width: number;
  readonly formatDuration: (milliseconds: number) => string;
};

const AXIS = 34;
const LINE = 17;
/** On less than this, from and to stand on a line each. */
const WIDE = 600;
const rowHeight = (width: number): number => (width > WIDE ? 2 : 3) * LINE + 26;

/**
 * One row an edge on a logarithmic axis of time: a line from the median to the slowest, a dot at the median, a diamond at
 * the 95th percentile, an upright bar at the limit. An edge that breaks its limit is red and has a filled diamond.
 */
export function latencyRanges(
  ranges: readonly LatencyRange[],
  { formatDuration, ...description }: LatencyRangesOptions,
): string {
  const height = ranges.length * rowHeight(description.width) + AXIS;
  const values = ranges
    .flatMap(({ p50, p95, max, limit }) => [p50, p95, max, limit ?? null])
    .filter((v) => v !== null);
  const [least, most] = decades(values);
  return renderChart(
    {
      grid: { left: 24, right: 26, top: 6, bottom: AXIS - 6, outerBoundsMode: 'none' },
      xAxis: {
        type: 'log',
        min: least,
        max: most,
        axisLabel: { formatter: formatDuration, color: COLOURS.grey, fontSize: 12 },
        splitLine: { lineStyle: { color: COLOURS.line } },
      },
      yAxis: { type: 'category', inverse: true, show: false, data: ranges.map((_, row) => `${row}`) },
      series: [
        {
          type: 'custom',
          silent: true,
          data: ranges.map((_, row) => [least, row]),
          renderItem: rowOf(ranges, most, description.width),
        },
      ],
    },
    { ...description, height },
  );
}

/** The powers of ten around some values, in milliseconds. */
function decades(values: readonly number[]): [number, number] {
  const seen = values.map((value) => Math.max(1, value));
  const [low, high] = [Math.min(...seen, 1_000), Math.max(...seen, 1_000)];
  return [10 ** Math.floor(Math.log10(low)), 10 ** Math.ceil(Math.log10(high))];
}

const rowOf =
  (ranges: readonly LatencyRange[], most: number, width: number): CustomSeriesRenderItem =>
  ({ dataIndex }, api): CustomSeriesRenderItemReturn => {
    const range = ranges[dataIndex];
    if (range === undefined) return null;
    const at = (value: number | null) => api.coord([Math.max(1, value ?? most), dataIndex])[0] ?? 0;
    const top = (api.coord([most, dataIndex])[1] ?? 0) - rowHeight(width) / 2;
    const middle = top + rowHeight(width) - 15;
    const { p50, p95, max, limit } = range;
    const broken = p95 === null || (limit !== undefined && p95 > limit);
    const colour = broken ? COLOURS.red : COLOURS.blue;
    const [left, right] = [at(p50), at(max)];
    return {
      type: 'group',
      children: [
        ...captions(range, top + 2, width, broken ? COLOURS.red : COLOURS.ink),
        stroke(left, middle, right, middle, colour, 5),
        ...(limit === undefined
          ? []
          : [stroke(at(limit), middle - 7, at(limit), middle + 7, COLOURS.ink, 2)]),
        ...(p50 === null
          ? []
          : [{ type: 'circle' as const, shape: { cx: left, cy: middle, r: 5 }, style: { fill: colour } }]),
        diamond(at(p95), middle, colour, broken),
        ...(max === null ? [arrow(right, middle, colour)] : []),
      ],
    };
  };

function captions({ from, to, detail, missing }: LatencyRange, top: number, width: number, colour: string) {
  const wide = width > WIDE;
  const told = wide && missing !== undefined ? ` · ${missing}` : '';
  const labels = wide ? [`${from} → ${to}${told}`] : [from, `→ ${to}`];
  return [...labels, wide ? detail : (missing ?? detail)].map((line, index) => ({
    type: 'text' as const,
    style: {
      text: shorten(line, width),
      x: 2,
      y: top + index * LINE,
      fill: index < labels.length ? colour : COLOURS.grey,
      fontSize: index < labels.length ? 13 : 12,
      fontFamily: FONT,
    },
  }));
}

/** Cut to what fits when a character is at most 7 wide; there is no browser here to measure with. */
const shorten = (line: string, width: number): string => {
  const most = Math.floor(width / 7);
  return line.length <= most ? line : `${line.slice(0, most - 1)}…`;
};

const stroke = (x1: number, y1: number, x2: number, y2: number, colour: string, width: number) => ({
  type: 'line' as const,
  shape: { x1, y1, x2, y2 },
  style: { stroke: colour, lineWidth: width, lineCap: 'round' as const },
});

const diamond = (x: number, y: number, colour: string, filled: boolean) => ({
  type: 'polygon' as const,
  shape: {
    points: [
      [x - 7, y],
      [x, y - 7],
      [x + 7, y],
      [x, y + 7],
    ],
  },
  style: { fill: filled ? colour : '#ffffff', stroke: colour, lineWidth: 2 },
});

const arrow = (x: number, y: number, colour: string) => ({
  type: 'polygon' as const,
  shape: {
    points: [
      [x + 8, y - 7],
      [x + 20, y],
      [x + 8, y + 7],
    ],
  },
  style: { fill: colour },
});
