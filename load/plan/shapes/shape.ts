import type { PlannedFlow } from '../../../domain/care-day.ts';
import type { LoadPhase } from '../../../domain/load.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import type { LoadProfile, LoadShape } from '../../profile.ts';

/** A day's arrivals, times the factor, under keys of their own: another round is other people with the same troubles. */
export type DayTimes = (factor: number, round: number) => readonly PlannedFlow[];

/** An arrival with its real time from the load's beginning. */
export interface Arrival {
  readonly planned: PlannedFlow;
  readonly at: Milliseconds;
}

export interface ShapedLoad {
  readonly arrivals: readonly Arrival[];
  readonly phases: readonly LoadPhase[];
  readonly duration: Milliseconds;
  /** How much faster than real the day's clock runs. */
  readonly speed: number;
  /** Real time from the load's beginning for a time of the day; undefined outside what is replayed. */
  readonly realTimeOf: (hours: number) => Milliseconds | undefined;
}

/** Makes a load of a day's arrivals. */
export type Shape<K extends LoadShape['kind']> = (
  shape: Extract<LoadShape, { kind: K }>,
  profile: LoadProfile,
  day: DayTimes,
) => ShapedLoad;
