import { CustomChart, type CustomSeriesOption } from 'echarts/charts';
import { GridComponent, type GridComponentOption } from 'echarts/components';
import { type ComposeOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([CustomChart, GridComponent, SVGRenderer]);

export type ChartOption = ComposeOption<CustomSeriesOption | GridComponentOption>;

/** What a picture is to somebody who cannot see it. */
export interface ChartDescription {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** What the picture shows, in a sentence or two; the figures themselves belong in a table beside it. */
  readonly description: string;
  /** Unique in the page. */
  readonly id: string;
}

/** A chart as accessible SVG text that scales to its place; the same option gives the same bytes. */
export function renderChart(
  option: ChartOption,
  { width, height, title, description, id }: ChartDescription,
): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ animation: false, ...option });
    return (
      chart
        .renderToSVGString()
        // Classes are numbered through the life of the process and only serve a pointer, which a picture does not have.
        .replace(/ class="zr\d+-cls-\d+"| pointer-events="visible"| ecmeta_\w+="[^"]*"/g, '')
        .replace(/<style\s*>[\s\S]*?<\/style>\s*/g, '')
        .replace(/zr\d+-/g, `${id}-`)
        .replace(
          /^<svg width="\d+" height="\d+"([^>]*)>/,
          `<svg$1 role="img" aria-labelledby="${id}-title ${id}-text">` +
            `<title id="${id}-title">${escapeXml(title)}</title><desc id="${id}-text">${escapeXml(description)}</desc>`,
        )
    );
  } finally {
    chart.dispose();
  }
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
