import type { Language } from '../pages/bilingual.ts';
import { COLOURS } from '../pages/charts/colours.ts';
import { renderChart } from '../pages/charts/svg.ts';
import type { Query } from './queries.ts';
import type { Answer } from './warehouse.ts';

/** Told apart by how dark they are too. */
const BARS = [COLOURS.blue, COLOURS.band] as const;

export interface PictureOptions {
  readonly language: Language;
  readonly width: number;
}

const ROW = 30;
const AROUND = 92;
/** Of a label that is cut, about so many pixels a letter. */
const LETTER = 8;
/** A letter may be wider where the picture is seen than where it was drawn. */
const FITS = 0.86;

/** The answer of a query as bars, lying, so that long names can be read; SVG that needs nothing else. */
export function pictureOf(
  { id, question, picture }: Query,
  { rows }: Answer,
  { language, width }: PictureOptions,
): string {
  const { label, figures, unit } = picture;
  const labels = rows.map((row) => String(row[label] ?? '–'));
  const room = Math.min(width / 2.4, Math.max(40, ...labels.map((text) => text.length * LETTER)));
  return renderChart(
    {
      legend: { top: 0, textStyle: { color: COLOURS.ink } },
      grid: { left: room + 10, right: 48, top: 34, bottom: 44 },
      yAxis: {
        ...{ type: 'category', inverse: true, data: labels },
        axisLabel: { color: COLOURS.ink, width: room * FITS, overflow: 'truncate' },
        axisLine: { lineStyle: { color: COLOURS.line } },
        axisTick: { show: false },
      },
      xAxis: {
        ...{ type: 'value', min: 0, name: unit[language], nameLocation: 'middle', nameGap: 28 },
        axisLabel: { color: COLOURS.grey, hideOverlap: true },
        splitLine: { lineStyle: { color: COLOURS.line } },
      },
      series: figures.map(({ column, ...name }, index) => ({
        ...{ type: 'bar', name: name[language], silent: true },
        data: rows.map((row) => Number(row[column] ?? 0)),
        itemStyle: { color: BARS[index] ?? COLOURS.grey },
        label: { show: true, position: 'right', color: COLOURS.ink },
      })),
    },
    {
      ...{
        width,
        height: AROUND + ROW * figures.length * Math.max(1, rows.length),
        id: `${id}-${language}-${width}`,
      },
      ...{ title: question[language], description: labels.join(', ') },
    },
  );
}
