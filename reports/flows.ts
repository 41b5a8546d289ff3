import type { CareFlow } from '../domain/care-flow.ts';
import type { Channel } from '../domain/evidence.ts';
import { countVerdicts, type Verdict, worst } from '../domain/verdict.ts';
import type { Failure } from './failures.ts';
import type { InstanceResult, StepResult } from './instances.ts';

export type VerdictCounts = Readonly<Record<Verdict, number>>;
export type CountsByChannel = Readonly<Record<Channel, VerdictCounts>>;

/** What is said of one step of a flow, over all instances. */
interface FlowStepResult {
  readonly index: number;
  readonly text: string;
  readonly verdict: Verdict;
  readonly byChannel: CountsByChannel;
}

/** What is said of one flow, over all its instances. */
export interface FlowResult {
  readonly flow: CareFlow;
  readonly verdict: Verdict;
  readonly instances: VerdictCounts;
  readonly byChannel: CountsByChannel;
  readonly steps: readonly FlowStepResult[];
  readonly failures: readonly Failure[];
}

/** Judges one flow over all its instances. */
export function judgeFlow(
  flow: CareFlow,
  all: readonly InstanceResult[],
  failures: readonly Failure[],
): FlowResult {
  const own = all.filter((instance) => instance.flow.id === flow.id);
  const steps = own.flatMap((instance) =>
    instance.steps.map((step) => ({ ...step, channel: instance.channel })),
  );
  const byStep = Map.groupBy(steps, ({ index }) => index);
  return {
    flow,
    verdict: worst(own.map(({ verdict }) => verdict)),
    instances: countVerdicts(own.map(({ verdict }) => verdict)),
    byChannel: countByChannel(own),
    steps: [...byStep].sort(([a], [b]) => a - b).map(([index, group]) => judgeStepOfFlow(flow, index, group)),
    failures: failures.filter((failure) => failure.flow.id === flow.id),
  };
}

const judgeStepOfFlow = (
  flow: CareFlow,
  index: number,
  group: readonly (StepResult & { readonly channel: Channel })[],
): FlowStepResult => ({
  index,
  text: flow.steps[index]?.text ?? '',
  verdict: worst(group.map(({ verdict }) => verdict)),
  byChannel: countByChannel(group),
});

export function countByChannel(
  results: readonly { readonly channel: Channel; readonly verdict: Verdict }[],
): CountsByChannel {
  const through = (wanted: Channel) =>
    countVerdicts(results.filter(({ channel }) => channel === wanted).map(({ verdict }) => verdict));
  return { api: through('api'), ui: through('ui') };
}
