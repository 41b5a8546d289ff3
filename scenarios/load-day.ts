import type { CareDay } from '../domain/care-day.ts';
import { InputError } from '../domain/input-error.ts';
import { checkSchema } from '../input/schema-check.ts';
import { readYaml, type YamlSource } from '../input/yaml-source.ts';
import { checkDay } from './check-day.ts';
import { findScenario } from './find-scenario.ts';
import schema from './schema/day.schema.json' with { type: 'json' };

/** Where the days that were loaded stand written, so that what is found wrong later can still be pointed at. */
const sources = new WeakMap<CareDay, YamlSource>();

/**
 * Reads a day from a path or by its name in scenarios/days. A day that inherits another is that day but for what it says itself. Whatever is wrong in it is an InputError with file, line and
 * column. Whether its flows exist is a question of {@link checkDayAgainstFlows}.
 */
export const loadDay = (pathOrName: string): CareDay => load(pathOrName, []);

/** @param heirs the days that inherit this one, the nearest last */
function load(pathOrName: string, heirs: readonly string[]): CareDay {
  const source = readYaml(findScenario('days', pathOrName));
  const own = checkSchema<CareDay>(source, schema);
  if (heirs.includes(own.name)) {
    throw new InputError(
      `Dagarna ärver varandra i en ring (${[...heirs, own.name].join(' → ')}); ta bort ett inherits.`,
      source.positionOf(['inherits']),
    );
  }
  const day = own.inherits === undefined ? own : { ...load(own.inherits, [...heirs, own.name]), ...own };
  checkDay(day, source);
  sources.set(day, source);
  return day;
}

/** The file a day was loaded from; none for a day that was made in code. */
export const sourceOf = (day: CareDay): YamlSource | undefined => sources.get(day);
