import type { Decision } from '../../domain/decision.ts';
import type { DeviationRegister } from '../../domain/deviation.ts';
import type { Stage } from '../../domain/stage.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { type Bilingual, both } from '../../pages/bilingual.ts';
import type { ApprovalRegister } from '../approvals/standing.ts';
import type { RunHistory } from '../history.ts';
import { readinessFrom } from '../readiness.ts';
import type { TrainingResult } from '../training/measure-training.ts';
import { summarise } from '../verdicts.ts';

/** How many gates of a stage were passed at a moment. */
interface StagePoint {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly passed: number;
  readonly all: number;
}

/** How ready a stage is, by its runs and decisions. */
export interface StageWeighed {
  /** By id of the gate. */
  readonly gates: readonly {
    readonly id: string;
    readonly sv: string;
    readonly en: string;
    readonly verdict: Verdict;
  }[];
  /** Ids of the runs that it rests on: the latest of each kind. */
  readonly runs: readonly string[];
  /** Runs of the stage that do not count, with the reason; never left out in silence. */
  readonly leftOut: readonly { readonly run: string; readonly reason: Bilingual }[];
  /** How it stood after each of its runs, the oldest first, and last now. */
  readonly points: readonly StagePoint[];
}

/** What a stage is weighed by. */
export interface StageRecords {
  readonly stage: Stage;
  readonly runs: readonly RunHistory[];
  readonly decisions: readonly Decision[];
  readonly deviations?: DeviationRegister;
  readonly training?: TrainingResult;
  /** How what the stage rests on stood with those who approve it. */
  approvalsAt(decisions: readonly Decision[], now: number): ApprovalRegister;
}

/** So many moments back are told. */
const POINTS = 10;

/** Weighs a stage as it stands, and as it stood after each of its runs; everything is recomputed from evidence. */
export function weighStage(records: StageRecords, now: number): StageWeighed {
  const own = records.runs
    .filter(({ started }) => started.stage.name === records.stage.name)
    .toSorted((a, b) => a.lastAt - b.lastAt);
  const sound = own.filter((run) => whyUnsound(run) === undefined);
  const { counted, leftOut } = latestOfEach(sound);
  const gates = gatesAt(records, counted, now);
  // A register and course records tell how they stand now, and not how they stood.
  const { deviations: _deviations, training: _training, ...ofThen } = records;
  const before = sound.slice(-POINTS).map(({ lastAt }) => {
    const then = latestOfEach(sound.filter((run) => run.lastAt <= lastAt)).counted;
    return pointOf(gatesAt(ofThen, then, lastAt), lastAt);
  });
  return {
    gates: gates.map(({ id, sv, en, verdict }) => ({ id, sv, en, verdict })),
    runs: counted.map(({ started }) => started.run),
    leftOut: [
      ...own.flatMap((run) => {
        const reason = whyUnsound(run);
        return reason === undefined ? [] : [{ run: run.started.run, reason }];
      }),
      ...leftOut,
    ],
    points: [...before, pointOf(gates, now)],
  };
}

const pointOf = (gates: readonly { readonly verdict: Verdict }[], at: number): StagePoint => ({
  at,
  passed: gates.filter(({ verdict }) => verdict === 'pass').length,
  all: gates.length,
});

/** The gates of the stage's file; that a run came to its end is asked of the run. */
function gatesAt(records: StageRecords, runs: readonly RunHistory[], now: number) {
  const { stage, deviations, training } = records;
  const decisions = records.decisions.filter(({ at }) => Date.parse(at) <= now);
  const summary = summarise(runs, {
    ...{ stage, decisions, approvals: records.approvalsAt(decisions, now) },
    ...(deviations === undefined ? {} : { deviations }),
    ...(training === undefined ? {} : { training }),
  });
  const ids = new Set(stage.gates.map(({ id }) => id));
  return readinessFrom(summary, { scope: 'stage' }).gates.filter(({ id }) => ids.has(id));
}

/** A run that was cut off did not look at what it had left, and planted faults are no findings of the system. */
function whyUnsound({ journal, started: { planted = [] } }: RunHistory): Bilingual | undefined {
  if (planted.length > 0)
    return both(`fel var planterade: ${planted.join(', ')}`, `faults were planted: ${planted.join(', ')}`);
  return journal.ending === 'complete' ? undefined : both('den blev avbruten', 'it was cut off');
}

/**
 * The latest run of each kind, as far as they can be weighed together with the newest: of the same system, with flows that read
 * the same.
 */
function latestOfEach(sound: readonly RunHistory[]): {
  readonly counted: readonly RunHistory[];
  readonly leftOut: StageWeighed['leftOut'];
} {
  const counted: RunHistory[] = [];
  const leftOut: { run: string; reason: Bilingual }[] = [];
  for (const run of sound.toReversed()) {
    const reason = whyNotBeside(run, counted);
    if (reason === undefined) counted.push(run);
    else leftOut.push({ run: run.started.run, reason });
  }
  return { counted, leftOut };
}

function whyNotBeside({ started }: RunHistory, counted: readonly RunHistory[]): Bilingual | undefined {
  if (counted.some((one) => one.started.command === started.command))
    return both('det finns en senare av samma slag', 'there is a later one of the same kind');
  const systems = counted.flatMap((one) => one.started.system ?? []);
  if (started.system !== undefined && systems.some((one) => nameOf(one) !== nameOf(started.system)))
    return both('den gjordes mot ett annat system', 'it was made against another system');
  const hashes = new Map(counted.flatMap((one) => one.started.flows.map(({ id, hash }) => [id, hash])));
  const changed = started.flows.find(({ id, hash }) => (hashes.get(id) ?? hash) !== hash);
  if (changed !== undefined)
    return both(`flödet ${changed.id} löd annorlunda då`, `the flow ${changed.id} read otherwise then`);
  return undefined;
}

const nameOf = (system: RunHistory['started']['system']): string =>
  `${system?.name}, ${system?.software} ${system?.version}`;
