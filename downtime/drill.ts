import { checkSchema } from '../input/schema-check.ts';
import { readYaml } from '../input/yaml-source.ts';
import { findScenario } from '../scenarios/find-scenario.ts';
import schema from '../scenarios/schema/drill.schema.json' with { type: 'json' };

/** What stops. */
export type Stopped = 'system' | 'network' | 'sign-in';

/** A downtime that is rehearsed. Times are seconds, real ones: a system does not recover faster because a day is played fast. */
export interface Drill {
  readonly sv: string;
  readonly en: string;
  readonly what: Stopped;
  /** How long it can only be read before it stops; 0 where it stops without warning. */
  readonly warning: number;
  readonly down: number;
  readonly patients: number;
  /** Papers for each patient while it is down. */
  readonly paper: number;
  /** How old the printed list may be when it stops. */
  readonly listAtMost: number;
  readonly recoverWithin: number;
  readonly source: string;
}

/** A drill from a path or by its name in scenarios/drills. Whatever is wrong in it is an InputError with file, line and column. */
export const loadDrill = (pathOrName: string): Drill =>
  checkSchema<Drill>(readYaml(findScenario('drills', pathOrName)), schema);
