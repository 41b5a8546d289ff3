import type { CareDay } from '../../../domain/care-day.ts';
import { didYouMean } from '../../../input/suggest.ts';
import type { YamlPath } from '../../../input/yaml-source.ts';
import type { DaySimulation } from '../day-simulation.ts';
import type { Refuse } from './refuse.ts';

/** Refuses units, curves, flows and pathways that are not there. */
export function checkNames(data: DaySimulation, day: CareDay, refuse: Refuse): void {
  const units = day.units.map(({ key }) => key);
  const curves = Object.keys(day.arrivals);
  const pathways = Object.keys(data.pathways);
  const must = (kind: string, known: readonly string[]) => (name: string, path: YamlPath) => {
    if (known.includes(name)) return;
    const near = didYouMean(name, known) || '.';
    refuse(`${kind} "${name}" finns inte${near} Det finns ${known.join(', ')}.`, path);
  };
  const beUnit = must('Enheten', units);
  const beCurve = must('Kurvan', curves);
  const beFlow = must(
    'Flödet',
    day.mix.map(({ flow }) => flow),
  );
  const bePathway = must('Vården', pathways);
  for (const [index, { unit }] of data.places.entries()) beUnit(unit, ['places', index, 'unit']);
  for (const [index, { unit }] of data.staff.entries()) beUnit(unit, ['staff', index, 'unit']);
  for (const [index, { flow }] of (data.urgency ?? []).entries()) beFlow(flow, ['urgency', index, 'flow']);
  for (const [name, { units: at, arrivals, standsFor = [] }] of Object.entries(data.pathways)) {
    for (const [index, flow] of standsFor.entries()) beFlow(flow, ['pathways', name, 'standsFor', index]);
    for (const [index, unit] of at.entries()) beUnit(unit, ['pathways', name, 'units', index]);
    beCurve(arrivals.curve, ['pathways', name, 'arrivals', 'curve']);
  }
  for (const [index, { unit }] of data.admission.wards.entries())
    beUnit(unit, ['admission', 'wards', index, 'unit']);
  for (const [index, { units: at }] of data.handOvers.entries()) {
    for (const [nth, unit] of at.entries()) beUnit(unit, ['handOvers', index, 'units', nth]);
  }
  for (const [index, { unit, pathway }] of data.census.entries()) {
    beUnit(unit, ['census', index, 'unit']);
    if (pathway !== undefined) bePathway(pathway, ['census', index, 'pathway']);
  }
}
