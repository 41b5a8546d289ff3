import type { CareDay } from '../../domain/care-day.ts';
import { InputError } from '../../domain/input-error.ts';
import { MINUTE, type Milliseconds } from '../../domain/time.ts';
import { type LoadedDrill, loadDrill } from '../../downtime/drill.ts';
import { minutesOf } from '../../scenarios/day-simulation/clock.ts';
import { sourceOf } from '../../scenarios/load-day.ts';
import type { LiveDay } from '../../simulation/day/index.ts';
import { startsItself } from '../system-under-test.ts';
import type { Run } from '../with-run.ts';
import { holdDrill } from './hold-drill.ts';
import { requirePlace } from './require-place.ts';

/** The drills of a day, read and checked. */
export interface DrillsInDay {
  readonly planned: readonly { readonly at: Milliseconds; readonly loaded: LoadedDrill }[];
  /** Whether the reference environment is made to go wrong for them. */
  readonly isSteered: boolean;
}

/**
 * Reads the drills of a day; of a day that goes on those that are still to come. Throws InputError for one that takes the ground
 * from under the flows too, which is held by itself.
 */
export function prepareDrillsInDay(day: CareDay, system: string, from = 0): DrillsInDay {
  const seen = new Set<string>();
  const planned = (day.drills ?? []).map(({ at, drill: name }, index) => {
    const refuse = (why: string): never => {
      throw new InputError(why, sourceOf(day)?.positionOf(['drills', index]));
    };
    const loaded = loadDrill(name);
    const { what } = loaded.drill;
    if (what === 'failover' || what === 'roll-back')
      refuse(
        `Övningen ${name} hålls för sig, med genrep drill ${name}: den tar undan marken för dagens flöden.`,
      );
    if (seen.has(loaded.name)) refuse(`Övningen ${name} står två gånger i dagen; ta bort den ena.`);
    seen.add(loaded.name);
    requirePlace(loaded.drill, { system });
    return { at: minutesOf(at) * MINUTE, loaded };
  });
  return {
    planned: planned.filter(({ at }) => at >= from),
    isSteered: startsItself(system) && planned.some(({ loaded }) => loaded.drill.what === 'laboratory'),
  };
}

interface UnderWay {
  readonly live: LiveDay;
  /** Settles when the day's flows have ended: what was to stop later stops then. */
  readonly isOver: Promise<unknown>;
  readonly run: Run;
  readonly seed: number;
  readonly signal: AbortSignal;
}

/** Holds each drill at its hour, one after the other; the day's clock, and with it its flows, waits meanwhile. */
export async function holdDrillsInDay(
  { planned }: DrillsInDay,
  { live, isOver, run, seed, signal }: UnderWay,
): Promise<void> {
  const { id, profile, reference, journal } = run;
  for (const { at, loaded } of planned) {
    const reached = new Promise<void>((resolve) => live.at(at, resolve));
    await Promise.race([reached, isOver]);
    live.hold();
    try {
      await holdDrill(loaded, {
        ...{ profile, reference, run: id, seed, signal, sink: journal.sink },
        progress: () => undefined,
      });
    } finally {
      live.continue();
    }
  }
}
