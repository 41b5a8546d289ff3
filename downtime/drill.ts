import { createHash } from 'node:crypto';
import path from 'node:path';
import type { DrillStops } from '../domain/drill-evidence.ts';
import { InputError } from '../domain/input-error.ts';
import { checkSchema } from '../input/schema-check.ts';
import { readYaml } from '../input/yaml-source.ts';
import { findScenario } from '../scenarios/find-scenario.ts';
import schema from '../scenarios/schema/drill.schema.json' with { type: 'json' };

/** What every drill says. Times are seconds, real ones: a system does not recover faster because a day is played fast. */
interface Common {
  readonly sv: string;
  readonly en: string;
  readonly patients: number;
  readonly recoverWithin: number;
  readonly source: string;
}

/** Nothing can be reached or done: paper meanwhile, and back-entry after. */
export interface DowntimeDrill extends Common {
  readonly what: 'system' | 'network' | 'sign-in';
  /** How long it can only be read before it stops; 0 where it stops without warning. */
  readonly warning: number;
  readonly down: number;
  /** Papers for each patient while it is down. */
  readonly paper: number;
  /** Doses that are due to each patient while it is down. */
  readonly doses: number;
  /** How old the printed list may be when it stops. */
  readonly listAtMost: number;
}

/** The laboratory's system stops, and the rest goes on: orders queue, and what cannot wait is done on paper. */
export interface LaboratoryDrill extends Common {
  readonly what: 'laboratory';
  readonly down: number;
  /** Orders for each patient while it is down. */
  readonly orders: number;
  /** The one who orders is at the first ward of this day, and the laboratory is its. */
  readonly day: string;
}

/** The machine beneath is lost and another takes over, while everybody works. */
export interface FailoverDrill extends Common {
  readonly what: 'failover';
  /** How many write at the same time, each the next as soon as the last is answered. */
  readonly writers: number;
  /** How long they write before, and after it has recovered. */
  readonly before: number;
  readonly after: number;
}

/** The new system is left, and what was written in it is carried back to the old one by a list. */
export interface RollBackDrill extends Common {
  readonly what: 'roll-back';
  /** Measurements and doses for each patient that were written in the new one. */
  readonly written: number;
}

export type Drill = DowntimeDrill | LaboratoryDrill | FailoverDrill | RollBackDrill;
export type DrillOf<W extends DrillStops = DrillStops> = Extract<Drill, { what: W }>;

/** How the way to a system, or to a part of it, can be shut. */
export type Shut = Exclude<DrillStops, 'roll-back'>;

/** A drill with its name and the hash of its file. */
export interface LoadedDrill<D extends Drill = Drill> {
  readonly name: string;
  readonly hash: string;
  readonly drill: D;
}

/** A drill from a path or by its name in scenarios/drills. Whatever is wrong in it is an InputError with file, line and column. */
export function loadDrill(pathOrName: string): LoadedDrill {
  const source = readYaml(findScenario('drills', pathOrName));
  const drill = checkSchema<Drill>(source, schema);
  if ('doses' in drill && drill.doses > drill.down) {
    throw new InputError(
      `Det ska gå minst en sekund mellan doserna: doses är ${drill.doses}, men det är borta i ${drill.down} s.`,
      source.positionOf(['doses']),
    );
  }
  return {
    name: path.basename(source.file, '.yaml'),
    hash: createHash('sha256').update(source.text).digest('hex'),
    drill,
  };
}
