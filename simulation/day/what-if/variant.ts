import type { DaySimulation } from '../../../scenarios/day-simulation/day-simulation.ts';
import type {
  ClosedWardChange,
  DowntimeChange,
  PaceChange,
} from '../../../scenarios/day-simulation/what-if.ts';

/** A day's data with what a question changes in it. */
export interface DayVariant {
  readonly data: DaySimulation;
  /** Factors on the arrivals of a stream. */
  readonly arrivals: Readonly<Record<string, number>>;
  readonly pace: readonly PaceChange[];
  readonly downtime: DowntimeChange | undefined;
  readonly closedWard: ClosedWardChange | undefined;
}

/** The day as it is. */
export const unchanged = (data: DaySimulation): DayVariant => ({
  data,
  arrivals: {},
  pace: [],
  downtime: undefined,
  closedWard: undefined,
});
