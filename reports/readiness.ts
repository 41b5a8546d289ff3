import type { CareFlow } from '../domain/care-flow.ts';
import type { RunResumed, RunStarted } from '../domain/evidence.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Stage } from '../domain/stage.ts';
import type { Milliseconds } from '../domain/time.ts';
import { countVerdicts, type Verdict, worst } from '../domain/verdict.ts';
import { type AccessResult, measureAccess } from './access/measure-access.ts';
import { type Changes, changesSince } from './changes.ts';
import { type Conclusion, conclusionOf } from './conclusion.ts';
import type { Conservation } from './conservation.ts';
import { type Piece, piecesOf } from './crossing.ts';
import { type DeckResult, measureDeck } from './deck/measure-deck.ts';
import { type DetectionLimit, detectionLimits } from './detection.ts';
import { type DrillResult, measureDrills } from './drill/measure-drill.ts';
import type { Failure } from './failures.ts';
import type { FlowResult, VerdictCounts } from './flows.ts';
import { type Foreseen, foreseenIn } from './foreseen.ts';
import type { HandOverResult } from './hand-overs.ts';
import type { RunHistory } from './history.ts';
import { type GateResult, judgeGates, type Scope } from './judge-gates.ts';
import { type LabResult, measureLabs } from './lab/measure-lab.ts';
import { type BesideLoad, besideLoad } from './load/beside-load.ts';
import { type LoadReport, reportOf } from './load/load-report.ts';
import { type MatrixCell, matrixOf } from './matrix.ts';
import { type MigrationResult, measureMigration } from './migration/measure-migration.ts';
import type { MonitorResult } from './monitors.ts';
import { type NotCovered, notCoveredIn } from './not-covered.ts';
import { outcomeOfRuns } from './outcome.ts';
import { type GateReason, reasonsOf } from './reasons.ts';
import type { RequirementResult } from './requirements.ts';
import { type Risk, worstRisks } from './risks.ts';
import { type Stability, stabilityIn } from './stability.ts';
import { type Summary, type SummaryOptions, summarise } from './verdicts.ts';

/** What must be known of a run to make it again or to trust it. */
export interface RunFacts
  extends Pick<
    RunStarted,
    'run' | 'title' | 'command' | 'system' | 'seed' | 'speed' | 'planHash' | 'genrep'
  > {
  /** Of the stage as it was when the run began. */
  readonly stageHash: string;
  readonly planned: number;
  readonly started: number;
  /** Epoch milliseconds. */
  readonly beganAt: number;
  readonly lastAt: number;
  readonly journal: RunHistory['journal'];
  /** How far the system's clock was ahead of Genrep's. */
  readonly clockAhead?: Milliseconds;
  /** Where it was cut off and went on. */
  readonly resumed: readonly Omit<RunResumed, 'type'>[];
}

/** A flow's result without the compiled flow itself. */
export interface FlowReport extends Omit<FlowResult, 'flow'> {
  readonly flow: Pick<
    CareFlow,
    'id' | 'name' | 'feature' | 'setting' | 'safetyClass' | 'requirements' | 'location'
  >;
}

/**
 * What runs came to and how far their stage has come; of a stage that was weighed over all its gates: go, or no-go with
 * reasons. Plain data; a pure function of the evidence.
 */
export interface Readiness {
  readonly version: 2;
  /** Whether the runs were weighed for themselves or for the whole stage. */
  readonly scope: Scope;
  /** What the runs came to by themselves. */
  readonly outcome: Outcome;
  /** Of a stage that was weighed; no run has one. */
  readonly decision?: 'go' | 'no-go';
  /** What the outcome rests on; of a stage that was weighed the worst of its gates. */
  readonly verdict: Verdict;
  /** The same in words. */
  readonly conclusion: Conclusion;
  readonly stage: Pick<Stage, 'name' | 'title' | 'organisations' | 'hash'>;
  readonly reasons: readonly GateReason[];
  /** What went wrong in steps that show no requirement; never hidden, whatever the gates say. */
  readonly otherFailures: readonly Failure[];
  /** What was seen beside the steps. */
  readonly monitors: readonly MonitorResult[];
  readonly gates: readonly GateResult[];
  /** Gates that other runs, or people, decide; not weighed here. */
  readonly elsewhere: readonly GateResult[];
  /** What decides a go-live beside patients' flows, and how far the stage has come with each. */
  readonly crossing: readonly Piece[];
  readonly risks: readonly Risk[];
  /** Against the run before; absent when none was given. */
  readonly changes?: Changes;
  /** Of each failure, by its key, what earlier runs say. */
  readonly stability: Readonly<Record<string, Stability>>;
  readonly requirements: readonly RequirementResult[];
  readonly flows: readonly FlowReport[];
  readonly matrix: readonly MatrixCell[];
  readonly handOvers: readonly HandOverResult[];
  readonly conservation: Conservation;
  readonly detection: readonly DetectionLimit[];
  readonly notCovered: readonly NotCovered[];
  /** Of rehearsed days: what was measured beside what their simulation foresaw. */
  readonly foreseen: readonly Foreseen[];
  readonly loads: readonly LoadReport[];
  /** What people did in labs; absent where nobody came. */
  readonly lab?: LabResult;
  /** What decision support said to a deck of questions with known answers; absent where none was asked. */
  readonly deck?: DeckResult;
  /** What holding a migration against its source came to; absent where none was. */
  readonly migration?: MigrationResult;
  /** Who was let and who was refused, beside who must and must not; absent where nobody tried. */
  readonly access?: AccessResult;
  /** Downtimes, failovers and roll-backs that were rehearsed; absent where none was. */
  readonly drills?: readonly DrillResult[];
  /** Steps of robots and people while a load went on, and without it; absent where nobody worked but the load. */
  readonly besideLoad?: BesideLoad;
  readonly counts: {
    readonly planned: number;
    readonly started: number;
    readonly instances: VerdictCounts;
    readonly steps: VerdictCounts;
    readonly channels: { readonly api: number; readonly ui: number };
  };
  readonly runs: readonly RunFacts[];
}

export interface ReadinessOptions extends SummaryOptions {
  readonly scope?: Scope;
  /** Earlier runs of the same stage, the oldest first. */
  readonly earlier?: readonly RunHistory[];
}

/** The decision on a stage from the runs made for it. Throws InputError when the runs do not belong together. */
export const readinessOf = (runs: readonly RunHistory[], options: ReadinessOptions = {}): Readiness =>
  readinessFrom(summarise(runs, options), options);

/** The same of runs that were summed up before. */
export function readinessFrom(
  summary: Summary,
  { scope = 'run', earlier = [] }: Pick<ReadinessOptions, 'scope' | 'earlier'> = {},
): Readiness {
  const { stage, runs, instances, vocabulary } = summary;
  const { gates, elsewhere } = judgeGates(summary, scope);
  const ofRuns = reasonsOf(gates.map(ofWhatWasChosen), stage);
  const { outcome, verdict: runsVerdict } = outcomeOfRuns(summary, gates, ofRuns);
  const verdict = scope === 'stage' ? worst(gates.map((gate) => gate.verdict)) : runsVerdict;
  const before = earlier.map((run) => summarise([run]));
  const changes = changesSince(summary, before);
  const systems = new Map(runs.map(({ started }) => [started.run, started.system?.name ?? '']));
  const beside = besideLoad(runs, instances, vocabulary);
  const lab = measureLabs(runs);
  const deck = measureDeck(runs);
  const migration = measureMigration(runs);
  const access = measureAccess(runs);
  const drills = measureDrills(runs);
  return {
    version: 2,
    scope,
    outcome,
    ...(scope === 'stage' ? { decision: verdict === 'pass' ? ('go' as const) : ('no-go' as const) } : {}),
    verdict,
    conclusion: conclusionOf({
      ...{ scope, outcome, stage: stage.name },
      kinds: runs.map(({ started }) => started.command),
      gates: [...gates, ...elsewhere],
    }),
    stage: { name: stage.name, title: stage.title, organisations: stage.organisations, hash: stage.hash },
    reasons: scope === 'stage' ? reasonsOf(gates, stage) : ofRuns,
    otherFailures: [...summary.failures, ...summary.monitors.flatMap(({ failures }) => failures)].filter(
      ({ requirements }) => requirements.length === 0,
    ),
    monitors: summary.monitors,
    gates,
    elsewhere,
    crossing: piecesOf(stage.gates, [...gates, ...elsewhere]),
    risks: worstRisks(summary.requirements),
    ...(changes === undefined ? {} : { changes }),
    stability: Object.fromEntries(stabilityIn(summary, before)),
    requirements: summary.requirements,
    flows: summary.flows.map(({ flow, ...result }) => ({ ...result, flow: factsOf(flow) })),
    matrix: matrixOf(stage.requirements, instances, (run) => systems.get(run) ?? ''),
    handOvers: summary.handOvers,
    conservation: summary.conservation,
    detection: detectionLimits(instances),
    notCovered: notCoveredIn(summary),
    foreseen: foreseenIn(runs),
    loads: summary.loads.map((load) => reportOf(load, stage, vocabulary)),
    ...(lab === undefined ? {} : { lab }),
    ...(deck === undefined ? {} : { deck }),
    ...(migration === undefined ? {} : { migration }),
    ...(access === undefined ? {} : { access }),
    ...(drills.length === 0 ? {} : { drills }),
    ...(beside === undefined ? {} : { besideLoad: beside }),
    counts: {
      planned: summary.planned,
      started: summary.started,
      instances: countVerdicts(instances.map((instance) => instance.verdict)),
      steps: countVerdicts(instances.flatMap(({ steps }) => steps.map((step) => step.verdict))),
      channels: {
        api: instances.filter(({ channel }) => channel === 'api').length,
        ui: instances.filter(({ channel }) => channel === 'ui').length,
      },
    },
    runs: runs.map(runFacts),
  };
}

/** A gate without the reasons that only say what the runs did not set out to look at. */
const ofWhatWasChosen = (gate: GateResult): GateResult => ({
  ...gate,
  reasons: gate.reasons.filter((reason) => reason.notChosen !== true),
});

const factsOf = (flow: CareFlow): FlowReport['flow'] => ({
  id: flow.id,
  name: flow.name,
  feature: flow.feature,
  setting: flow.setting,
  safetyClass: flow.safetyClass,
  requirements: flow.requirements,
  location: flow.location,
});

function runFacts(history: RunHistory): RunFacts {
  const { started, planned, instances, journal, resumed, beganAt, lastAt, clockAhead } = history;
  const { run, title, command, stage, system, seed, speed, planHash, genrep } = started;
  return {
    ...{ run, title, command, seed, speed, genrep, planned, beganAt, lastAt, journal },
    stageHash: stage.hash,
    started: instances.length,
    ...(clockAhead === undefined ? {} : { clockAhead }),
    resumed: resumed.map(({ type: _, ...rest }) => rest),
    ...(system === undefined ? {} : { system }),
    ...(planHash === undefined ? {} : { planHash }),
  };
}
