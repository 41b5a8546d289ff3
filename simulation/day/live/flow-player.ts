import type { PlannedFlow } from '../../../domain/care-day.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import type { Verdict } from '../../../domain/verdict.ts';
import type { FlowPosition, StepsPlayed } from '../play/flow-visit.ts';

/** Plays one planned flow in the world; the day says when. */
export interface FlowPlayer {
  /** Where it goes on, of a flow that was broken off in an earlier attempt at the day. */
  readonly begun?: FlowPosition;
  begin(dayTime: Milliseconds): Promise<void>;
  /** Plays steps from one up to, not including, another; the work before them is done at `dayTime`. */
  steps(from: number, to: number, dayTime: Milliseconds): Promise<StepsPlayed>;
  end(): Promise<Verdict>;
  /** The day was broken off: whatever it waits for, it waits no more. */
  abandon?(): void;
}

/** Finds who plays a flow of the plan; one that is done already must not be in the plan. */
export type FlowPlayers = (planned: PlannedFlow) => FlowPlayer;
