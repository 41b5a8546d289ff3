import type { LoadFigures } from '../domain/load.ts';
import type { Clock } from '../domain/time.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { StepResult } from '../flows/step-result.ts';

/**
 * What generators and Genrep say to each other: JSON lines on a generator's console, each a difference to the one before
 * it, so that a generator that dies has told all but its last seconds. Instances are told by their place in the plan.
 */
export type TelemetryLine =
  | { readonly genrep: 'ready'; readonly segment: number; readonly beganAt: number }
  | {
      readonly genrep: 'news';
      readonly segment: number;
      readonly rows: readonly Row[];
      readonly slices: readonly SliceNews[];
    }
  | { readonly genrep: 'done'; readonly segment: number; readonly unended: number };

/**
 * What happened, in order. Times are epoch milliseconds, day times milliseconds since midnight. What a step expected and
 * saw is told of what went wrong only.
 */
export type Row =
  | readonly ['began', entry: number, at: number, dayTime: number]
  | readonly [
      'step',
      entry: number,
      step: number,
      plannedAt: number,
      startedAt: number,
      endedAt: number,
      dayTime: number,
      verdict: Verdict,
      attempts?: number | null,
      latency?: readonly [of: number, clock: Clock, milliseconds: number] | null,
      told?: Pick<StepResult, 'expected' | 'observed' | 'reason' | 'cause'>,
    ]
  | readonly ['ended', entry: number, verdict: Verdict, at: number]
  | readonly ['broke', entry: number, reason: string, at: number]
  | readonly ['dropped', entry: number, at: number];

/** What was counted in one slice of the load's time since the last news. */
export interface SliceNews
  extends Pick<LoadFigures, 'signIns' | 'inFlight' | 'failures' | 'startLag' | 'loopLag'> {
  readonly slice: number;
  /**
   * How long the network had each request that was answered, in hundredths of a millisecond; a histogram is made of them
   * in Node, where it costs a tenth.
   */
  readonly took: readonly number[];
}

const MARK = '{"genrep":';

/** The line as JSON; k6 and other programs write lines of their own on the same console. */
export const telemetryIn = (text: string): TelemetryLine | undefined => {
  const start = text.indexOf(MARK);
  if (start < 0) return undefined;
  try {
    return JSON.parse(text.slice(start)) as TelemetryLine;
  } catch (error) {
    // A generator that was killed may have written half of its last line.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};
