import type { CareFlow } from '../domain/care-flow.ts';
import { stepToken } from '../domain/step-token.ts';
import { readEvidence } from '../evidence/read.ts';
import type { Written, WrittenStep } from '../systems/clean-up/leftovers.ts';

export interface WrittenRun extends Written {
  readonly run: string;
  /** The system's name, as its profile had it; absent of a run that touched none. */
  readonly system?: string;
}

/** What a run may have written, by its evidence. Throws EvidenceError. */
export async function writtenStepsOf(folder: string): Promise<WrittenRun> {
  let run = '';
  let system: string | undefined;
  const flows = new Map<string, CareFlow>();
  const instances = new Map<string, CareFlow | undefined>();
  const steps = new Map<string, WrittenStep>();
  const introduced = new Set<string>();
  let [from, until, ahead] = [0, 0, 0];
  for await (const { event, at } of readEvidence(folder)) {
    until = at;
    if (event.type === 'run-started') {
      run = event.run;
      from = at;
      system = event.system?.name;
      for (const flow of event.flows) flows.set(flow.id, flow);
    } else if (event.type === 'clock-measured') {
      ahead = event.ahead;
    } else if (event.type === 'introduced') {
      for (const made of event.made) introduced.add(made);
    } else if (event.type === 'drill-made' || event.type === 'access-made') {
      for (const made of event.made) introduced.add(made);
    } else if (event.type === 'drill-wrote') {
      if (event.reference !== undefined) introduced.add(event.reference);
    } else if (event.type === 'deck-asking') {
      for (const made of event.introduced) introduced.add(made);
      steps.set(event.token, { token: event.token, kind: event.task });
    } else if (event.type === 'deck-answered') {
      const asked = steps.get(event.token ?? '');
      if (asked === undefined || event.outcome === 'unknown') continue;
      const { reference } = event;
      steps.set(asked.token, { ...asked, ...(reference === undefined ? { refused: true } : { reference }) });
    } else if (event.type === 'flow-started') {
      instances.set(event.instance, flows.get(event.flow));
    } else if (event.type === 'step-started' || event.type === 'step-ended') {
      const activity = instances.get(event.instance)?.steps[event.step]?.activity;
      if (activity?.type !== 'task') continue;
      if (event.type === 'step-ended' && event.verdict === 'not-covered') continue;
      const token = stepToken(run, event.instance, event.step);
      const { reference, status } = (event.type === 'step-ended' ? event.outcome : undefined) ?? {};
      steps.set(token, {
        ...{ token, kind: activity.kind },
        ...(reference === undefined ? {} : { reference }),
        ...(status === 'refused' ? { refused: true } : {}),
      });
    }
  }
  return {
    run,
    ...(system === undefined ? {} : { system }),
    ...{ steps: [...steps.values()], introduced: [...introduced] },
    // As the system's clock tells it.
    ...{ from: from + ahead, until: until + ahead },
  };
}
