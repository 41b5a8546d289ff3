import type { DayPlan } from '../../../domain/care-day.ts';
import type { CareFlow } from '../../../domain/care-flow.ts';
import type { Simulation, Tick } from '../../kernel/index.ts';
import type { DayModel, FlowOf } from '../model/day-model.ts';
import { UNTRIAGED } from '../model/day-model.ts';
import { stepsOfFlow } from '../model/steps.ts';
import { plannedTick } from '../model/time.ts';
import { startCensus } from '../play/census.ts';
import { type FlowPosition, type FlowVisit, flowVisit } from '../play/flow-visit.ts';
import { startHandOvers } from '../play/hand-overs.ts';
import { type Hospital, openHospital } from '../play/hospital.ts';
import { startStreams } from '../play/start-streams.ts';

/** A planned day: its model, and the patients of its plan with when they come. Plain data. */
export interface Rehearsal {
  readonly model: DayModel;
  readonly visits: readonly PlannedVisit[];
}

export interface PlannedVisit extends FlowVisit {
  readonly at: Tick;
  readonly planned: NonNullable<FlowVisit['planned']>;
}

/** Brings a plan's patients to the model of its day. */
export function rehearsalOf(
  model: DayModel,
  plan: Pick<DayPlan, 'flows'>,
  flows: readonly CareFlow[],
): Rehearsal {
  const known = new Map(flows.map((flow) => [flow.id, flowOf(flow)]));
  const priorities = prioritiesOf(model);
  return {
    model,
    visits: plan.flows.map(({ instance, channel, flow: id, at, units }) => {
      const flow = known.get(id);
      if (flow === undefined) throw new Error(`The plan names the flow "${id}", which was not compiled.`);
      return {
        entity: { purpose: instance, number: 0 },
        flow,
        places: units,
        priority: priorities.get(id) ?? UNTRIAGED,
        planned: { instance, channel },
        at: plannedTick(at, model.startsAt),
      };
    }),
  };
}

const flowOf = (flow: CareFlow): FlowOf => ({
  id: flow.id,
  steps: stepsOfFlow(flow),
  length: flow.steps.length,
});

const prioritiesOf = ({ streams }: DayModel): Map<string, number> =>
  new Map(
    streams.flatMap(({ priority, variants }) =>
      variants.flatMap(({ flow }) => (flow === undefined ? [] : [[flow.id, priority] as const])),
    ),
  );

/** Whether a patient goes on where an earlier attempt at the day broke off, and from when. */
export type GoesOn = (visit: PlannedVisit) => { readonly at: Tick; readonly begun: FlowPosition | undefined };

/** Opens the hospital of a planned day, with the patients of the plan and, beside them, all care that no flow stands for. */
export function openRehearsal(
  { model, visits }: Rehearsal,
  seed: number,
  live?: Simulation,
  goesOn: GoesOn = ({ at }) => ({ at, begun: undefined }),
): Hospital {
  const hospital = openHospital(model, seed, live);
  startCensus(hospital);
  startStreams(
    hospital,
    seed,
    model.streams.filter(({ variants }) => variants.every(({ flow }) => flow === undefined)),
  );
  startHandOvers(hospital);
  for (const visit of visits) {
    const { at, begun } = goesOn(visit);
    const going = begun === undefined ? visit : { ...visit, begun };
    hospital.simulation.start(flowVisit(hospital, going), { name: visit.flow.id, at });
  }
  return hospital;
}

/** Whether every patient of the plan has come to the end. */
export const isOver = ({ visits }: Rehearsal, { seen }: Hospital): boolean =>
  seen.flows.length >= visits.length;

/** Plays a planned day on the virtual clock until the last flow has ended. */
export function playRehearsal(rehearsal: Rehearsal, seed: number): Hospital {
  const hospital = openRehearsal(rehearsal, seed);
  const { simulation } = hospital;
  while (!isOver(rehearsal, hospital)) {
    if (simulation.now >= rehearsal.model.horizon || !simulation.step())
      throw new NeverEnding(rehearsal, hospital);
  }
  return hospital;
}

/** Patients of the plan wait for staff who do not come. */
export class NeverEnding extends Error {
  constructor({ visits }: Rehearsal, { seen }: Hospital) {
    super(`${visits.length - seen.flows.length} of ${visits.length} flows have not ended after two days.`);
    this.name = 'NeverEnding';
  }
}
