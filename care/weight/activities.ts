import type { Ref } from '../../domain/ref.ts';

export type WeightTask = {
  readonly type: 'task';
  readonly kind: 'weigh';
  readonly kilograms: number;
  readonly as: string;
};

export type WeightQuestion =
  /** The weight stands in the chart, to the decimal and in kilograms. */
  { readonly type: 'question'; readonly kind: 'weight-in-chart'; readonly weight: Ref };

export const weigh = (kilograms: number, as: string): WeightTask => ({
  type: 'task',
  kind: 'weigh',
  kilograms,
  as,
});

export const weightInChart = (weight: Ref): WeightQuestion => ({
  type: 'question',
  kind: 'weight-in-chart',
  weight,
});
