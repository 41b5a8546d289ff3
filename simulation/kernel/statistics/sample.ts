import { Tally } from './tally.ts';

/** A tally that keeps its observations, for quantiles and for shares within a limit. */
export class Sample extends Tally {
  private readonly values: number[] = [];

  override add(value: number): void {
    super.add(value);
    this.values.push(value);
  }

  /** Share of the observations that are not above the limit; NaN without observations. */
  shareWithin(limit: number): number {
    return this.values.filter((value) => value <= limit).length / this.values.length;
  }

  /** Linear between order statistics (Hyndman and Fan's type 7); NaN without observations. */
  quantile(probability: number): number {
    const sorted = Float64Array.from(this.values).sort();
    const position = probability * (sorted.length - 1);
    const below = sorted[Math.floor(position)] ?? Number.NaN;
    const above = sorted[Math.ceil(position)] ?? Number.NaN;
    return below + (position - Math.floor(position)) * (above - below);
  }

  override reset(): void {
    super.reset();
    this.values.length = 0;
  }
}
