import { FlowRun } from '../../../flows/flow-run.ts';
import type { LoadPlan } from '../../../load/plan/load-plan.ts';
import { unitsOf } from '../../../load/script/play-entry.ts';
import type { CareSystem } from '../../../systems/care-system.ts';
import { createFhirDriver } from '../../../systems/fhir-r4/driver.ts';
import type { TransportResponse } from '../../../systems/fhir-r4/transport.ts';
import type { SystemProfile } from '../../../systems/profile.ts';
import { type Exchange, keyOf } from './exchange.ts';

/** Which step of which flow sends a request, as somebody who writes it down by hand would know. */
export interface StepOfRequest {
  /** Whose flow: its place in the plan. */
  readonly entry: number;
  readonly flow: string;
  readonly step: number;
  /** Something is done, or looked for. */
  readonly type: 'task' | 'question' | 'wait';
  /** The first and the last that the step sends. */
  readonly begins: boolean;
  readonly ends: boolean;
}

/**
 * Plays a plan's flows one after the other against what was answered before, and notes by the key of each request which
 * steps send it, in order. What goes before a flow's first step belongs to none.
 */
export async function stepsOfRequests(
  plan: LoadPlan,
  profile: SystemProfile,
  run: string,
  exchanges: readonly Exchange[],
): Promise<ReadonlyMap<string, StepOfRequest[]>> {
  let sent: string[] = [];
  let now = 0;
  const clock = {
    now: () => now,
    async pause(milliseconds: number) {
      now += milliseconds;
    },
  };
  const system = answeredFrom(exchanges, profile, clock.now, (key) => sent.push(key));
  await system.connect();
  const steps = new Map<string, StepOfRequest[]>();
  for (const [index, entry] of plan.entries.entries()) {
    const flow = entry.type === 'flow' ? plan.flows[entry.flow] : undefined;
    if (entry.type !== 'flow' || flow === undefined) continue;
    const { instance, patient, thinkTimes, dayTime } = entry;
    const playing = new FlowRun({
      ...{ run, instance, flow, patient, system, clock },
      units: unitsOf(entry, plan.units),
      speed: plan.facts.speed,
      workingTimes: thinkTimes,
      plannedAt: dayTime,
      sink: () => undefined,
    });
    await playing.begin();
    for (const [number, step] of flow.steps.entries()) {
      sent = [];
      await playing.step(step);
      for (const [place, key] of sent.entries()) {
        const of = { entry: index, flow: flow.id, step: number, type: step.activity.type };
        steps.set(key, [
          ...(steps.get(key) ?? []),
          { ...of, begins: place === 0, ends: place === sent.length - 1 },
        ]);
      }
    }
    await playing.end();
  }
  return steps;
}

function answeredFrom(
  exchanges: readonly Exchange[],
  profile: SystemProfile,
  now: () => number,
  hear: (key: string) => void,
): CareSystem {
  const answers = Map.groupBy(exchanges, keyOf);
  return createFhirDriver({
    profile,
    clock: { now },
    transport: {
      async request({ method, url, headers, body = '' }) {
        const path = url.replace(/^https?:\/\/[^/]+/, '');
        const key = keyOf({ method: method as Exchange['method'], path, headers, body });
        hear(key);
        const known = answers.get(key) ?? [];
        const exchange = known.length > 1 ? known.shift() : known[0];
        if (exchange === undefined) throw new Error(`Nobody asked before: ${key}`);
        return responseOf(exchange);
      },
      close: async () => undefined,
    },
  });
}

const responseOf = ({ answer: { status, headers, body } }: Exchange): TransportResponse => ({
  status,
  header: (name) => headers[name],
  text: () => body,
  json: () => JSON.parse(body),
  pick: (path) => JSON.parse(body)[path],
});
