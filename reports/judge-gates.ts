import type { GateDecision } from '../domain/decision.ts';
import type { Stage, StageGate } from '../domain/stage.ts';
import { type Verdict, worst } from '../domain/verdict.ts';
import { type Bilingual, both } from '../pages/bilingual.ts';
import { hashOfGate } from '../scenarios/gate-hash.ts';
import { lastDecision } from './decisions.ts';
import { act } from './gates/closing.ts';
import { type Act, because, type GateFinding, type GateSource, notChosen } from './gates/gate.ts';
import { closingOf, judgeGate, sourcesOf } from './gates/index.ts';
import { runComplete, WHOLE_RUN } from './gates/run-complete.ts';
import type { RunHistory } from './history.ts';
import type { Summary } from './verdicts.ts';

/** Whether the runs are weighed for themselves, or for the whole stage, where what nobody looked at is red. */
export type Scope = 'run' | 'stage';

/** A gate that is not what it was when a run was made. */
interface GateChange {
  /** The runs that were made before. */
  readonly runs: readonly string[];
  readonly what: Bilingual;
  /** The person's word that it counts as it now stands, where there is one. */
  readonly override?: GateDecision;
}

/** A gate of the stage with what it says. */
export interface GateResult extends Omit<StageGate, 'gate'>, GateFinding {
  /** What it can be judged from. */
  readonly from: readonly GateSource[];
  /** Ids of the runs, the register's day, or the person, on which it rests; empty when there is nothing. */
  readonly evidence: readonly string[];
  readonly changed?: GateChange;
  /** What somebody does to close it; absent when it is passed. */
  readonly closedBy?: Act;
}

export interface JudgedGates {
  /** The gates that decide. */
  readonly gates: readonly GateResult[];
  /** The gates that other kinds of run, or people, decide: open, and not weighed here. */
  readonly elsewhere: readonly GateResult[];
}

/** Judges every gate of the stage, those that have changed and those that were taken away too. */
export function judgeGates(summary: Summary, scope: Scope): JudgedGates {
  const results = [...summary.stage.gates.map((gate) => judge(gate, summary)), ...removedGates(summary)];
  const decides = ({ from, evidence }: GateResult) =>
    scope === 'stage' || evidence.length > 0 || from.some((source) => kindsOf(summary).has(source));
  const gates = results.filter(decides);
  const complete: GateResult = {
    id: WHOLE_RUN,
    ...both('Hela körningen är genomförd', 'The whole run was carried out'),
    source: 'Genrep',
    owner: both('Testledare', 'Test lead'),
    ...runComplete(summary),
    from: [],
    evidence: summary.runs.map(({ started }) => started.run),
  };
  const whole = complete.verdict === 'pass' ? complete : { ...complete, closedBy: GO_ON };
  return {
    gates: gates.length === 0 ? [whole, NO_GATES] : [...gates, whole],
    elsewhere: results.filter((gate) => !decides(gate)),
  };
}

/** A load may be the whole of a run, or a part of a rehearsed day. */
const kindsOf = ({ runs, loads }: Summary): ReadonlySet<GateSource> =>
  new Set<GateSource>([
    ...runs.map(({ started }) => started.command),
    ...(loads.length === 0 ? [] : (['load'] as const)),
  ]);

function judge(of: StageGate, summary: Summary): GateResult {
  const { gate, ...named } = of;
  const finding = judgeGate(of, summary);
  const from = sourcesOf(gate);
  const { look, mend } = closingOf(gate, { id: of.id, stage: summary.stage.name });
  const result = {
    ...named,
    ...finding,
    from,
    evidence: evidenceOf(from, finding, summary),
    ...(finding.verdict === 'pass' ? {} : { closedBy: finding.verdict === 'not-covered' ? look : mend }),
  };
  const changed = changeOf(of, from, summary);
  return changed === undefined ? result : withChange(result, changed, summary.stage);
}

function evidenceOf(from: readonly GateSource[], { statement }: GateFinding, summary: Summary): string[] {
  const { runs, deviations, approvals, training } = summary;
  return [
    ...runs
      .filter(
        ({ started, loads }) => from.includes(started.command) || (from.includes('load') && loads.length > 0),
      )
      .map(({ started }) => started.run),
    ...(from.includes('deviations') && deviations !== undefined ? [`avvikelser ${deviations.asOf}`] : []),
    ...(from.includes('approvals') && approvals !== undefined ? [`godkännanden ${approvals.asOf}`] : []),
    ...(from.includes('training') && training !== undefined ? [`kursregister ${training.asOf}`] : []),
    ...(statement === undefined ? [] : [`${statement.by} ${statement.at.slice(0, 10)}`]),
  ];
}

/** A gate that was moved after the shot counts as missed, until somebody answers for the move by name. */
function withChange(result: GateResult, changed: GateChange, { name }: Stage): GateResult {
  if (changed.override !== undefined) return { ...result, changed };
  const verdict: Verdict = worst([result.verdict, 'fail']);
  const closedBy = act(
    'Låt en namngiven person ta ansvar för ändringen.',
    'Have a named person answer for the change.',
    `npx genrep attest ${name} ${result.id} --override --by "NAMN" --reason "SKÄL"`,
  );
  return {
    ...result,
    verdict,
    reasons: [because('fail', changed.what), ...result.reasons],
    changed,
    closedBy,
  };
}

function changeOf(
  of: StageGate,
  from: readonly GateSource[],
  { runs, stage, decisions }: Summary,
): GateChange | undefined {
  const now = hashOfGate(stage, of);
  const hashIn = (then: Stage) => {
    const gate = then.gates.find(({ id }) => id === of.id);
    return gate === undefined ? undefined : hashOfGate(then, gate);
  };
  const made = runs.filter(
    ({ started }) => from.includes(started.command) && started.stage.hash !== stage.hash,
  );
  const before = made.filter(({ started }) => hashIn(started.stage) !== now);
  if (before.length === 0) return undefined;
  const existed = before.some(({ started }) => hashIn(started.stage) !== undefined);
  return changeIn(before, existed ? CHANGED : ADDED, lastDecision('override', decisions, stage, of));
}

const CHANGED = both('Grinden har ändrats efter', 'The gate was changed after');
const ADDED = both('Grinden har lagts till efter', 'The gate was added after');
const REMOVED = both('Grinden har tagits bort efter', 'The gate was taken away after');

function changeIn(
  before: readonly RunHistory[],
  what: Bilingual,
  override: GateDecision | undefined,
): GateChange {
  const runs = before.map(({ started }) => started.run);
  const names = runs.join(', ');
  return {
    runs,
    what: both(
      `${what.sv} ${names} och räknas som underkänd tills någon namngiven tar ansvar för ändringen.`,
      `${what.en} ${names} and counts as failed until a named person answers for the change.`,
    ),
    ...(override === undefined ? {} : { override }),
  };
}

/** Gates that a run was made under and that the stage has no longer. */
function removedGates({ runs, stage, decisions }: Summary): GateResult[] {
  const known = new Set(stage.gates.map(({ id }) => id));
  const gone = new Map(
    runs.flatMap(({ started }) =>
      started.stage.gates
        .filter(({ id }) => !known.has(id))
        .map((gate) => [gate.id, { gate, former: started.stage }] as const),
    ),
  );
  return [...gone.values()].map(({ gate: of, former }) => {
    const { gate, ...named } = of;
    const before = runs.filter(({ started }) => started.stage.gates.some(({ id }) => id === of.id));
    const override = lastDecision('override', decisions, { ...former, name: stage.name }, of);
    const changed = changeIn(before, REMOVED, override);
    return withChange(
      {
        ...named,
        verdict: 'pass',
        limit: both('borttagen', 'taken away'),
        measured: both('vägs inte', 'not weighed'),
        reasons: [],
        from: sourcesOf(gate),
        evidence: changed.runs,
      },
      changed,
      stage,
    );
  });
}

const GO_ON = act(
  'Fortsätt körningen, eller kör den igen från början.',
  'Continue the run, or make it again from its beginning.',
  'npx genrep day DAG --resume KÖRNING',
);

const NO_GATES: GateResult = {
  id: 'GRIND-SAKNAS',
  ...both('Etappen har grindar som detta kan svara på', 'The stage has gates that this can answer'),
  source: 'Genrep',
  verdict: 'not-covered',
  limit: both('minst en grind', 'at least one gate'),
  measured: both('ingen', 'none'),
  from: [],
  evidence: [],
  reasons: [
    notChosen(
      both(
        'Etappen har ingen grind som detta kan svara på, så inget kan avgöras.',
        'The stage has no gate that this can answer, so nothing can be decided.',
      ),
    ),
  ],
  closedBy: act('Ge etappen grindar i scenarios/stages.', 'Give the stage gates in scenarios/stages.'),
};
