import { HOUR } from '../../../domain/time.ts';
import type { LoadProfile } from '../../profile.ts';
import type { Arrival, DayTimes, ShapedLoad } from './shape.ts';

/** The profile's hours, once for each factor, one round after the other. */
export function rounds(factors: readonly number[], profile: LoadProfile, day: DayTimes): ShapedLoad {
  const { hours, in: length } = profile;
  const speed = ((hours.to - hours.from) * HOUR) / length;
  const arrivals: Arrival[] = factors.flatMap((factor, round) =>
    day(factor, round)
      .filter(({ at }) => at >= hours.from * HOUR && at < hours.to * HOUR)
      .map((planned) => ({
        planned,
        at: round * length + (planned.at - hours.from * HOUR) / speed,
      })),
  );
  return {
    arrivals,
    phases: factors.map((factor, round) => ({ from: round * length, to: (round + 1) * length, factor })),
    duration: factors.length * length,
    speed,
    realTimeOf: (time) =>
      time >= hours.from && time < hours.to ? ((time - hours.from) * HOUR) / speed : undefined,
  };
}
