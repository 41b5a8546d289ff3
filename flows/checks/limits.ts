import { formatDuration, MINUTE, type TimeLimit } from '../../domain/time.ts';
import { type FlowCheck, mistake } from './check.ts';

/** A robot really waits out a limit on the system's own clock; longer than this is meant for the day's. An assumption. */
const LONGEST_WAIT = 10 * MINUTE;

/** Every limit and every wait is a time, and one that a robot can wait out. */
export const limitsCanBeWaited: FlowCheck = ({ steps }) =>
  steps.flatMap((step) => {
    const { activity, limit } = step;
    const told = activity.type === 'wait' ? noTime(activity.duration) : limit && wrongIn(limit);
    return told === undefined ? [] : [mistake(told, step)];
  });

function wrongIn(limit: TimeLimit): string | undefined {
  if (limit.mode === 'same-day') return undefined;
  const isReal = limit.mode === 'throughout' || limit.clock === 'system';
  if (!isReal || limit.limit <= LONGEST_WAIT) return noTime(limit.limit);
  return (
    `Gränsen ${formatDuration(limit.limit)} är verklig tid, som roboten väntar ut, och får vara högst ${formatDuration(LONGEST_WAIT)}. ` +
    'Tid på dagens klocka räknas från ett namn: inom 1 timme från "…".'
  );
}

const noTime = (duration: number): string | undefined =>
  duration > 0 ? undefined : 'Tiden är 0; skriv till exempel 5 sekunder eller 1 timme.';
