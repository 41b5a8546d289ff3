import type { LabClock } from '../domain/lab-evidence.ts';
import type { Milliseconds } from '../domain/time.ts';

/** How a lab's clock stands. */
export interface LabClockState {
  readonly dayTime: Milliseconds;
  /** How many times something was done with it: who has seen another number does not know how it stands. */
  readonly version: number;
  readonly isHeld: boolean;
  /** Why, where the lab did it by itself. */
  readonly why: string | undefined;
  /** Real milliseconds that it has been held before now, and since when it is held. */
  readonly heldFor: Milliseconds;
  readonly heldSince: number;
}

/** A clock that nobody has let go yet. */
export const UNSTARTED: LabClockState = {
  ...{ dayTime: 0, version: 0, isHeld: true, why: undefined },
  ...{ heldFor: 0, heldSince: 0 },
};

/** Real milliseconds that the clock has been held until a moment. */
export const heldUntil = ({ heldFor, isHeld, heldSince }: LabClockState, at: number): Milliseconds =>
  heldFor + (isHeld ? Math.max(0, at - heldSince) : 0);

export function afterClock(before: LabClockState, { change, at, why, dayTime }: LabClock): LabClockState {
  const clock = { ...before, version: before.version + 1 };
  switch (change) {
    case 'held':
      return clock.isHeld ? { ...clock, why } : { ...clock, isHeld: true, why, heldSince: at };
    case 'continued':
      return { ...clock, isHeld: false, why: undefined, heldFor: heldUntil(before, at) };
    case 'paced':
      return clock;
    case 'jumped':
      return { ...clock, dayTime };
    case 'shows':
      return { ...before, dayTime };
  }
}
