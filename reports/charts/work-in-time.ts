import { DateTime } from 'luxon';
import { COLOURS } from '../../pages/charts/colours.ts';
import { type ChartOption, type ChartWords, renderChart } from '../../pages/charts/svg.ts';

/** A piece of work from when to when; ISO dates. */
export interface WorkBar {
  readonly name: string;
  readonly begins: string;
  readonly ends: string;
  /** Whether the start waits for it, without a day to spare. */
  readonly isCritical: boolean;
}

export type WorkInTimeOptions = ChartWords & {
  readonly id: string;
  readonly today: string;
  /** The day of the start, drawn as a line. */
  readonly goLive: string;
};

const WIDTH = 900;
const ROW = 36;
const NAMES = 340;

/** Work as bars in time, the first at the top; what is critical is red, and its name has a mark for whoever sees no red. */
export function workInTime(bars: readonly WorkBar[], { today, goLive, ...words }: WorkInTimeOptions): string {
  const days = (date: string): number => DateTime.fromISO(date).diff(DateTime.fromISO(today), 'days').days;
  const month = (value: number): string => DateTime.fromISO(today).plus({ days: value }).toFormat('yyyy-LL');
  const last = Math.max(days(goLive), ...bars.map(({ ends }) => days(ends)));
  const option: ChartOption = {
    grid: { left: NAMES, right: 30, top: 10, bottom: 30 },
    xAxis: {
      type: 'value',
      min: 0,
      max: Math.ceil(last / MONTH) * MONTH,
      interval: MONTH * Math.max(1, Math.ceil(last / MONTH / 7)),
      axisLabel: { color: COLOURS.grey, formatter: month },
      splitLine: { lineStyle: { color: COLOURS.line } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map(({ name, isCritical }) => (isCritical ? `● ${name}` : name)),
      axisLabel: { color: COLOURS.ink, width: NAMES - 60, overflow: 'break', lineHeight: 14 },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: COLOURS.line } },
    },
    series: [
      {
        type: 'bar',
        stack: 'time',
        silent: true,
        itemStyle: { color: 'transparent' },
        data: bars.map(({ begins }) => days(begins)),
      },
      {
        type: 'bar',
        stack: 'time',
        silent: true,
        barWidth: 14,
        data: bars.map(({ begins, ends, isCritical }) => ({
          value: Math.max(1, days(ends) - days(begins)),
          itemStyle: { color: isCritical ? COLOURS.red : COLOURS.blue },
        })),
      },
    ],
  };
  return renderChart(option, { width: WIDTH, height: bars.length * ROW + 50, ...words });
}

/** Days, near enough for where lines are drawn. */
const MONTH = 30.4375;
