import { COLOURS } from '../../pages/charts/colours.ts';
import { type ChartOption, type ChartWords, renderChart } from '../../pages/charts/svg.ts';

/** All hand-overs from one actor to another, told by the worst of them. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** '610 ms'; what stands on the arrow. */
  readonly label: string;
  readonly broken: boolean;
}

export type HandOverGraphOptions = ChartWords & { readonly id: string };

const SIZE = { width: 900, height: 620 } as const;
const MARGIN = { x: 190, y: 70 } as const;

/** Who hands over to whom, on a circle; an edge that breaks its limit is red, thick and dashed. */
export function handOverGraph(edges: readonly GraphEdge[], words: HandOverGraphOptions): string {
  const actors = [...new Set(edges.flatMap(({ from, to }) => [from, to]))];
  const option: ChartOption = {
    series: [
      {
        type: 'graph',
        layout: 'none',
        silent: true,
        left: MARGIN.x,
        right: MARGIN.x,
        top: MARGIN.y,
        bottom: MARGIN.y,
        edgeSymbol: ['none', 'arrow'],
        edgeSymbolSize: 10,
        symbolSize: 14,
        itemStyle: { color: COLOURS.blue },
        data: actors.map((name, index) => nodeOf(name, index, actors.length)),
        links: edges.map(({ from, to, label, broken }) => ({
          source: from,
          target: to,
          lineStyle: {
            color: broken ? COLOURS.red : COLOURS.grey,
            width: broken ? 3 : 1.5,
            type: broken ? 'dashed' : 'solid',
            curveness: 0.14,
            opacity: 1,
          },
          label: {
            show: true,
            formatter: label,
            color: broken ? COLOURS.red : COLOURS.ink,
            fontSize: 11,
            fontWeight: broken ? 'bold' : 'normal',
            backgroundColor: '#ffffff',
            padding: [1, 3],
          },
        })),
      },
    ],
  };
  return renderChart(option, { ...SIZE, ...words });
}

/** The first at the top, then clockwise; names stand outside the circle. */
function nodeOf(name: string, index: number, count: number) {
  const angle = (2 * Math.PI * index) / count - Math.PI / 2;
  const [x, y] = [Math.cos(angle), Math.sin(angle)];
  const position = Math.abs(x) < 0.3 ? (y < 0 ? 'top' : 'bottom') : x > 0 ? 'right' : 'left';
  return {
    name,
    x: Math.round(x * 1_000),
    y: Math.round(y * 1_000),
    label: {
      show: true,
      position: position as 'top',
      color: COLOURS.ink,
      fontSize: 12,
      width: MARGIN.x - 20,
      overflow: 'break' as const,
    },
  };
}
