import type { CareDay } from '../../domain/care-day.ts';
import type { YamlSource } from '../../input/yaml-source.ts';
import { checkDurations } from './check/durations.ts';
import { checkNames } from './check/names.ts';
import { checkPathways } from './check/pathways.ts';
import { refuseIn } from './check/refuse.ts';
import { checkShifts } from './check/shifts.ts';
import { checkSources } from './check/sources.ts';
import { checkTriage } from './check/triage.ts';
import type { DaySimulation } from './day-simulation.ts';

/** What a schema cannot say of a simulation: names that must be known, shifts that must end, work that somebody must do. */
export function checkDaySimulation(data: DaySimulation, day: CareDay, source: YamlSource): void {
  const refuse = refuseIn(source);
  checkDurations(data, refuse);
  checkShifts(data, refuse);
  checkTriage(data, refuse);
  checkNames(data, day, refuse);
  checkPathways(data, refuse);
  checkSources(data.system, ['system'], source);
  for (const [index, line] of (data.urgency ?? []).entries()) checkSources(line, ['urgency', index], source);
  for (const [task, times] of Object.entries(data.times)) {
    for (const [index, time] of times.entries()) checkSources(time, ['times', task, index], source);
  }
  for (const [name, pathway] of Object.entries(data.pathways)) {
    checkSources(pathway, ['pathways', name], source);
  }
  for (const [index, line] of data.census.entries()) checkSources(line, ['census', index], source);
}
