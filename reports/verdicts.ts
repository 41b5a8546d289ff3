import type { Vocabulary } from '../domain/area.ts';
import type { CareFlow } from '../domain/care-flow.ts';
import type { Decision } from '../domain/decision.ts';
import type { DeviationRegister } from '../domain/deviation.ts';
import type { EstimateMade } from '../domain/evidence.ts';
import type { FirstWeeks } from '../domain/first-weeks.ts';
import { InputError } from '../domain/input-error.ts';
import type { Stage } from '../domain/stage.ts';
import type { ApprovalRegister } from './approvals/standing.ts';
import { type Conservation, conservationIn } from './conservation.ts';
import { happenedIn } from './exercised.ts';
import { type Failure, failuresOf } from './failures.ts';
import { type FlowResult, judgeFlow } from './flows.ts';
import { type HandOverResult, handOversOf } from './hand-overs.ts';
import type { RunHistory } from './history.ts';
import { type InstanceResult, judgeInstances } from './instances.ts';
import { type LoadResult, measureLoad } from './load/measure-load.ts';
import { type MonitorResult, monitorsIn } from './monitors.ts';
import { judgeRequirement, type RequirementResult } from './requirements.ts';
import { stepsOn } from './shows.ts';
import type { TrainingResult } from './training/measure-training.ts';
import { vocabularyOf } from './vocabulary.ts';

/** Everything that gates and reports look at: verdicts from the single step up. */
export interface Summary {
  readonly stage: Stage;
  readonly runs: readonly RunHistory[];
  /** What the runs tell of the kinds of step there were. */
  readonly vocabulary: Vocabulary;
  readonly planned: number;
  readonly started: number;
  readonly instances: readonly InstanceResult[];
  readonly flows: readonly FlowResult[];
  readonly requirements: readonly RequirementResult[];
  readonly failures: readonly Failure[];
  /** What was seen beside the steps. */
  readonly monitors: readonly MonitorResult[];
  readonly handOvers: readonly HandOverResult[];
  readonly conservation: Conservation;
  readonly estimates: readonly EstimateMade[];
  readonly deviations?: DeviationRegister;
  /** What is planned for the first weeks of the stage. */
  readonly weeks?: FirstWeeks;
  readonly decisions: readonly Decision[];
  readonly approvals?: ApprovalRegister;
  readonly training?: TrainingResult;
  readonly loads: readonly LoadResult[];
}

/** What is weighed beside the evidence of runs. */
export interface SummaryOptions {
  /** The stage as it is now; that of the runs when absent. */
  readonly stage?: Stage;
  readonly deviations?: DeviationRegister;
  readonly weeks?: FirstWeeks;
  readonly decisions?: readonly Decision[];
  /** How what the stage rests on stands with those who approve it. */
  readonly approvals?: ApprovalRegister;
  /** Who of those who will work there is trained. */
  readonly training?: TrainingResult;
  /** Whether runs of different systems may be weighed together. */
  readonly mixedSystems?: boolean;
}

/** Sums up what happened in the runs of one stage. Throws InputError when they do not belong together. */
export function summarise(runs: readonly RunHistory[], options: SummaryOptions = {}): Summary {
  const { deviations, weeks, decisions = [], approvals, training, mixedSystems = false } = options;
  const stage = options.stage ?? commonStage(runs);
  for (const { started } of runs) requireStage(started.run, started.stage, stage);
  if (!mixedSystems) requireOneSystem(runs);
  const flows = commonFlows(runs);
  const instances = runs.flatMap(judgeInstances);
  const happened = happenedIn(instances);
  const vocabulary = vocabularyOf(runs);
  const { requirements } = stage;
  const failures = failuresOf(
    instances,
    (instance, step) =>
      requirements
        .filter((requirement) => stepsOn(requirement, instance, requirements).includes(step))
        .map(({ id }) => id),
    (requirement) => requirements.find(({ id }) => id === requirement)?.component,
  );
  const monitors = monitorsIn(runs, instances, requirements);
  return {
    stage,
    runs,
    vocabulary,
    planned: runs.reduce((sum, { planned }) => sum + planned, 0),
    started: instances.length,
    instances,
    flows: flows.map((flow) => judgeFlow(flow, instances, failures)),
    requirements: requirements.map((requirement) =>
      judgeRequirement(requirement, flows, instances, failures, happened, {
        ...{ requirements, vocabulary, monitors },
      }),
    ),
    failures,
    monitors,
    handOvers: handOversOf(instances),
    conservation: conservationIn(instances, vocabulary),
    estimates: runs.flatMap(({ estimates }) => estimates),
    ...(deviations === undefined ? {} : { deviations }),
    ...(weeks === undefined ? {} : { weeks }),
    decisions,
    ...(approvals === undefined ? {} : { approvals }),
    ...(training === undefined ? {} : { training }),
    loads: runs.flatMap(({ loads }) => loads.map((load) => measureLoad(load, instances))),
  };
}

function commonStage(runs: readonly RunHistory[]): Stage {
  const [first, ...others] = runs.map(({ started }) => started);
  if (first === undefined) throw new InputError('Det finns inget att väga: ange minst en körning.');
  const other = others.find(({ stage }) => stage.hash !== first.stage.hash);
  if (other !== undefined) {
    throw new InputError(
      `Körningarna ${first.run} och ${other.run} gjordes mot olika krav och grindar (${first.stage.name} och ` +
        `${other.stage.name}). De kan inte läggas ihop utan den etapp de ska vägas mot; kör genrep readiness.`,
    );
  }
  return first.stage;
}

function requireStage(run: string, own: Stage, stage: Stage): void {
  if (own.name === stage.name) return;
  throw new InputError(
    `Körningen ${run} gjordes för etappen ${own.name}, inte för ${stage.name}; väg den mot sin egen etapp.`,
  );
}

/** Runs that sent nothing to any system go with every other. */
function requireOneSystem(runs: readonly RunHistory[]): void {
  const named = runs.flatMap(({ started: { run, system } }) =>
    system === undefined ? [] : [{ run, system }],
  );
  const [first] = named;
  if (first === undefined) return;
  const key = ({ name, software, version }: (typeof named)[number]['system']) =>
    `${name}, ${software} ${version}`;
  const other = named.find(({ system }) => key(system) !== key(first.system));
  if (other === undefined) return;
  throw new InputError(
    `Körningarna ${first.run} och ${other.run} gjordes mot olika system (${key(first.system)} och ${key(other.system)}). ` +
      'Lägg till --mixed-systems om de ändå ska vägas ihop.',
  );
}

function commonFlows(runs: readonly RunHistory[]): CareFlow[] {
  const flows = new Map<string, CareFlow>();
  for (const flow of runs.flatMap(({ started }) => started.flows)) {
    const known = flows.get(flow.id);
    if (known !== undefined && known.hash !== flow.hash) {
      throw new InputError(
        `Flödet ${flow.id} såg olika ut i körningarna, så de kan inte läggas ihop till ett beslut. Kör om den äldre.`,
      );
    }
    flows.set(flow.id, flow);
  }
  return [...flows.values()];
}
