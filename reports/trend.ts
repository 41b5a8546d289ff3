import type { RunKind } from '../domain/evidence.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Verdict } from '../domain/verdict.ts';
import { type Bilingual, both } from '../pages/bilingual.ts';
import { type Failure, failureKey } from './failures.ts';
import type { RunHistory } from './history.ts';
import { readinessFrom } from './readiness.ts';
import { type Summary, summarise } from './verdicts.ts';

/** One run among others. */
export interface TrendPoint {
  readonly run: string;
  readonly title: string;
  readonly command: RunKind;
  readonly stage: string;
  readonly system?: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** What the run came to by itself. */
  readonly outcome: Outcome;
  /** Of the whole stage, those that the run cannot answer too. */
  readonly gates: { readonly passed: number; readonly all: number };
  readonly requirements: { readonly passed: number; readonly all: number };
  /** Findings open after the run: those it saw, and those from before whose step it did not look at. */
  readonly open: number;
  readonly opened: number;
  readonly closed: number;
}

/** A finding through time. */
interface Finding {
  readonly key: string;
  readonly flow: string;
  readonly step?: string;
  readonly requirements: readonly string[];
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly open: boolean;
}

/** A flow that sometimes passes and sometimes not. */
interface FlakyFlow {
  readonly flow: string;
  readonly name: string;
  readonly runs: number;
  readonly passed: number;
  /** How often it went from one to the other. */
  readonly flips: number;
}

export interface Trend {
  readonly version: 1;
  readonly points: readonly TrendPoint[];
  readonly findings: readonly Finding[];
  readonly flaky: readonly FlakyFlow[];
  /** Runs that say nothing of the system over time, with the reason; never left out in silence. */
  readonly leftOut: readonly { readonly run: string; readonly reason: Bilingual }[];
  /** Folders that look like runs and could not be read, with the reason; never left out in silence. */
  readonly unreadable: readonly { readonly folder: string; readonly reason: string }[];
}

/** What a row of runs says together: readiness over time, open findings, flaky flows. */
export function trendOf(all: readonly RunHistory[], unreadable: Trend['unreadable'] = []): Trend {
  const runs = all.toSorted((a, b) => a.beganAt - b.beganAt);
  const summaries = runs
    .filter((run) => whyLeftOut(run) === undefined)
    .map((run) => ({ run, summary: summarise([run]) }));
  const findings = new Map<string, Finding>();
  const points = summaries.map(({ run, summary }) => pointOf(run, summary, findings));
  return {
    version: 1,
    points,
    findings: [...findings.values()].toSorted((a, b) => Number(b.open) - Number(a.open)),
    flaky: flakyIn(summaries.map(({ summary }) => summary)),
    leftOut: runs.flatMap((run) => {
      const reason = whyLeftOut(run);
      return reason === undefined ? [] : [{ run: run.started.run, reason }];
    }),
    unreadable,
  };
}

/** A run that was cut off did not look at what it had left, and what was planted in one is no finding of the system. */
function whyLeftOut({ journal, started: { planted = [] } }: RunHistory): Bilingual | undefined {
  if (planted.length > 0) {
    const faults = planted.join(', ');
    return both(`fel var planterade: ${faults}`, `faults were planted: ${faults}`);
  }
  return journal.ending === 'complete' ? undefined : both('den blev avbruten', 'it was cut off');
}

function pointOf(run: RunHistory, summary: Summary, findings: Map<string, Finding>): TrendPoint {
  const { started, beganAt } = run;
  const { opened, closed } = follow(summary, started.run, findings);
  const { outcome, conclusion } = readinessFrom(summary);
  const passed = (results: readonly { readonly verdict: Verdict }[]) =>
    results.filter(({ verdict }) => verdict === 'pass').length;
  return {
    run: started.run,
    title: started.title,
    command: started.command,
    stage: started.stage.name,
    ...(started.system === undefined ? {} : { system: started.system.name }),
    at: beganAt,
    outcome,
    gates: conclusion.gates,
    requirements: { passed: passed(summary.requirements), all: summary.requirements.length },
    open: [...findings.values()].filter(({ open }) => open).length,
    opened,
    closed,
  };
}

/** Brings the findings up to date with a run: a finding is closed only by a run that looked and did not see it. */
function follow({ failures, instances }: Summary, run: string, findings: Map<string, Finding>) {
  const looked = new Set(
    instances.flatMap(({ flow, steps }) =>
      steps.filter(({ coverage }) => coverage === 'observed').map(({ index }) => `${flow.id} ${index}`),
    ),
  );
  const seen = new Map(failures.map((failure) => [findingKey(failure), failure]));
  let [opened, closed] = [0, 0];
  for (const [key, failure] of seen) {
    const known = findings.get(key);
    if (known?.open !== true) opened += 1;
    findings.set(key, findingOf(key, failure, known?.firstSeen ?? run, run));
  }
  for (const [key, finding] of findings) {
    if (!finding.open || seen.has(key) || !looked.has(key)) continue;
    closed += 1;
    findings.set(key, { ...finding, open: false });
  }
  return { opened, closed };
}

/** The step, whatever its verdict: a step that fails one day and breaks the next is one finding. */
const findingKey = (failure: Failure): string => failureKey(failure).split(' ').slice(0, -1).join(' ');

const findingOf = (key: string, failure: Failure, firstSeen: string, lastSeen: string): Finding => ({
  key,
  flow: failure.flow.name,
  ...(failure.step === undefined ? {} : { step: failure.step.text }),
  requirements: failure.requirements,
  firstSeen,
  lastSeen,
  open: true,
});

function flakyIn(summaries: readonly Summary[]): FlakyFlow[] {
  const played = summaries.flatMap(({ flows }) =>
    flows.filter(({ instances }) => Object.values(instances).some((count) => count > 0)),
  );
  return [...Map.groupBy(played, ({ flow }) => flow.id)]
    .map(([flow, results]) => {
      const passes = results.map(({ verdict }) => verdict === 'pass');
      return {
        flow,
        name: results[0]?.flow.name ?? flow,
        runs: passes.length,
        passed: passes.filter(Boolean).length,
        flips: passes.filter((pass, index) => index > 0 && pass !== passes[index - 1]).length,
      };
    })
    .filter(({ flips }) => flips > 0)
    .toSorted((a, b) => b.flips - a.flips || (a.flow < b.flow ? -1 : 1));
}
