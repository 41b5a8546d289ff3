import {
  DAY,
  formatDuration,
  type Milliseconds,
  SECOND,
  type Timekeeper,
  type TimeLimit,
} from '../domain/time.ts';
import type { Answer } from '../systems/care-system.ts';
import { verdictOnBrokenQuestion } from './broken.ts';
import type { Moment, StepResult } from './step-result.ts';

/**
 * How long a limit on the day's clock is waited for in real time. A rehearsed day is compressed, so hours cannot be
 * waited out; a system that has not shown something after this long is taken not to show it. An assumption.
 */
const PATIENCE: Milliseconds = 10 * SECOND;

/** Pauses between looks: short at first, since most things are seen at once. */
const FIRST_PAUSE: Milliseconds = 100;
const LONGEST_PAUSE: Milliseconds = 1 * SECOND;

interface Asking {
  /** @param until when an answer is of no use any more (epoch milliseconds) */
  readonly ask: (until?: number) => Promise<Answer>;
  readonly limit: TimeLimit | undefined;
  readonly clock: Timekeeper;
  /** From when the limit and the latency count. */
  readonly since: Moment;
  /** The day's clock now. */
  readonly dayTime: Milliseconds;
  /**
   * Which end of the look that saw it counts. By api a slow answer is the system's slowness and counts to its end. In a
   * browser a look is a person walking through pages to where it should be, and counts from when she set out.
   */
  readonly counts: 'begin' | 'end';
}

/** Asks until the answer is yes or the limit is reached, and judges. */
export const askUntil = (asking: Asking): Promise<StepResult> =>
  asking.limit?.mode === 'throughout' ? staysSo(asking, asking.limit.limit) : becomesSo(asking);

/** Until when to go on asking (epoch ms). */
interface Allowance {
  readonly deadline: number;
  /** The limit has passed before anything was asked, on the day's clock. */
  readonly missed: boolean;
}

function allowanceOf({ limit, since, dayTime }: Asking, now: number): Allowance {
  if (limit === undefined || limit.mode === 'throughout') return { deadline: now, missed: false };
  if (limit.mode === 'within' && limit.clock === 'system')
    return { deadline: since.at + limit.limit, missed: false };
  const lastMoment =
    limit.mode === 'within' ? since.dayTime + limit.limit : (Math.floor(since.dayTime / DAY) + 1) * DAY;
  const remaining = lastMoment - dayTime;
  return { deadline: now + Math.min(Math.max(remaining, 0), PATIENCE), missed: remaining < 0 };
}

/** How a limit reads when it is missed. */
function wordsOf(limit: TimeLimit | undefined): string {
  if (limit === undefined || limit.mode === 'throughout') return 'när det efterfrågades';
  if (limit.mode === 'same-day') return 'samma dag';
  return `inom ${formatDuration(limit.limit)}${limit.clock === 'day' ? ' på dagens klocka' : ''}`;
}

async function becomesSo(asking: Asking): Promise<StepResult> {
  const { ask, limit, clock } = asking;
  const startedAt = clock.now();
  const allowance = allowanceOf(asking, startedAt);
  const until = limit === undefined ? undefined : allowance.deadline;
  try {
    let begun = startedAt;
    for (
      let attempts = 1, pause = FIRST_PAUSE;
      ;
      attempts += 1, pause = Math.min(pause * 1.5, LONGEST_PAUSE)
    ) {
      const answer = await ask(until);
      const now = clock.now();
      if (answer.seen) return judge(asking, allowance, answer, { attempts, startedAt, begun, now });
      if (now >= allowance.deadline) return missed(answer, attempts, `Det syntes inte ${wordsOf(limit)}.`);
      await clock.pause(Math.min(pause, Math.max(1, allowance.deadline - now)));
      begun = clock.now();
    }
  } catch (error) {
    return verdictOnBrokenQuestion(error);
  }
}

/** The look that saw it. */
interface Look {
  readonly attempts: number;
  /** Epoch milliseconds: of the first look, and of this one. */
  readonly startedAt: number;
  readonly begun: number;
  readonly now: number;
}

/** What was looked for is there: whether it came in time, and how long it took. */
function judge(
  { since, limit, dayTime, counts }: Asking,
  allowance: Allowance,
  answer: Answer,
  look: Look,
): StepResult {
  const { expected, observed } = answer;
  const { attempts } = look;
  const onDayClock = limit?.mode === 'same-day' || (limit?.mode === 'within' && limit.clock === 'day');
  const seenAt = counts === 'begin' ? look.begun : look.now;
  const late = allowance.missed || (limit !== undefined && !onDayClock && seenAt > allowance.deadline);
  if (since.unwatched === true && !onDayClock) {
    return late
      ? { verdict: 'unknown', attempts, expected, observed, reason: UNWATCHED }
      : { verdict: 'pass', attempts, expected, observed };
  }
  const latency = {
    of: since.step,
    clock: onDayClock ? ('day' as const) : ('system' as const),
    milliseconds: onDayClock
      ? dayTime + (seenAt - look.startedAt) - since.dayTime
      : Math.max(0, seenAt - since.at),
  };
  return late
    ? { ...missed(answer, attempts, `Det syntes, men inte ${wordsOf(limit)}.`), latency }
    : { verdict: 'pass', attempts, latency, expected, observed };
}

async function staysSo({ ask, clock }: Asking, duration: Milliseconds): Promise<StepResult> {
  const deadline = clock.now() + duration;
  let doubtful: Answer | undefined;
  try {
    for (let attempts = 1; ; attempts += 1) {
      const answer = await ask();
      if (answer.doubt !== undefined) doubtful ??= answer;
      else if (!answer.seen)
        return missed(answer, attempts, `Det som inte fick synas syntes inom ${formatDuration(duration)}.`);
      const now = clock.now();
      if (now >= deadline && doubtful !== undefined) return missed(doubtful, attempts, '');
      if (now >= deadline)
        return { verdict: 'pass', attempts, expected: answer.expected, observed: answer.observed };
      await clock.pause(Math.min(LONGEST_PAUSE / 2, deadline - now));
    }
  } catch (error) {
    return verdictOnBrokenQuestion(error);
  }
}

const UNWATCHED = 'Det syntes, men körningen låg nere när gränsen gick ut, så det går inte att veta när.';

/** What was not seen; nobody knows where the system's answer was not whole. */
const missed = ({ expected, observed, doubt }: Answer, attempts: number, reason: string): StepResult => ({
  verdict: doubt === undefined ? 'fail' : 'unknown',
  attempts,
  expected,
  observed,
  reason: doubt ?? reason,
});
