import path from 'node:path';
import type { CareDay } from '../../domain/care-day.ts';
import { InputError } from '../../domain/input-error.ts';
import { PROJECT } from '../../input/project.ts';
import { checkSchema } from '../../input/schema-check.ts';
import { readYaml, type YamlSource } from '../../input/yaml-source.ts';
import { findScenario, namesOf } from '../find-scenario.ts';
import { loadDay } from '../load-day.ts';
import schema from '../schema/simulation.schema.json' with { type: 'json' };
import { checkDaySimulation } from './check-day-simulation.ts';
import type { DaySimulation } from './day-simulation.ts';

/** A day with what its simulation needs beside it, and where that stands written. */
export interface SimulatedDay {
  readonly day: CareDay;
  readonly data: DaySimulation;
  readonly source: YamlSource;
}

/**
 * Reads the simulation of a day from a path or by its name in scenarios/simulation, and the day it is about. Whatever is
 * wrong in either is an InputError with file, line and column.
 */
export function loadDaySimulation(pathOrName: string): SimulatedDay {
  if (isDayAlone(pathOrName)) throw nobodyWorks(pathOrName);
  return readSimulation(findScenario('simulation', pathOrName), (file, named) =>
    loadDay(named.endsWith('.yaml') ? path.resolve(path.dirname(file), named) : named),
  );
}

/**
 * Reads what a day's simulation needs for a day that is read already: from a path or by a name, else under the day's own
 * name. Undefined when there is none.
 */
export function loadSimulationOf(day: CareDay, pathOrName?: string): SimulatedDay | undefined {
  if (pathOrName === undefined && !namesOf('simulation').includes(day.name)) return undefined;
  return readSimulation(findScenario('simulation', pathOrName ?? day.name), () => day);
}

const isDayAlone = (name: string): boolean =>
  namesOf('days').includes(name) && !namesOf('simulation').includes(name);

/** There is the day, and nothing that tells who works in it. */
const nobodyWorks = (day: string): InputError =>
  new InputError(
    `Dagen ${day} har ingen simulering: skriv vilka som arbetar när, och hur lång tid allt tar, i scenarios/simulation/${day}.yaml; ` +
      `${path.relative(PROJECT, findScenario('simulation', EXAMPLE)).replaceAll(path.sep, '/')} är ett exempel att kopiera.`,
  );

const EXAMPLE = 'sas-vardag';

function readSimulation(file: string, dayOf: (file: string, named: string) => CareDay): SimulatedDay {
  const source = readYaml(file);
  const data = checkSchema<DaySimulation>(source, schema);
  const day = dayOf(file, data.day);
  checkDaySimulation(data, day, source);
  return { day, data, source };
}
