import type { CareDay } from '../../../domain/care-day.ts';
import type { CareFlow } from '../../../domain/care-flow.ts';
import { COLOURS } from '../../../scenarios/day-simulation/colour.ts';
import type { DaySimulation } from '../../../scenarios/day-simulation/day-simulation.ts';
import { flowsNamed } from '../../../scenarios/flows-named.ts';
import { choosePlaces } from '../../../scenarios/unit-choice.ts';
import type { DayVariant } from '../what-if/variant.ts';
import { OWN_UNIT, type Stream, type StreamVariant, UNTRIAGED } from './day-model.ts';
import { stepsOfFlow, stepsOfPathway } from './steps.ts';

/** After so many instances every combination of units has had its turn, in any day of reasonable size. */
const TURNS = 24;

/**
 * Patients whom both a pathway and flows describe come once: through the pathway in a simulated day, which knows more of
 * them, and through the flows in a rehearsed day, where robots play those.
 */
export type PlayedAs = 'simulated' | 'rehearsed';

/** All care of a day: pathways and lines of the mix. */
export const streamsOf = (
  day: CareDay,
  variant: DayVariant,
  flows: readonly CareFlow[],
  as: PlayedAs,
): Stream[] => [...pathwayStreams(day, variant, as), ...flowStreams(day, variant, flows, as)];

const factorOf = ({ weekday, weekdayFactor }: CareDay): number => weekdayFactor[weekday - 1] ?? 1;
const hoursOf = ({ arrivals }: CareDay, curve: string): readonly number[] => arrivals[curve]?.hours ?? [];

function pathwayStreams(day: CareDay, { data, arrivals }: DayVariant, as: PlayedAs): Stream[] {
  return Object.entries(data.pathways).map(([key, pathway]) => {
    const { curve, perDay, pattern } = pathway.arrivals;
    const isPlayed = as === 'simulated' || pathway.standsFor === undefined;
    const steps = stepsOfPathway(pathway.steps);
    return {
      key,
      sv: pathway.sv,
      en: pathway.en,
      triage: pathway.triage === true,
      priority: UNTRIAGED,
      pattern,
      count: (isPlayed ? perDay : 0) * factorOf(day) * (arrivals[key] ?? 1),
      hours: hoursOf(day, curve),
      variants: pathway.units.map((unit) => ({ places: { [OWN_UNIT]: unit }, steps })),
    };
  });
}

function flowStreams(
  day: CareDay,
  { data, arrivals }: DayVariant,
  flows: readonly CareFlow[],
  as: PlayedAs,
): Stream[] {
  const inPathways = Object.values(data.pathways).flatMap(({ standsFor = [] }) => standsFor);
  return day.mix
    .filter(({ flow }) => as === 'rehearsed' || !inPathways.includes(flow))
    .map(({ flow: key, perDay, arrivals: curve }) => {
      const taking = flowsNamed(key, flows);
      const name = taking[0]?.feature ?? key;
      return {
        key,
        sv: name,
        en: name,
        triage: false,
        priority: priorityOf(data, key),
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
    const steps = stepsOf.get(flow) ?? [];
    return { places: units, steps, flow: { id: flow.id, steps, length: flow.steps.length } };
  });
}

const priorityOf = ({ urgency = [] }: DaySimulation, line: string): number => {
  const colour = urgency.find(({ flow }) => flow === line)?.colour;
  return colour === undefined ? UNTRIAGED : COLOURS.indexOf(colour);
};
