/**
 * A histogram of durations in milliseconds on a logarithmic scale: bucket i ends at FINEST · GROWTH^i, so that whatever
 * is read from it is at most one percent from what was measured. Histograms add; percentiles do not, so figures of
 * several load generators are merged as these. As JSON: pairs of bucket and count, in order, in one flat list.
 */
export type HistogramJson = readonly number[];

/** Milliseconds; what is shorter counts as this. */
const FINEST = 0.05;
const GROWTH = 1.01;
const LOG_GROWTH = Math.log(GROWTH);

const bucketOf = (value: number): number =>
  value <= FINEST ? 0 : Math.ceil(Math.log(value / FINEST) / LOG_GROWTH);

/** The middle of a bucket on its own scale. */
const middleOf = (bucket: number): number => FINEST * GROWTH ** (bucket - 0.5);

export class Histogram {
  readonly #counts = new Map<number, number>();
  #total = 0;

  static from(...parts: readonly HistogramJson[]): Histogram {
    const histogram = new Histogram();
    for (const part of parts) histogram.add(part);
    return histogram;
  }

  get total(): number {
    return this.#total;
  }

  record(value: number, times = 1): void {
    const bucket = bucketOf(value);
    this.#counts.set(bucket, (this.#counts.get(bucket) ?? 0) + times);
    this.#total += times;
  }

  /** Adds what another one counted. */
  add(other: HistogramJson): void {
    for (let at = 0; at + 1 < other.length; at += 2) {
      const [bucket = 0, count = 0] = [other[at], other[at + 1]];
      this.#counts.set(bucket, (this.#counts.get(bucket) ?? 0) + count);
      this.#total += count;
    }
  }

  /** The nearest-rank percentile within one percent; undefined of nothing. */
  percentile(share: number): number | undefined {
    if (this.#total === 0) return undefined;
    let left = Math.max(1, Math.ceil(share * this.#total));
    for (const [bucket, count] of this.#sorted()) {
      left -= count;
      if (left <= 0) return middleOf(bucket);
    }
    return undefined;
  }

  /** What was counted, in any order, to be added elsewhere. */
  counts(): HistogramJson {
    const flat: number[] = [];
    for (const [bucket, count] of this.#counts) flat.push(bucket, count);
    return flat;
  }

  clear(): void {
    this.#counts.clear();
    this.#total = 0;
  }

  toJSON(): HistogramJson {
    return this.#sorted().flat();
  }

  #sorted(): [number, number][] {
    return [...this.#counts].sort(([a], [b]) => a - b);
  }
}
