import type { CareDay } from '../domain/care-day.ts';
import { checkSchema } from '../input/schema-check.ts';
import { readYaml, type YamlSource } from '../input/yaml-source.ts';
import { checkDay } from './check-day.ts';
import { findScenario } from './find-scenario.ts';
import schema from './schema/day.schema.json' with { type: 'json' };

/** Where the days that were loaded stand written, so that what is found wrong later can still be pointed at. */
const sources = new WeakMap<CareDay, YamlSource>();

/**
 * Reads a day from a path or by its name in scenarios/days. Whatever is wrong in it is an InputError with file, line and
 * column. Whether its flows exist is a question of {@link checkDayAgainstFlows}.
 */
export function loadDay(pathOrName: string): CareDay {
  const source = readYaml(findScenario('days', pathOrName));
  const day = checkSchema<CareDay>(source, schema);
  checkDay(day, source);
  sources.set(day, source);
  return day;
}

/** The file a day was loaded from; none for a day that was made in code. */
export const sourceOf = (day: CareDay): YamlSource | undefined => sources.get(day);
