import { InputError } from '../../../domain/input-error.ts';
import { HOUR, MINUTE } from '../../../domain/time.ts';
import { rounds } from './rounds.ts';
import type { Shape } from './shape.ts';

/**
 * A morning after downtime: what arrived while the system was down is entered, in its order, within so many minutes of
 * its return, beside what arrives then. Nothing is replayed before the return.
 */
export const backEntry: Shape<'back-entry'> = ({ downUntil, enteredWithin }, profile, day) => {
  const { hours, in: length, multiply } = profile;
  if (downUntil <= hours.from || downUntil >= hours.to) {
    throw new InputError(
      `Lastprofilen ${profile.name}: avbrottets slut ligger inte inom timmarna som spelas; ändra hours eller downUntil.`,
    );
  }
  const after = rounds([multiply], { ...profile, hours: { from: downUntil, to: hours.to } }, day);
  const backlog = day(multiply, 0).filter(({ at }) => at >= hours.from * HOUR && at < downUntil * HOUR);
  const spread = Math.min(length, (enteredWithin * MINUTE) / after.speed);
  const entered = backlog.map((planned, index) => ({ planned, at: (index / backlog.length) * spread }));
  return { ...after, arrivals: [...entered, ...after.arrivals] };
};
