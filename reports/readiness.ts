import type { CareFlow } from '../domain/care-flow.ts';
import type { RunStarted } from '../domain/evidence.ts';
import type { Stage, StageGate } from '../domain/stage.ts';
import { countVerdicts, VERDICTS, type Verdict, worst } from '../domain/verdict.ts';
import { both } from '../pages/bilingual.ts';
import type { Failure } from './failures.ts';
import type { FlowResult, VerdictCounts } from './flows.ts';
import { type Foreseen, foreseenIn } from './foreseen.ts';
import type { GateFinding, Reason } from './gates/gate.ts';
import { judgeGate } from './gates/index.ts';
import { runComplete } from './gates/run-complete.ts';
import type { HandOverResult } from './hand-overs.ts';
import type { RunHistory } from './history.ts';
import { type NotCovered, notCoveredIn } from './not-covered.ts';
import type { RequirementResult } from './requirements.ts';
import { type Summary, summarise } from './verdicts.ts';

/** A gate of the stage with what it says. */
interface GateResult extends Omit<StageGate, 'gate'>, GateFinding {}

/** A reason with the gate that it shuts. */
export interface GateReason extends Reason {
  readonly gate: Pick<StageGate, 'id' | 'sv' | 'en'>;
}

/** What must be known of a run to make it again or to trust it. */
export interface RunFacts
  extends Pick<
    RunStarted,
    'run' | 'title' | 'command' | 'system' | 'seed' | 'speed' | 'planHash' | 'genrep'
  > {
  readonly planned: number;
  readonly started: number;
  /** Epoch milliseconds. */
  readonly beganAt: number;
  readonly lastAt: number;
  readonly journal: RunHistory['journal'];
}

/** A flow's result without the compiled flow itself. */
export interface FlowReport extends Omit<FlowResult, 'flow'> {
  readonly flow: Pick<
    CareFlow,
    'id' | 'name' | 'feature' | 'setting' | 'safetyClass' | 'requirements' | 'location'
  >;
}

/** The gates of a stage with their verdicts: go, or no-go with reasons. Plain data; a pure function of the evidence. */
export interface Readiness {
  readonly version: 1;
  readonly decision: 'go' | 'no-go';
  /** The worst of the gates. */
  readonly verdict: Verdict;
  readonly stage: Pick<Stage, 'name' | 'title' | 'organisations' | 'hash'>;
  readonly reasons: readonly GateReason[];
  /** What went wrong in steps that show no requirement; never hidden, whatever the gates say. */
  readonly otherFailures: readonly Failure[];
  readonly gates: readonly GateResult[];
  readonly requirements: readonly RequirementResult[];
  readonly flows: readonly FlowReport[];
  readonly handOvers: readonly HandOverResult[];
  readonly notCovered: readonly NotCovered[];
  /** Of rehearsed days: what was measured beside what their simulation foresaw. */
  readonly foreseen: readonly Foreseen[];
  readonly counts: {
    readonly planned: number;
    readonly started: number;
    readonly instances: VerdictCounts;
    readonly steps: VerdictCounts;
    readonly channels: { readonly api: number; readonly ui: number };
  };
  readonly runs: readonly RunFacts[];
}

/** The decision on a stage from the runs made for it. Throws RangeError when the runs do not belong together. */
export function readinessOf(runs: readonly RunHistory[]): Readiness {
  const summary = summarise(runs);
  const { stage, instances } = summary;
  const gates = judgeGates(summary);
  const verdict = worst(gates.map((gate) => gate.verdict));
  return {
    version: 1,
    decision: verdict === 'pass' ? 'go' : 'no-go',
    verdict,
    stage: { name: stage.name, title: stage.title, organisations: stage.organisations, hash: stage.hash },
    reasons: worstFirst(
      gates.flatMap(({ id, sv, en, reasons }) =>
        reasons.map((reason) => ({ ...reason, gate: { id, sv, en } })),
      ),
    ),
    otherFailures: summary.failures.filter(({ requirements }) => requirements.length === 0),
    gates,
    requirements: summary.requirements,
    flows: summary.flows.map(({ flow, ...result }) => ({ ...result, flow: factsOf(flow) })),
    handOvers: summary.handOvers,
    notCovered: notCoveredIn(summary),
    foreseen: foreseenIn(runs),
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

function judgeGates(summary: Summary): GateResult[] {
  const own = summary.stage.gates.map(({ gate, ...named }) => ({ ...named, ...judgeGate(gate, summary) }));
  const complete = {
    id: 'GRIND-HEL',
    ...both('Hela körningen är genomförd', 'The whole run was carried out'),
    source: 'Genrep',
    ...runComplete(summary),
  };
  return own.length === 0 ? [complete, NO_GATES] : [...own, complete];
}

/** What failed before what nobody looked at; in the order of the gates where it is equally bad. */
const worstFirst = (reasons: readonly GateReason[]): GateReason[] =>
  reasons.toSorted((a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict));

const NO_GATES: GateResult = {
  id: 'GRIND-SAKNAS',
  ...both('Etappen har grindar', 'The stage has gates'),
  source: 'Genrep',
  verdict: 'not-covered',
  limit: both('minst en grind', 'at least one gate'),
  measured: both('ingen', 'none'),
  reasons: [
    {
      verdict: 'not-covered',
      text: both(
        'Etappen har inga grindar, så inget kan ge klartecken.',
        'The stage has no gates, so nothing can give a go.',
      ),
      failures: [],
    },
  ],
};

const factsOf = (flow: CareFlow): FlowReport['flow'] => ({
  id: flow.id,
  name: flow.name,
  feature: flow.feature,
  setting: flow.setting,
  safetyClass: flow.safetyClass,
  requirements: flow.requirements,
  location: flow.location,
});

function runFacts({ started, instances, journal, beganAt, lastAt }: RunHistory): RunFacts {
  const { run, title, command, system, seed, speed, planHash, genrep, planned } = started;
  return {
    ...{ run, title, command, system, seed, speed, genrep, planned, beganAt, lastAt, journal },
    started: instances.length,
    ...(planHash === undefined ? {} : { planHash }),
  };
}
