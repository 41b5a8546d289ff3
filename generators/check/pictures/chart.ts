import type { EChartsCoreOption } from 'echarts/core';
import { renderChart } from '../../../pages/charts/svg.ts';

const WIDTH = 860;

/** Colours that can be told apart by everybody (Okabe and Ito), women's and men's first. */
export const COLOURS = {
  female: '#D55E00',
  male: '#0072B2',
  expected: '#333333',
  other: ['#009E73', '#CC79A7', '#E69F00', '#56B4E9', '#8C6D31', '#999999'],
} as const;

/** Draws a chart as SVG, without a browser; `id` is unique in the page, and names the heading `<id>-h` that tells what it shows. */
export const drawn = (id: string, option: EChartsCoreOption, height = 420): string =>
  renderChart(option, { id, width: WIDTH, height, labelledBy: `${id}-h` });
