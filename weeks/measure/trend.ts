import { DAY, HOUR } from '../../domain/time.ts';
import { spanBegin } from '../swedish-time.ts';
import { type ByClass, byClass } from './by-class.ts';
import { closedIn, reportedIn, type Situation } from './situation.ts';

/** Four hours of the Swedish clock: what came in, by class, and how much was closed. */
export interface TrendBar {
  readonly from: number;
  readonly to: number;
  readonly reported: ByClass;
  readonly closed: number;
}

const SPAN_HOURS = 4;

/** How far back it goes. */
const SHOWN = 7 * DAY;

/** Four hours at a time, from the start or a week back until now; the last is what there is of it. */
export function trendOf({ deviations, at, start }: Situation): TrendBar[] {
  const bars: TrendBar[] = [];
  let from = spanBegin(Math.max(start, at - SHOWN), SPAN_HOURS);
  while (from <= at) {
    // A span ends where the next one of the clock begins, which is three or five hours later when the clocks change.
    const to = spanBegin(from + (SPAN_HOURS + 1) * HOUR, SPAN_HOURS);
    bars.push({
      ...{ from, to: Math.min(to, at + 1) },
      reported: byClass(reportedIn(deviations, from, to)),
      closed: closedIn(deviations, from, Math.min(to, at + 1)).length,
    });
    from = to;
  }
  return bars;
}
