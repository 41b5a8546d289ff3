/** Observations of single customers in constant memory; mean and variance by Welford's recurrence. */
export class Tally {
  count = 0;
  mean = 0;
  min = Number.POSITIVE_INFINITY;
  max = Number.NEGATIVE_INFINITY;
  /** Observations that began but say nothing, since the clock was stopped or moved meanwhile. */
  censored = 0;
  private squaredDeviations = 0;

  add(value: number): void {
    const deviation = value - this.mean;
    this.count++;
    this.mean += deviation / this.count;
    this.squaredDeviations += deviation * (value - this.mean);
    if (value < this.min) this.min = value;
    if (value > this.max) this.max = value;
  }

  /** Unbiased; 0 with fewer than two observations. */
  get variance(): number {
    return this.count < 2 ? 0 : this.squaredDeviations / (this.count - 1);
  }

  /** Mean of the squares. */
  get secondMoment(): number {
    return this.count === 0 ? 0 : this.mean ** 2 + this.squaredDeviations / this.count;
  }

  get total(): number {
    return this.mean * this.count;
  }

  reset(): void {
    this.count = 0;
    this.mean = 0;
    this.min = Number.POSITIVE_INFINITY;
    this.max = Number.NEGATIVE_INFINITY;
    this.censored = 0;
    this.squaredDeviations = 0;
  }
}
