import type { CareFlow } from '../domain/care-flow.ts';
import type { Stage } from '../domain/stage.ts';
import { type Failure, failuresOf } from './failures.ts';
import { type FlowResult, judgeFlow } from './flows.ts';
import { type HandOverResult, handOversOf } from './hand-overs.ts';
import type { RunHistory } from './history.ts';
import { type InstanceResult, judgeInstances } from './instances.ts';
import { judgeRequirement, type RequirementResult, shows } from './requirements.ts';

/** Everything that gates and reports look at: verdicts from the single step up. */
export interface Summary {
  readonly stage: Stage;
  readonly runs: readonly RunHistory[];
  readonly planned: number;
  readonly started: number;
  readonly instances: readonly InstanceResult[];
  readonly flows: readonly FlowResult[];
  readonly requirements: readonly RequirementResult[];
  readonly failures: readonly Failure[];
  readonly handOvers: readonly HandOverResult[];
}

/** Sums up what happened in the runs of one stage. Throws when they are of different stages or flows. */
export function summarise(runs: readonly RunHistory[]): Summary {
  const stage = commonStage(runs);
  const flows = commonFlows(runs);
  const instances = runs.flatMap(judgeInstances);
  const failures = failuresOf(instances, (flow, step) =>
    stage.requirements.filter((requirement) => shows(requirement, flow, step)).map(({ id }) => id),
  );
  return {
    stage,
    runs,
    planned: runs.reduce((sum, { started }) => sum + started.planned, 0),
    started: instances.length,
    instances,
    flows: flows.map((flow) => judgeFlow(flow, instances, failures)),
    requirements: stage.requirements.map((requirement) =>
      judgeRequirement(requirement, flows, instances, failures),
    ),
    failures,
    handOvers: handOversOf(instances),
  };
}

function commonStage(runs: readonly RunHistory[]): Stage {
  const [first, ...others] = runs.map(({ started }) => started);
  if (first === undefined) throw new RangeError('There is nothing to sum up: no run was given.');
  const other = others.find(({ stage }) => stage.hash !== first.stage.hash);
  if (other !== undefined) {
    throw new RangeError(
      `Körningarna ${first.run} och ${other.run} gjordes mot olika krav och grindar (${first.stage.name} och ` +
        `${other.stage.name}). De kan inte läggas ihop till ett beslut.`,
    );
  }
  return first.stage;
}

function commonFlows(runs: readonly RunHistory[]): CareFlow[] {
  const flows = new Map<string, CareFlow>();
  for (const flow of runs.flatMap(({ started }) => started.flows)) {
    const known = flows.get(flow.id);
    if (known !== undefined && known.hash !== flow.hash) {
      throw new RangeError(
        `Flödet ${flow.id} såg olika ut i körningarna. De kan inte läggas ihop till ett beslut.`,
      );
    }
    flows.set(flow.id, flow);
  }
  return [...flows.values()];
}
