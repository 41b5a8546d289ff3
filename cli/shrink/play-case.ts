import path from 'node:path';
import type { ShrinkCase } from '../../domain/shrink.ts';
import { Lanes } from '../../flows/lanes.ts';
import type { Cause } from '../../reports/causes.ts';
import { causesOf } from '../../reports/causes.ts';
import { type RunHistory, readHistory } from '../../reports/history.ts';
import { summarise } from '../../reports/verdicts.ts';
import { type PlayedInstance, playFlows } from '../play-flows.ts';
import { profileOf, startReference } from '../reference-process.ts';
import { openSystemUnderTest, startsItself } from '../system-under-test.ts';
import type { Replay } from './replay.ts';
import { drawnAmong, withSteps } from './steps-left.ts';

/** Plays one part of a run, in an environment of its own where Genrep starts it, and answers what it showed. */
export async function playCase(
  { replay, of }: { readonly replay: Replay; readonly of: RunHistory },
  one: ShrinkCase,
  folder: string,
  signal: AbortSignal,
): Promise<readonly Cause[]> {
  const { started } = of;
  const instances = replay.instances
    .filter(({ instance }) => one.instances.includes(instance))
    .map(({ instance, flow, at: _, drawn: __, ...who }): PlayedInstance => {
      const left = one.steps[flow.id];
      const drawn = drawnAmong(one.drawn[instance] ?? [], left);
      return { ...who, instance, flow: withSteps(flow, left), drawn };
    });
  const system = await open(replay.system, one.faults);
  try {
    await playFlows({
      instances,
      started: {
        ...{ run: path.basename(folder), title: started.title, stage: started.stage },
        ...{ activities: started.activities, seed: started.seed },
        ...(one.faults.length === 0 ? {} : { planted: one.faults }),
        ...(Object.keys(one.drawn).length === 0 ? {} : { draws: 'limits' as const }),
      },
      profile: system.profile,
      secrets: system.secrets,
      folder,
      ...(one.together ? {} : { lanes: { api: new Lanes(1) } }),
      signal,
    });
  } finally {
    await system.close();
  }
  return causesIn(folder);
}

/** The causes that the evidence of a short run shows. */
export const causesIn = async (folder: string): Promise<readonly Cause[]> =>
  causesOf(summarise([await readHistory(folder)]));

/** A new reference environment each time; any other system as it is. */
async function open(system: string, faults: readonly string[]) {
  if (!startsItself(system)) return openSystemUnderTest({ system, faults });
  const reference = await startReference({ faults });
  return {
    profile: profileOf(reference),
    secrets: [reference.password],
    close: () => reference.close(),
  };
}
