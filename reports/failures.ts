import type { AttachmentKept } from '../domain/evidence.ts';
import type { Component } from '../domain/fact.ts';
import { actorPhrase } from '../domain/role.ts';
import type { Verdict } from '../domain/verdict.ts';
import { type Bilingual, both } from '../pages/bilingual.ts';
import { type Attribution, attributionOf } from './attribution.ts';
import type { InstanceResult, StepResult } from './instances.ts';
import { WRONG } from './wrong.ts';

/** One flow instance, in one run. */
interface InstanceKey {
  readonly run: string;
  readonly instance: string;
}

/** A step that went wrong, over all instances in which it did so in the same way. */
export interface Failure {
  readonly verdict: Verdict;
  readonly flow: { readonly id: string; readonly name: string };
  /** Absent when the flow broke outside its steps. */
  readonly step?: {
    readonly index: number;
    readonly text: string;
    readonly actor?: string;
    readonly file: string;
    readonly line: number;
  };
  /** The requirements that it is held against: those that the step shows in this flow, or kept from being shown. */
  readonly requirements: readonly string[];
  readonly expected?: string;
  readonly observed?: string;
  readonly reason?: Bilingual;
  readonly attribution: Attribution;
  readonly count: number;
  /** In how many instances the step was looked at. */
  readonly of: number;
  /** The monitor that saw it, where it was seen beside the steps: which, what cause, and in which part of the system. */
  readonly monitor?: {
    readonly id: string;
    readonly cause: string;
    readonly component: Component;
    /** The monitor whose finding explains this one. */
    readonly follows?: string;
  };
  /** The part of the system that it was seen in, and of a wrong time where that stands; absent where nothing tells. */
  readonly component?: Component;
  readonly within?: Component;
  /** One instance to look into, with what it left. */
  readonly example: InstanceKey & { readonly attachments: readonly AttachmentKept[] };
}

interface Occurrence {
  readonly instance: InstanceResult;
  readonly step?: StepResult;
  readonly verdict: Verdict;
}

/** A step of a flow, whatever came of it; a flow that broke outside its steps has none. */
export const stepKey = (flow: string, index: number | undefined): string => `${flow} ${index ?? ''}`;

/** What tells two failures apart. */
export const failureKey = ({ flow, step, verdict, monitor }: Failure): string =>
  monitor === undefined
    ? `${stepKey(flow.id, step?.index)} ${verdict}`
    : `${monitor.id} ${monitor.component} ${monitor.cause} ${verdict}`;

/** Keys of the failures at these steps. */
export const keysOfSteps = (failures: readonly Failure[], steps: ReadonlySet<string>): string[] =>
  failures.filter(({ flow, step }) => steps.has(stepKey(flow.id, step?.index))).map(failureKey);

/** Keys of the failures in these flows: why what comes later in them was not reached. */
export const keysInFlows = (failures: readonly Failure[], flows: Iterable<string>): string[] => {
  const own = new Set(flows);
  return failures.filter(({ flow }) => own.has(flow.id)).map(failureKey);
};

/** What went wrong, the most frequent first; `requirementsOf` names what a step is held against. */
export function failuresOf(
  instances: readonly InstanceResult[],
  requirementsOf: (instance: InstanceResult, step: StepResult) => readonly string[],
  componentOf: (requirement: string) => Component | undefined,
): Failure[] {
  const observed = countObserved(instances);
  const groups = Map.groupBy(
    instances.flatMap(occurrences),
    ({ instance, step, verdict }) => `${instance.flow.id} ${step?.index ?? ''} ${verdict}`,
  );
  return [...groups.values()]
    .map((group) => failureOf(group, observed, requirementsOf, componentOf))
    .sort(
      (a, b) =>
        b.count - a.count || compare(a.flow.id, b.flow.id) || (a.step?.index ?? 0) - (b.step?.index ?? 0),
    );
}

function occurrences(instance: InstanceResult): Occurrence[] {
  const wrong = instance.steps.filter(({ verdict }) => WRONG.has(verdict));
  if (wrong.length === 0 && WRONG.has(instance.verdict)) return [{ instance, verdict: instance.verdict }];
  return wrong.map((step) => ({ instance, step, verdict: step.verdict }));
}

const OUTSIDE = both('Flödet bröts utanför sina steg.', 'The flow broke outside its steps.');

function failureOf(
  group: readonly Occurrence[],
  observed: ReadonlyMap<string, number>,
  requirementsOf: Parameters<typeof failuresOf>[1],
  componentOf: Parameters<typeof failuresOf>[2],
): Failure {
  const shown = group.find(({ instance, step }) => attachmentsOf(instance, step).length > 0) ?? group[0];
  if (shown === undefined) throw new Error('A failure without an occurrence.');
  const { instance, step, verdict } = shown;
  const { flow } = instance;
  const key = step === undefined ? flow.id : `${flow.id} ${step.index}`;
  const requirements = [
    ...new Set(group.flatMap((each) => (each.step ? requirementsOf(each.instance, each.step) : []))),
  ];
  const component = seenIn(group, requirements.flatMap((id) => componentOf(id) ?? [])[0]);
  return {
    verdict,
    flow: { id: flow.id, name: flow.name },
    ...(step === undefined ? { reason: OUTSIDE } : describe(step)),
    requirements,
    ...(component === undefined ? {} : { component }),
    attribution: attributionOf(step ?? { verdict }),
    count: group.length,
    of: observed.get(key) ?? group.length,
    example: { run: instance.run, instance: instance.instance, attachments: attachmentsOf(instance, step) },
  };
}

/**
 * Where a step went wrong: on the pages where it was only done there, in the answers where none came,
 * else in the part that its requirement is about.
 */
function seenIn(group: readonly Occurrence[], ofRequirement: Component | undefined): Component | undefined {
  if (group.every(({ step, verdict }) => step?.ended?.cause === 'system' && verdict !== 'fail'))
    return 'load';
  return group.every(({ instance }) => instance.channel === 'ui') ? 'page' : ofRequirement;
}

function describe({
  index,
  step,
  ended,
  reason,
}: StepResult): Pick<Failure, 'step' | 'expected' | 'observed' | 'reason'> {
  const actor = step.actor && { actor: actorPhrase(step.actor) };
  return {
    step: { index, text: step.text, ...actor, file: step.location.file, line: step.location.line },
    ...(ended?.expected === undefined ? {} : { expected: ended.expected }),
    ...(ended?.observed === undefined ? {} : { observed: ended.observed }),
    ...(reason === undefined ? {} : { reason }),
  };
}

const attachmentsOf = (instance: InstanceResult, step: StepResult | undefined): AttachmentKept[] =>
  instance.attachments.filter((kept) => kept.step === undefined || kept.step === step?.index);

function countObserved(instances: readonly InstanceResult[]): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { flow, steps } of instances) {
    add(flow.id);
    for (const { index, coverage } of steps) if (coverage === 'observed') add(`${flow.id} ${index}`);
  }
  return counts;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
