import { createHash } from 'node:crypto';
import type { CareDay, DayPlan, FlowShare, PlannedFlow } from '../domain/care-day.ts';
import type { Patient, PatientCriteria } from '../domain/patient.ts';
import { randomStream } from '../domain/random.ts';
import { arrivalTimes } from './arrivals.ts';
import { isThroughUi } from './channel-choice.ts';
import { checkDayAgainstFlows, type PlannableFlow } from './check-day-against-flows.ts';
import { flowsNamed } from './flows-named.ts';
import { choosePlaces } from './unit-choice.ts';

/** Gives a person for one instance: the same for the same key, another for another. */
export type DrawPatient = (
  instanceKey: string,
  criteria: PatientCriteria,
  municipalityCode?: string,
) => Patient;

export interface DayPlanRequest {
  readonly day: CareDay;
  readonly flows: readonly PlannableFlow[];
  readonly seed: number;
  /** Version of Genrep. */
  readonly version: string;
  /** Share of the instances of each flow that goes through the user interface, 0–1. */
  readonly uiShare: number;
  /** Whether a flow can be done in pages at all; all of them when absent. */
  readonly isDoneInPages?: (flow: PlannableFlow) => boolean;
  readonly drawPatient: DrawPatient;
}

/**
 * Unrolls a day: who arrives when, with which flow, where and through which channel. A pure function of what it is
 * given; each line of the mix is planned by itself, so that a new line moves nothing in the others.
 */
export function planDay(request: DayPlanRequest): DayPlan {
  const { day, flows, seed, version } = request;
  checkDayAgainstFlows(day, flows);
  const plan = {
    day: day.name,
    stage: day.stage,
    seed,
    version,
    units: day.units,
    flows: inOrderOfArrival(day.mix.flatMap((share) => planShare(request, share))),
  };
  return { ...plan, hash: createHash('sha256').update(JSON.stringify(plan)).digest('hex') };
}

/** How many instances a line of the mix has on the day's weekday: exactly so many, not on average. */
const instancesOf = ({ weekday, weekdayFactor }: CareDay, { perDay }: FlowShare): number =>
  Math.max(1, Math.round(perDay * (weekdayFactor[weekday - 1] ?? 1)));

/** An instance before it has its number in the order of arrival. */
interface Arrival extends Omit<PlannedFlow, 'instance'> {
  readonly key: string;
}

function planShare(request: DayPlanRequest, share: FlowShare): Arrival[] {
  const { day, seed, uiShare, isDoneInPages = () => true, drawPatient } = request;
  const taking = flowsNamed(share.flow, request.flows);
  const count = instancesOf(day, share);
  const times = arrivalTimes(seed, share.flow, count, day.arrivals[share.arrivals]?.hours ?? []);
  return times.map((at, index) => {
    const flow = turnOf(taking, index);
    const nth = Math.floor(index / taking.length);
    const ofThisFlow = Math.ceil((count - (index % taking.length)) / taking.length);
    const key = `${share.flow}/${index}`;
    const { home, units } = choosePlaces(flow.units, day.units, nth);
    const turn = randomStream(seed, 'channel', flow.id).next();
    return {
      key,
      flow: flow.id,
      at,
      patient: drawPatient(key, flow.patient, home),
      units,
      channel: isDoneInPages(flow) && isThroughUi(nth, ofThisFlow, uiShare, turn) ? 'ui' : 'api',
    };
  });
}

function turnOf<T>(taking: readonly T[], index: number): T {
  const flow = taking[index % taking.length];
  if (flow === undefined) throw new Error('A line of the mix names no flow.');
  return flow;
}

function inOrderOfArrival(arrivals: readonly Arrival[]): PlannedFlow[] {
  return arrivals
    .toSorted((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1))
    .map(({ key: _, ...arrival }, index) => ({
      instance: `f-${`${index + 1}`.padStart(4, '0')}`,
      ...arrival,
    }));
}
