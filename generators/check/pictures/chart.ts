import * as echarts from 'echarts';

const WIDTH = 860;
const FONT = 'system-ui, "Segoe UI", sans-serif';

/** Colours that can be told apart by everybody (Okabe and Ito), women's and men's first. */
export const COLOURS = {
  female: '#D55E00',
  male: '#0072B2',
  expected: '#333333',
  other: ['#009E73', '#CC79A7', '#E69F00', '#56B4E9', '#8C6D31', '#999999'],
} as const;

/** Draws a chart as SVG, without a browser. */
export function drawn(option: echarts.EChartsCoreOption, height = 420): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  chart.setOption({ animation: false, textStyle: { fontFamily: FONT }, ...option });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}
