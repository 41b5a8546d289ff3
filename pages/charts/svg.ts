import type {
  BarSeriesOption,
  CustomSeriesOption,
  GraphSeriesOption,
  GridComponentOption,
  LegendComponentOption,
  LineSeriesOption,
  ScatterSeriesOption,
  TitleComponentOption,
} from 'echarts';
import type { ComposeOption, EChartsCoreOption } from 'echarts/core';
// As one file: the six hundred that it is made of take longer to be found than to draw.
import { init } from 'echarts/dist/echarts.esm.min';
import { FONT } from './colours.ts';

/** What a caller can have its option checked against. */
export type ChartOption = ComposeOption<
  | BarSeriesOption
  | CustomSeriesOption
  | GraphSeriesOption
  | LineSeriesOption
  | ScatterSeriesOption
  | GridComponentOption
  | LegendComponentOption
  | TitleComponentOption
>;

/** What a picture is to somebody who cannot see it: told in the picture itself, or by what stands beside it. */
export type ChartWords =
  | {
      readonly title: string;
      /** What the picture shows, in a sentence or two; the figures themselves belong in a table beside it. */
      readonly description: string;
    }
  /** Id of the element that names the picture. */
  | { readonly labelledBy: string };

export type ChartDescription = ChartWords & {
  readonly width: number;
  readonly height: number;
  /** Unique in the page. */
  readonly id: string;
};

/** A chart as accessible SVG text that scales to its place; the same option gives the same bytes, without a browser. */
export function renderChart(option: EChartsCoreOption, description: ChartDescription): string {
  const { width, height, id } = description;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ animation: false, textStyle: { fontFamily: FONT }, ...option });
    return (
      chart
        .renderToSVGString()
        // Classes are numbered through the life of the process and only serve a pointer, which a picture does not have.
        .replace(/ class="zr\d+-cls-\d+"| pointer-events="visible"| ecmeta_\w+="[^"]*"/g, '')
        .replace(/<style\s*>[\s\S]*?<\/style>\s*/g, '')
        .replace(/zr\d+-/g, `${id}-`)
        .replace(/^<svg width="\d+" height="\d+"([^>]*)>/, (_, rest) => opening(rest, description))
    );
  } finally {
    chart.dispose();
  }
}

function opening(attributes: string, description: ChartDescription): string {
  if ('labelledBy' in description) {
    return `<svg${attributes} role="img" aria-labelledby="${description.labelledBy}">`;
  }
  const { id, title, description: words } = description;
  return (
    `<svg${attributes} role="img" aria-labelledby="${id}-title ${id}-text">` +
    `<title id="${id}-title">${escapeXml(title)}</title><desc id="${id}-text">${escapeXml(words)}</desc>`
  );
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
