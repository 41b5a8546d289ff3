import type { Ref } from '../../domain/ref.ts';

export type GrowthTask =
  | {
      readonly type: 'task';
      readonly kind: 'measure-height';
      readonly centimetres: number;
      readonly as: string;
    }
  /** Enters a height that was measured when the pupil was so many years old. */
  | {
      readonly type: 'task';
      readonly kind: 'note-earlier-height';
      readonly centimetres: number;
      readonly years: number;
      readonly as: string;
    };

export type GrowthQuestion =
  /** The height stands in the chart, to the decimal and on its day. */
  | { readonly type: 'question'; readonly kind: 'height-in-chart'; readonly height: Ref }
  /** A height that has left its channel of the curve is on the list of those who are to assess it. */
  | { readonly type: 'question'; readonly kind: 'growth-deviation-listed'; readonly height: Ref };

export const measureHeight = (centimetres: number, as: string): GrowthTask => ({
  type: 'task',
  kind: 'measure-height',
  centimetres,
  as,
});
export const noteEarlierHeight = (centimetres: number, years: number, as: string): GrowthTask => ({
  type: 'task',
  kind: 'note-earlier-height',
  centimetres,
  years,
  as,
});

export const heightInChart = (height: Ref): GrowthQuestion => ({
  type: 'question',
  kind: 'height-in-chart',
  height,
});
export const growthDeviationListed = (height: Ref): GrowthQuestion => ({
  type: 'question',
  kind: 'growth-deviation-listed',
  height,
});
