import { CustomChart, ScatterChart } from 'echarts/charts';
import { DataZoomComponent, GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, type EChartsType, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { type ReactNode, useEffect, useRef } from 'react';
import { COLOURS, FONT } from '../../../pages/charts/colours.ts';
import { dayTimeAt } from '../day-time.ts';
import type { CardSpan, Moment, MomentKind, Timeline } from '../timeline.ts';
import { type Choice, chosenMoments, seatName } from './choice.ts';
import { clockText } from './clock.ts';
import { useLanguage } from './language.tsx';
import { KINDS, TEXTS } from './texts.ts';

use([
  CustomChart,
  ScatterChart,
  DataZoomComponent,
  GridComponent,
  MarkLineComponent,
  TooltipComponent,
  SVGRenderer,
]);

/** The row of what belongs to everybody, and the height of one. */
const ALL = 'all';
const ROW = 44;

/** Told apart by form as well as by colour. */
const SYMBOLS: Readonly<Record<MomentKind, string>> = {
  clock: 'rect',
  person: 'arrow',
  card: 'circle',
  inject: 'diamond',
  note: 'triangle',
  answer: 'emptyCircle',
  system: 'emptyRect',
  bookmark: 'pin',
};
const FILL: Readonly<Record<CardSpan['came'], string>> = {
  done: COLOURS.band,
  stuck: '#f2c9c6',
  other: COLOURS.line,
};
const INK: Readonly<Record<Moment['tone'], string>> = {
  plain: COLOURS.blue,
  good: COLOURS.green,
  bad: COLOURS.red,
  critical: '#6d0f0a',
};

interface Shown {
  readonly timeline: Timeline;
  readonly choice: Choice;
  readonly at: number;
  readonly onGo: (at: number) => void;
}

/** Who had which card when, and what happened between; a click goes there. */
export function TimelineChart({ timeline, choice, at, onGo }: Shown): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(null);
  const go = useRef(onGo);
  go.current = onGo;
  const { say } = useLanguage();
  const rows = [ALL, ...timeline.seats.map(({ id }) => id)];

  useEffect(() => {
    if (place.current === null) return;
    const made = init(place.current, null, { renderer: 'svg' });
    chart.current = made;
    made.on('click', ({ value }) => {
      if (Array.isArray(value) && typeof value[0] === 'number') go.current(value[0]);
    });
    const resized = new ResizeObserver(() => made.resize());
    resized.observe(place.current);
    return () => {
      resized.disconnect();
      made.dispose();
    };
  }, []);

  useEffect(() => {
    const names = new Map(
      rows.map((id) => [id, id === ALL ? say(TEXTS.everybody) : say(seatName(timeline, id, choice))]),
    );
    chart.current?.setOption(optionOf(timeline, choice, rows, names, say));
  });

  useEffect(() => {
    const line = { name: clockText(dayTimeAt(timeline, at)), xAxis: at };
    chart.current?.setOption({ series: [{ id: 'moments', type: 'scatter', markLine: { data: [line] } }] });
  });

  return (
    <div
      className="timeline"
      ref={place}
      role="img"
      aria-label={`${say(TEXTS.timeline)}. ${say(TEXTS.timelineText)}`}
      style={{ height: 90 + ROW * rows.length }}
    />
  );
}

type Say = ReturnType<typeof useLanguage>['say'];

function optionOf(
  timeline: Timeline,
  choice: Choice,
  rows: readonly string[],
  names: ReadonlyMap<string, string>,
  say: Say,
): EChartsCoreOption {
  const cards = timeline.cards.filter(
    ({ seat, visit }) =>
      (choice.seat === '' || seat === choice.seat) && (choice.visit === '' || visit === choice.visit),
  );
  const moments = chosenMoments(timeline, choice);
  return {
    animation: false,
    textStyle: { fontFamily: FONT },
    grid: { left: 8, right: 16, top: 24, bottom: 56, outerBoundsMode: 'same' },
    tooltip: { trigger: 'item', confine: true, renderMode: 'richText' },
    xAxis: {
      ...{ type: 'time', min: timeline.from, max: timeline.to },
      axisLabel: { formatter: (at: number) => clockText(dayTimeAt(timeline, at)), hideOverlap: true },
    },
    yAxis: {
      ...{ type: 'category', inverse: true, data: rows },
      axisLabel: { formatter: (id: string) => names.get(id) ?? id, width: 110, overflow: 'truncate' },
      splitLine: { show: true },
    },
    dataZoom: [{ type: 'slider', height: 18, bottom: 8, showDetail: false }],
    series: [
      {
        ...{ id: 'cards', type: 'custom', clip: true },
        data: cards.map((card) => ({
          value: [card.from, card.to, card.seat, card.came],
          name: cardText(card, say),
        })),
        encode: { x: [0, 1], y: 2 },
        renderItem: renderCard,
        tooltip: { formatter: ({ name }: { readonly name: string }) => name },
      },
      {
        ...{ id: 'moments', type: 'scatter', symbolSize: 12 },
        data: moments.map(({ at, seat = ALL, kind, tone, text }) => ({
          value: [at, seat],
          name: `${say(KINDS[kind])}: ${say(text)}`,
          symbol: SYMBOLS[kind],
          symbolSize: tone === 'critical' || kind === 'bookmark' ? 20 : 12,
          itemStyle: { color: INK[tone], borderColor: '#ffffff', borderWidth: 1 },
        })),
        tooltip: { formatter: ({ name }: { readonly name: string }) => name },
        markLine: {
          ...{ symbol: 'none', silent: true, animation: false },
          lineStyle: { color: COLOURS.ink, width: 2, type: 'solid' },
          label: { formatter: '{b}', color: COLOURS.ink, position: 'start' },
        },
      },
    ],
  };
}

const cardText = ({ text, came }: CardSpan, say: Say): string => `${say(text)}: ${say(TEXTS[came])}`;

/** What echarts hands to a custom series, as far as a bar needs it. */
interface Drawing {
  value(index: number): number | string;
  coord(point: readonly (number | string)[]): readonly [number, number];
}

function renderCard(_: unknown, api: Drawing) {
  const seat = api.value(2);
  const [from, y] = api.coord([api.value(0), seat]);
  const [to] = api.coord([api.value(1), seat]);
  const came = api.value(3) as CardSpan['came'];
  return {
    type: 'rect',
    shape: { x: from, y: y - 14, width: Math.max(3, to - from), height: 28, r: 4 },
    style: { fill: FILL[came], stroke: COLOURS.ink, lineWidth: 1 },
  };
}
