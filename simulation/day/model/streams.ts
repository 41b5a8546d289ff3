import type { CareDay } from '../../../domain/care-day.ts';
import type { CareFlow } from '../../../domain/care-flow.ts';
import { flowsNamed } from '../../../scenarios/flows-named.ts';
import { choosePlaces } from '../../../scenarios/unit-choice.ts';
import type { DayVariant } from '../what-if/variant.ts';
import { OWN_UNIT, type Stream, type StreamVariant } from './day-model.ts';
import { stepsOfFlow, stepsOfPathway } from './steps.ts';

/** After so many instances every combination of units has had its turn, in any day of reasonable size. */
const TURNS = 24;

/** All care of a day: the pathways, and the lines of the mix that no pathway stands for. */
export const streamsOf = (day: CareDay, variant: DayVariant, flows: readonly CareFlow[]): Stream[] => [
  ...pathwayStreams(day, variant),
  ...flowStreams(day, variant, flows),
];

const factorOf = ({ weekday, weekdayFactor }: CareDay): number => weekdayFactor[weekday - 1] ?? 1;
const hoursOf = ({ arrivals }: CareDay, curve: string): readonly number[] => arrivals[curve]?.hours ?? [];

function pathwayStreams(day: CareDay, { data, arrivals }: DayVariant): Stream[] {
  return Object.entries(data.pathways).map(([key, pathway]) => {
    const { curve, perDay, pattern } = pathway.arrivals;
    const steps = stepsOfPathway(pathway.steps);
    return {
      key,
      sv: pathway.sv,
      en: pathway.en,
      triage: pathway.triage === true,
      pattern,
      count: perDay * factorOf(day) * (arrivals[key] ?? 1),
      hours: hoursOf(day, curve),
      variants: pathway.units.map((unit) => ({ places: { [OWN_UNIT]: unit }, steps })),
    };
  });
}

function flowStreams(day: CareDay, { data, arrivals }: DayVariant, flows: readonly CareFlow[]): Stream[] {
  return day.mix
    .filter(({ flow }) => !data.inPathways.includes(flow))
    .map(({ flow: key, perDay, arrivals: curve }) => {
      const taking = flowsNamed(key, flows);
      const name = taking[0]?.feature ?? key;
      return {
        key,
        sv: name,
        en: name,
        triage: false,
        pattern: 'planned',
        count: perDay * factorOf(day) * (arrivals[key] ?? 1),
        hours: hoursOf(day, curve),
        variants: flowVariants(day, taking),
      };
    });
}

/** Flows take turns, and each takes its turns through the units, as in a day plan. */
function flowVariants(day: CareDay, taking: readonly CareFlow[]): StreamVariant[] {
  const stepsOf = new Map(taking.map((flow) => [flow, stepsOfFlow(flow)]));
  return Array.from({ length: TURNS * taking.length }, (_, index) => {
    const flow = taking[index % taking.length];
    if (flow === undefined) throw new Error('A line of the mix names no flow.');
    const { units } = choosePlaces(flow.units, day.units, Math.floor(index / taking.length));
    return { places: units, steps: stepsOf.get(flow) ?? [] };
  });
}
