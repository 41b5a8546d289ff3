import path from 'node:path';
import type { CareDay } from '../../domain/care-day.ts';
import { InputError } from '../../domain/input-error.ts';
import { PROJECT } from '../../input/project.ts';
import { checkSchema } from '../../input/schema-check.ts';
import { readYaml, type YamlSource } from '../../input/yaml-source.ts';
import { findScenario, namesOf } from '../find-scenario.ts';
import { loadDay, sourceOf } from '../load-day.ts';
import schema from '../schema/simulation.schema.json' with { type: 'json' };
import { checkDaySimulation } from './check-day-simulation.ts';
import type { DaySimulation } from './day-simulation.ts';
import { loadWhatIf } from './load-what-if.ts';
import type { Variant } from './what-if.ts';

/** A day with what its simulation needs beside it, and where that stands written. */
export interface SimulatedDay {
  readonly day: CareDay;
  readonly data: DaySimulation;
  readonly source: YamlSource;
  /** What the day changes of how its work goes. */
  readonly changed?: Variant;
}

/**
 * Reads the simulation of a day from a path or by its name in scenarios/simulation, and the day it is about. Whatever is
 * wrong in either is an InputError with file, line and column.
 */
export function loadDaySimulation(pathOrName: string): SimulatedDay {
  const heir = heirNamed(pathOrName);
  const simulated = heir && loadSimulationOf(heir);
  if (simulated !== undefined) return simulated;
  if (isDayAlone(pathOrName)) throw nobodyWorks(pathOrName);
  return readSimulation(findScenario('simulation', pathOrName), (file, named) =>
    loadDay(named.endsWith('.yaml') ? path.resolve(path.dirname(file), named) : named),
  );
}

/**
 * Reads what a day's simulation needs for a day that is read already: from a path or by a name, else under the day's own
 * name or that of the day that it inherits. Undefined when there is none.
 */
export function loadSimulationOf(day: CareDay, pathOrName?: string): SimulatedDay | undefined {
  const name = pathOrName ?? simulationNameOf(day);
  return name === undefined ? undefined : readSimulation(findScenario('simulation', name), () => day);
}

function simulationNameOf({ name, inherits }: CareDay): string | undefined {
  const names = namesOf('simulation');
  if (names.includes(name) || inherits === undefined) return names.find((each) => each === name);
  return simulationNameOf(loadDay(inherits));
}

/** A day in scenarios/days of which another's simulation is to be read. */
function heirNamed(name: string): CareDay | undefined {
  if (!isDayAlone(name)) return undefined;
  const day = loadDay(name);
  return day.inherits === undefined ? undefined : day;
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
  const changed = changedIn(day);
  return { day, data, source, ...(changed === undefined ? {} : { changed }) };
}

function changedIn(day: CareDay): Variant | undefined {
  if (day.changes === undefined) return undefined;
  const { whatIf: name, variant } = day.changes;
  const { variants } = loadWhatIf(name).whatIf;
  const changed = variants[variant - 1];
  if (changed === undefined) {
    throw new InputError(
      `Frågan ${name} har ${variants.length} varianter och ingen med nummer ${variant}.`,
      sourceOf(day)?.positionOf(['changes', 'variant']),
    );
  }
  return changed;
}
