import type { LabExpected, LabInject, LabInjected } from '../domain/lab-evidence.ts';
import { MINUTE, type Milliseconds } from '../domain/time.ts';
import type { Verdict } from '../domain/verdict.ts';

/** How long people have for what is expected of them where the inject does not say. An assumption. */
const USUALLY_WITHIN: Milliseconds = 10 * MINUTE;

/** Where an inject has come. */
export interface InjectState {
  readonly inject: LabInject;
  readonly state: 'planned' | 'sent' | 'skipped';
  /** On the day's clock: when it was sent, whenever it was planned. */
  readonly sentAt?: Milliseconds;
  readonly acknowledgedBy: readonly string[];
  /** Of one that does something: absent until that has begun or failed. */
  readonly acts?: 'begun' | 'ended' | 'failed';
  readonly beganAt?: Milliseconds;
  /** Why it could not be done. */
  readonly why?: string;
  /** Of one with something to expect: open from when the first has taken it in. */
  readonly expectedFrom?: Milliseconds;
  readonly verdict?: Verdict;
}

export const plannedInject = (inject: LabInject): InjectState => ({
  inject,
  state: 'planned',
  acknowledgedBy: [],
});

/** Whether it goes to a place. */
export const isTo = ({ to }: LabInject, seat: string): boolean => to === undefined || to.includes(seat);

/** Whether what it does goes on. */
export const isActing = ({ acts }: InjectState): boolean => acts === 'begun';

/** Whether it has been sent and nobody has said yet what came of it. */
export const isUnsettled = ({ inject, state, verdict }: InjectState): boolean =>
  state === 'sent' && inject.expected !== undefined && verdict === undefined;

/** Whether people have taken it in and are expected to do something about it. */
export const isExpected = (each: InjectState): boolean =>
  isUnsettled(each) && each.expectedFrom !== undefined;

/** When its time is out, on the day's clock: to be taken in, and then to be answered. */
export const dueAt = ({ inject, sentAt, expectedFrom }: InjectState): Milliseconds =>
  (expectedFrom ?? sentAt ?? 0) + (inject.within ?? USUALLY_WITHIN);

/** What its time being out comes to: nobody was reached, or nobody saw what was done. */
export const expiredVerdict = ({ expectedFrom }: InjectState): Verdict =>
  expectedFrom === undefined ? 'not-covered' : 'unknown';

/** Injects after what happened to one of them; one that was written on the spot is among them from then on. */
export function afterInjected(injects: readonly InjectState[], event: LabInjected): readonly InjectState[] {
  const { inject } = event;
  const isKnown = injects.some((each) => each.inject.id === inject.id);
  const all = isKnown ? injects : [...injects, plannedInject(inject)];
  return all.map((each) => (each.inject.id === inject.id ? after(each, event) : each));
}

export const afterExpected = (
  injects: readonly InjectState[],
  { inject, verdict }: LabExpected,
): readonly InjectState[] =>
  injects.map((each) => (each.inject.id === inject && isUnsettled(each) ? { ...each, verdict } : each));

function after(each: InjectState, { change, seat = '', dayTime, why }: LabInjected): InjectState {
  switch (change) {
    case 'sent':
      return each.state === 'planned' ? { ...each, state: 'sent', sentAt: dayTime } : each;
    case 'skipped':
      return each.state === 'planned' ? { ...each, state: 'skipped' } : each;
    case 'acknowledged':
      return acknowledged(each, seat, dayTime);
    case 'begun':
      return { ...each, acts: 'begun', beganAt: each.beganAt ?? dayTime };
    case 'ended':
      return isActing(each) ? { ...each, acts: 'ended' } : each;
    case 'failed':
      // What was announced did not come: nothing can be expected about it.
      return {
        ...each,
        acts: 'failed',
        ...(why === undefined ? {} : { why }),
        ...(isUnsettled(each) ? { verdict: 'not-covered' } : {}),
      };
  }
}

function acknowledged(each: InjectState, seat: string, dayTime: Milliseconds): InjectState {
  if (each.state !== 'sent' || each.acknowledgedBy.includes(seat)) return each;
  const taken = { ...each, acknowledgedBy: [...each.acknowledgedBy, seat] };
  return isUnsettled(each) && each.expectedFrom === undefined ? { ...taken, expectedFrom: dayTime } : taken;
}
