import type { Component } from '../domain/fact.ts';
import type { Verdict } from '../domain/verdict.ts';
import { type Failure, stepKey } from './failures.ts';
import type { InstanceResult, StepResult } from './instances.ts';
import { shows } from './shows.ts';
import type { Summary } from './verdicts.ts';

/** What tells one cause from another, whoever it befell: what is broken, in which part, and what saw it. */
interface Signature {
  /** In the order of their numbers; none where no requirement tells of it. */
  readonly requirements: readonly string[];
  readonly component: Component;
  /** A kind of step, or the id of a monitor. */
  readonly kind: string;
}

/** All failures of one signature: one finding, however many it befell. */
export interface Cause {
  readonly key: string;
  readonly signature: Signature;
  /** In which part of the system, as far as what was seen tells: the pages, where it was only seen there. */
  readonly component: Component;
  /** The most frequent first. */
  readonly failures: readonly Failure[];
  readonly count: number;
  /** Where it was seen, in the order in which they came; of what monitors saw, an example each. */
  readonly instances: readonly string[];
}

/** 'KRAV-LAB-01 laboratory order-on-laboratory-worklist' */
const signatureKey = ({ requirements, component, kind }: Signature): string =>
  [requirements.join('+') || '–', component, kind].join(' ');

/** What a step saw is told before what was seen beside the steps. */
const beside = ({ failures }: Cause): number =>
  failures.some(({ monitor }) => monitor === undefined) ? 0 : 1;

interface Occurrence {
  readonly signature: Signature;
  readonly failure: Failure;
  readonly count: number;
  readonly instance?: string;
}

const SEEN_TO_FAIL: ReadonlySet<Verdict> = new Set<Verdict>(['fail', 'error']);

/** What went wrong in some runs, equal causes once: what steps saw first, and of these what befell most. */
export function causesOf(
  summary: Pick<Summary, 'instances' | 'failures' | 'monitors' | 'stage'>,
): readonly Cause[] {
  const order = new Map(summary.instances.map(({ instance }, index) => [instance, index]));
  const groups = Map.groupBy([...ofSteps(summary), ...ofMonitors(summary)], ({ signature }) =>
    signatureKey(signature),
  );
  return [...groups]
    .flatMap(([key, group]): Cause[] => {
      const [first] = group;
      if (first === undefined) return [];
      const failures = [...new Set(group.map(({ failure }) => failure))].sort((a, b) => b.count - a.count);
      const instances = [...new Set(group.flatMap(({ instance }) => instance ?? []))];
      return [
        {
          key,
          signature: first.signature,
          component:
            failures.find(({ component }) => component !== undefined)?.component ?? first.signature.component,
          failures,
          count: group.reduce((sum, { count }) => sum + count, 0),
          instances: instances.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
        },
      ];
    })
    .sort((a, b) => beside(a) - beside(b) || b.count - a.count || (a.key < b.key ? -1 : 1));
}

function ofSteps({
  instances,
  failures,
  stage,
}: Pick<Summary, 'instances' | 'failures' | 'stage'>): Occurrence[] {
  const byStep = new Map(failures.map((each) => [failureAt(each), each]));
  return instances.flatMap((played) =>
    played.steps
      .filter(({ verdict }) => SEEN_TO_FAIL.has(verdict))
      .flatMap((step): Occurrence[] => {
        const failure = byStep.get(`${stepKey(played.flow.id, step.index)} ${step.verdict}`);
        if (failure === undefined) return [];
        const signature = signatureOf(played, step, stage);
        return [{ signature, failure, count: 1, instance: played.instance }];
      }),
  );
}

const failureAt = ({ flow, step, verdict }: Failure): string => `${stepKey(flow.id, step?.index)} ${verdict}`;

/**
 * Of the step alone, whatever else its flow was to show and through what it was played: the same in a flow of which less is left,
 * and among fewer patients.
 */
function signatureOf(
  played: InstanceResult,
  step: StepResult,
  { requirements }: Summary['stage'],
): Signature {
  const shown = requirements.filter((each) => shows(each, played, step));
  const isNoAnswer = step.ended?.cause === 'system' && step.verdict !== 'fail';
  return {
    requirements: shown.map(({ id }) => id).sort(),
    component: isNoAnswer ? 'load' : (shown[0]?.component ?? 'api'),
    kind: step.kind ?? 'wait',
  };
}

function ofMonitors({ monitors }: Pick<Summary, 'monitors'>): Occurrence[] {
  return monitors
    .flatMap(({ failures }) => failures)
    .flatMap((failure): Occurrence[] => {
      if (failure.monitor === undefined || failure.monitor.follows !== undefined) return [];
      const { id, component } = failure.monitor;
      const signature = { requirements: failure.requirements.toSorted(), component, kind: id };
      const { instance } = failure.example;
      return [{ signature, failure, count: failure.count, ...(instance === '' ? {} : { instance }) }];
    });
}
