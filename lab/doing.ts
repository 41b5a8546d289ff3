import type { Role, UnitKind } from '../domain/role.ts';
import type { Milliseconds } from '../domain/time.ts';
import type { Upcoming } from './ahead.ts';
import type { Beneath } from './beneath.ts';
import type { Lab } from './lab.ts';
import type { LabSecrets } from './secrets.ts';
import type { Tablets } from './tablets.ts';

/** What a browser sends: what was tapped, and what stands in its form. */
export type Tap = Readonly<Record<string, string>>;

/** A tap that cannot be taken, in a sentence for the one who made it. */
export class Untaken extends Error {}

/** A tap by somebody who did not know how things stood when it was made. */
export class Outdated extends Untaken {}

/** A role at a unit of the day that has something to do there. */
export interface Part {
  readonly role: Role;
  readonly unit: string;
  readonly kind: UnitKind;
  readonly unitName: string;
  /** Whether the day has staff for it, who are many or few. */
  readonly isStaffed: boolean;
}

/** What taps are taken in: the lab, and what it stands in. */
export interface Room {
  readonly lab: Lab;
  readonly secrets: LabSecrets;
  readonly isSolo: boolean;
  readonly beneath: Beneath;
  /** What people can take, and what staff there is. */
  readonly parts: readonly Part[];
  /** Moves the day's clock forward. */
  readonly jump: (dayTime: Milliseconds) => void;
  /** What somebody is in the middle of, each in words; a jump would leave it behind. */
  readonly open: () => readonly string[];
  readonly upcoming: () => readonly Upcoming[];
  readonly tablets: Tablets;
  /** Looks whether everything is in place before people begin, and records what it sees. */
  readonly check: () => Promise<void>;
  readonly finish: () => Promise<void>;
}

/** Does what somebody tapped; `own` is the participant's place. */
export type Doing = (room: Room, tap: Tap, own: string) => Promise<void>;

/** What every event that comes of a tap has of it. */
export function tapOf(tap: Tap): { readonly tap?: string; readonly pressedAt?: number } {
  const pressedAt = Number(tap.pressedAt);
  return {
    ...(tap.tap === undefined ? {} : { tap: tap.tap }),
    ...(Number.isFinite(pressedAt) ? { pressedAt } : {}),
  };
}
