import type {
  EvidenceEvent,
  FlowStarted,
  InterruptedFlow,
  StepEnded,
  StepStarted,
} from '../domain/evidence.ts';
import type { Verdict } from '../domain/verdict.ts';

/** How far a flow had come when its run was cut off; plain JSON. */
export interface FlowProgress {
  readonly started: FlowStarted;
  /** The steps that had ended, in order. */
  readonly ended: readonly StepEnded[];
  /** A task that had begun and of which no outcome is known. */
  readonly doubtful?: StepStarted;
  /** Of a flow that had ended; nothing more is done in it. */
  readonly verdict?: Verdict;
}

/** How far each flow of a run had come, by instance, from the evidence of the run. */
export function progressOf(events: Iterable<EvidenceEvent>): Map<string, FlowProgress> {
  const found = new Map<string, FlowProgress>();
  for (const event of events) {
    if (event.type === 'flow-started') found.set(event.instance, { started: event, ended: [] });
    if (!('instance' in event)) continue;
    const before = found.get(event.instance);
    if (before !== undefined) found.set(event.instance, after(before, event));
  }
  return found;
}

/** The flows that were under way. */
export const interruptedFlows = (progress: ReadonlyMap<string, FlowProgress>): InterruptedFlow[] =>
  [...progress].flatMap(([instance, { ended, doubtful, verdict }]) =>
    verdict === undefined
      ? [{ instance, step: ended.length, ...(doubtful === undefined ? {} : { token: doubtful.token }) }]
      : [],
  );

function after(before: FlowProgress, event: EvidenceEvent): FlowProgress {
  switch (event.type) {
    case 'step-started':
      return { ...before, doubtful: event };
    case 'step-ended': {
      const { doubtful: _, ...settled } = before;
      return { ...settled, ended: [...before.ended, event] };
    }
    case 'flow-ended':
      return { ...before, verdict: event.verdict };
    default:
      return before;
  }
}
