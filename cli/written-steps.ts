import type { CareFlow } from '../domain/care-flow.ts';
import { stepToken } from '../domain/step-token.ts';
import { readEvidence } from '../evidence/read.ts';
import type { WrittenStep } from '../systems/open-clean-up.ts';

export interface WrittenRun {
  readonly run: string;
  /** The system's name, as its profile had it; absent of a run that touched none. */
  readonly system?: string;
  /** The tasks that were begun, in order. */
  readonly steps: readonly WrittenStep[];
}

/** The tasks of a run that may have written something, by its evidence. Throws EvidenceError. */
export async function writtenStepsOf(folder: string): Promise<WrittenRun> {
  let run = '';
  let system: string | undefined;
  const flows = new Map<string, CareFlow>();
  const instances = new Map<string, CareFlow | undefined>();
  const steps = new Map<string, WrittenStep>();
  for await (const { event } of readEvidence(folder)) {
    if (event.type === 'run-started') {
      run = event.run;
      system = event.system?.name;
      for (const flow of event.flows) flows.set(flow.id, flow);
    } else if (event.type === 'flow-started') {
      instances.set(event.instance, flows.get(event.flow));
    } else if (event.type === 'step-started' || event.type === 'step-ended') {
      const activity = instances.get(event.instance)?.steps[event.step]?.activity;
      if (activity?.type !== 'task') continue;
      if (event.type === 'step-ended' && event.verdict === 'not-covered') continue;
      const token = stepToken(run, event.instance, event.step);
      steps.set(token, { token, kind: activity.kind });
    }
  }
  return { run, ...(system === undefined ? {} : { system }), steps: [...steps.values()] };
}
