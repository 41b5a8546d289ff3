import type { LoadProfile, LoadShape } from '../../profile.ts';
import { asTheDay } from './as-the-day.ts';
import { backEntry } from './back-entry.ts';
import { repeat } from './repeat.ts';
import type { DayTimes, Shape, ShapedLoad } from './shape.ts';
import { stepUp } from './step-up.ts';

const SHAPES: { readonly [K in LoadShape['kind']]: Shape<K> } = {
  'as-the-day': asTheDay,
  'step-up': stepUp,
  repeat,
  'back-entry': backEntry,
};

/** A day's arrivals as the profile has them. */
export function shapeLoad<K extends LoadShape['kind']>(
  shape: Extract<LoadShape, { kind: K }>,
  profile: LoadProfile,
  day: DayTimes,
): ShapedLoad {
  const strategy: Shape<K> = SHAPES[shape.kind as K];
  return strategy(shape as Parameters<typeof strategy>[0], profile, day);
}
