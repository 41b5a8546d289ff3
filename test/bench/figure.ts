/** One measured number beside what it is required to be. */
export interface Figure {
  readonly what: string;
  readonly required: string;
  readonly measured: string;
  readonly holds: boolean;
}

export const atLeast = (what: string, value: number, limit: number, unit: string): Figure => ({
  what,
  required: `≥ ${limit} ${unit}`,
  measured: `${readable(value)} ${unit}`,
  holds: value >= limit,
});

export const below = (what: string, value: number, limit: number, unit: string): Figure => ({
  what,
  required: `< ${limit} ${unit}`,
  measured: `${readable(value)} ${unit}`,
  holds: value < limit,
});

/** What is told beside the others and has no limit of its own. */
export const told = (what: string, value: number, unit: string): Figure => ({
  what,
  required: '–',
  measured: `${readable(value)} ${unit}`,
  holds: true,
});

const readable = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** A bench that broke: the others are still told of. */
export const notMeasured = (bench: string, reason: string): Figure => ({
  what: bench,
  required: 'measured',
  measured: reason,
  holds: false,
});
