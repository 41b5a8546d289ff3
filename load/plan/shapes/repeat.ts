import { rounds } from './rounds.ts';
import type { Shape } from './shape.ts';

/** The hours over and over: what leaks or grows shows in the end. */
export const repeat: Shape<'repeat'> = ({ times }, profile, day) =>
  rounds(Array<number>(times).fill(profile.multiply), profile, day);
