import type { Channel } from '../../../domain/evidence.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import type { Colour } from '../../../scenarios/day-simulation/colour.ts';
import type { Tick } from '../../kernel/index.ts';
import { PeriodicLevel, Sample, Tally } from '../../kernel/index.ts';
import { HOUR } from '../model/time.ts';
import { LAG_LIMIT, TICK } from './lag.ts';

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

/** One patient who has gone through a flow. */
export interface FlowSeen {
  /** Id of the compiled flow. */
  readonly flow: string;
  /** None on the virtual clock of a simulated day. */
  readonly channel: Channel | undefined;
  /** For staff, all tasks together. */
  readonly waited: Tick;
  /** From arrival to the end, by the flow's own time. */
  readonly took: number;
  /** The clock was held or moved meanwhile. */
  readonly isCensored: boolean;
}

/** What one replication has seen. */
export class Observations {
  readonly visits: VisitSeen[] = [];
  readonly handOvers: HandOverSeen[] = [];
  /** Patients at the emergency department. */
  readonly present = new PeriodicLevel(HOUR, 0, 0);
  readonly flows: FlowSeen[] = [];
  /** How long was waited for staff, by their key; in ticks. */
  readonly waits = new Map<string, Tally>();
  /** How far flows were behind the day's clock when their patients asked for the next thing; in milliseconds. */
  readonly lags = { api: new Sample(), ui: new Sample() };
  /** From when on a flow by api was further behind than can be trusted. */
  lateSince: Tick | undefined = undefined;
  backEntries = 0;

  /** Browsers are slow on a compressed day whatever the machine; what they lag says nothing of it. */
  noteLag(channel: Channel, milliseconds: Milliseconds, now: Tick): void {
    this.lags[channel].add(milliseconds);
    if (channel === 'api' && milliseconds > LAG_LIMIT * TICK) this.lateSince ??= now;
  }

  waited(staff: string, ticks: Tick): void {
    let tally = this.waits.get(staff);
    if (tally === undefined) {
      tally = new Tally();
      this.waits.set(staff, tally);
    }
    tally.add(ticks);
  }
}
