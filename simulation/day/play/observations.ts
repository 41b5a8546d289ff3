import type { Colour } from '../../../scenarios/day-simulation/colour.ts';
import type { Tick } from '../../kernel/index.ts';
import { PeriodicLevel } from '../../kernel/index.ts';
import { HOUR } from '../model/time.ts';

/** One emergency visit. */
export interface VisitSeen {
  readonly colour: Colour;
  readonly arrivedAt: Tick;
  /** Was there at the census already: when it came is not known. */
  readonly fromCensus: boolean;
  triagedAt?: Tick;
  doctorAt?: Tick;
  leftAt?: Tick;
  outcome?: 'discharged' | 'admitted';
}

/** One patient handed over at a change of shifts. */
export interface HandOverSeen {
  readonly unit: string;
  readonly change: number;
  readonly at: Tick;
  readonly by: Tick;
  receivedAt?: Tick;
}

/** What one replication has seen. */
export class Observations {
  readonly visits: VisitSeen[] = [];
  readonly handOvers: HandOverSeen[] = [];
  /** Patients at the emergency department. */
  readonly present = new PeriodicLevel(HOUR, 0, 0);
  /** Of instances that began, those that came to their end. */
  readonly begun = new Map<string, number>();
  readonly completed = new Map<string, number>();
  backEntries = 0;

  count(counts: Map<string, number>, key: string): void {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
}
