import type { ActivityKind } from '../domain/activity.ts';
import type { CareFlow, CareStep } from '../domain/care-flow.ts';
import type { AttachmentKept, Channel, NotSupported, StepEnded } from '../domain/evidence.ts';
import { type Verdict, worst } from '../domain/verdict.ts';
import { type Bilingual, both, same } from '../pages/bilingual.ts';
import type { InstanceHistory, RunHistory } from './history.ts';
import { bottlenecksIn } from './load/bottlenecks.ts';
import { WRONG } from './wrong.ts';

/**
 * Whether somebody looked.
 * - `observed`       the step was done, whatever came of it
 * - `not-supported`  the driver said beforehand that it cannot, with the reason
 * - `not-reached`    (ej nådd) the flow ended before the step, or the step could not be tried
 */
type Coverage = 'observed' | 'not-supported' | 'not-reached';

/** What is said of one step of one instance. */
export interface StepResult {
  readonly index: number;
  readonly step: CareStep;
  /** Absent for a step that only lets time pass. */
  readonly kind?: ActivityKind;
  readonly verdict: Verdict;
  readonly coverage: Coverage;
  /** Why it is not `pass`. */
  readonly reason?: Bilingual;
  readonly ended?: StepEnded;
}

/** What is said of one flow instance: never better than the worst of its steps. */
export interface InstanceResult {
  readonly run: string;
  readonly instance: string;
  readonly flow: CareFlow;
  readonly channel: Channel;
  readonly verdict: Verdict;
  readonly steps: readonly StepResult[];
  readonly history: InstanceHistory;
  readonly attachments: readonly AttachmentKept[];
}

/** Judges every flow instance of a run from what the evidence says of its steps. */
export function judgeInstances(run: RunHistory): InstanceResult[] {
  const strained = new Set(
    run.loads.filter((load) => bottlenecksIn(load).length > 0).map(({ started }) => started.load),
  );
  return run.instances.map((history) => {
    const { load } = history.started;
    const judged = history.flow.steps.flatMap((step, index) =>
      judgeStep(history, step, index, run.notSupported),
    );
    const steps = load !== undefined && strained.has(load) ? judged.map(unlessLate) : judged;
    const isExcused = steps.some(({ verdict }, index) => verdict !== judged[index]?.verdict);
    const own = isExcused ? 'unknown' : (history.verdict ?? 'unknown');
    return {
      run: history.run,
      instance: history.instance,
      flow: history.flow,
      channel: history.channel,
      verdict: worst([...steps.map(({ verdict }) => verdict), own]),
      steps,
      history,
      attachments: history.attachments,
    };
  });
}

/**
 * What was seen, but too late, while the load's generator or its machine was the bottleneck: nobody can tell whose time
 * it was. What was never seen, or was wrong, stays so.
 */
function unlessLate(result: StepResult): StepResult {
  const { limit } = result.step;
  const latency = result.ended?.latency;
  const isLate =
    result.verdict === 'fail' &&
    limit?.mode === 'within' &&
    latency?.clock === 'system' &&
    latency.milliseconds > limit.limit;
  return isLate ? { ...result, verdict: 'unknown', reason: WHOSE_TIME } : result;
}

const WHOSE_TIME = both(
  'Det syntes, men för sent, medan lastgeneratorn eller datorn var flaskhalsen: det går inte att säga vems tiden var.',
  'It was seen, but too late, while the load generator or the machine was the bottleneck: nobody can tell whose time it was.',
);

const LOST = both(
  'Körningen bröts innan det var känt vad som hände.',
  'The run was cut off before it was known what happened.',
);
const NOT_REACHED = both('Flödet kom aldrig hit.', 'The flow never came this far.');

/** Of a step that only lets time pass there is something to say only when it went wrong. */
function judgeStep(
  history: InstanceHistory,
  step: CareStep,
  index: number,
  notSupported: readonly NotSupported[],
): StepResult[] {
  const ended = history.ended.get(index);
  const { activity } = step;
  if (activity.type === 'wait' && !WRONG.has(ended?.verdict ?? 'pass')) return [];
  const base = { index, step, ...(activity.type === 'wait' ? {} : { kind: activity.kind }) };
  const lacking = notSupported.find(({ channel, kind }) => channel === history.channel && kind === base.kind);

  if (ended !== undefined && ended.verdict !== 'not-covered') {
    const reason = ended.reason === undefined ? {} : { reason: same(ended.reason) };
    return [{ ...base, verdict: ended.verdict, coverage: 'observed', ended, ...reason }];
  }
  if (ended === undefined && history.begun.has(index)) {
    return [{ ...base, verdict: 'unknown', coverage: 'observed', reason: LOST }];
  }
  const said = ended?.reason ?? lacking?.reason;
  return [
    {
      ...base,
      verdict: 'not-covered',
      coverage: lacking === undefined ? 'not-reached' : 'not-supported',
      reason: said === undefined ? NOT_REACHED : same(said),
      ...(ended === undefined ? {} : { ended }),
    },
  ];
}
