import { randomStream } from '../domain/random.ts';
import { DAY, HOUR, type Milliseconds } from '../domain/time.ts';

/**
 * When the instances of one line of a mix arrive: exactly `count` of them, spread along the curve by quota, each at a
 * keyed random place within its own share of the day. Nothing but the seed and the line's own name decides.
 */
export function arrivalTimes(
  seed: number,
  line: string,
  count: number,
  hours: readonly number[],
): Milliseconds[] {
  return Array.from({ length: count }, (_, nth) => {
    const share = (nth + randomStream(seed, 'arrival', line, nth).next()) / count;
    return timeAt(share, hours);
  });
}

/** The time of day by which this share (0–1) of a day's arrivals have come: the inverse of the cumulative curve. */
function timeAt(share: number, hours: readonly number[]): Milliseconds {
  const total = hours.reduce((sum, weight) => sum + weight, 0);
  let left = share * total;
  for (const [hour, weight] of hours.entries()) {
    if (left < weight) return Math.floor((hour + left / weight) * HOUR);
    left -= weight;
  }
  return DAY - 1;
}
