import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { CareFlow } from '../../domain/care-flow.ts';
import { EVIDENCE_VERSION } from '../../domain/evidence.ts';
import type { TrialCase, TrialFault } from '../../domain/trial.ts';
import { wallClock } from '../../flows/clock.ts';
import { FlowRun } from '../../flows/flow-run.ts';
import { Lanes } from '../../flows/lanes.ts';
import { unitsForFlow } from '../../flows/units.ts';
import { drawPeople } from '../../generators/draw/draw-people.ts';
import { buildClient } from '../../reference/client/build.ts';
import { STRIKES_FILE } from '../../reports/trial/read-trial.ts';
import { loadDay } from '../../scenarios/load-day.ts';
import { loadStage } from '../../scenarios/load-stage.ts';
import type { CareSystem, Channel } from '../../systems/care-system.ts';
import { careAreas } from '../care-areas.ts';
import { connectSystems } from '../connected-systems.ts';
import { openJournaling } from '../journaling.ts';
import { VERSION } from '../project.ts';
import { profileOf, startReference } from '../reference-process.ts';
import { watchedIn } from '../watched-in.ts';
import { writtenFlows } from '../written-flows.ts';

/** Where the flows of a trial take place. */
const STAGE = '1-sodra';
const DAY = 'sas-vardag';

/** Where the patients live, in turn: what is meant for the one municipality must not come to the other. */
const HOMES = ['1490', '1463'];

/** So many patients more where a fault shows only when many work at once. */
const CROWD = 3;

/** Flows in browsers at the same time, whatever cases they are of. */
const UI_LANES = 3;

/** What is read once for all cases of a trial. */
export interface TrialStage {
  /** Plays all flows in an environment with the fault of the case, and leaves the evidence in its folder. */
  play(one: TrialCase, folder: string, signal: AbortSignal): Promise<void>;
}

export async function openStage(patients: number): Promise<TrialStage> {
  const flows = await writtenFlows();
  await buildClient();
  const stage = loadStage(STAGE);
  const { units } = loadDay(DAY);
  const { vocabulary } = await careAreas();
  const browsers = new Lanes(UI_LANES);

  async function play({ name, seed, fault }: TrialCase, folder: string, signal: AbortSignal): Promise<void> {
    await mkdir(folder, { recursive: true });
    const channel: Channel = fault?.foundBy === 'page' ? 'ui' : 'api';
    const instances = instancesOf(flows, timesOf(fault, patients));
    const draw = await drawPeople(seed, flows);
    const reference = await startReference({
      faults: fault === undefined ? [] : [fault.name],
      struck: path.join(folder, STRIKES_FILE),
    });
    try {
      const profile = profileOf(reference);
      const channels = new Set<Channel>([channel]);
      const systems = await connectSystems({
        ...{ profile, channels, recordings: folder, pageSnapshots: false, signal },
        watch: { seed, planned: instances.length },
      });
      const journal = await openJournaling(folder, {
        secrets: [reference.password],
        onFailure: () => undefined,
      });
      try {
        journal.sink({
          type: 'run-started',
          evidenceVersion: EVIDENCE_VERSION,
          run: name,
          genrep: VERSION,
          command: 'features',
          title: fault?.sv ?? 'Inget fel',
          system: systems.description,
          stage,
          flows,
          activities: vocabulary.activities,
          seed,
          planned: instances.length,
          speed: 1,
          ...(fault === undefined ? {} : { planted: [fault.name] }),
        });
        if (systems.clockAhead !== undefined)
          journal.sink({ type: 'clock-measured', ahead: systems.clockAhead });
        for (const event of systems.notSupported(flows)) journal.sink(event);
        await playFlows(instances, systems.byChannel[channel]);
        signal.throwIfAborted();
        for (const each of await watchedIn(systems)) journal.sink(each);
        signal.throwIfAborted();
        journal.sink({ type: 'run-ended', interrupted: false });
      } finally {
        await journal.close();
        await systems.close();
      }

      async function playFlows(all: readonly Instance[], system: CareSystem): Promise<void> {
        const lanes = channel === 'ui' ? browsers : new Lanes(all.length);
        const runs = await Promise.all(
          all.map(async ({ instance, flow, home }) => {
            const run = new FlowRun({
              run: name,
              instance,
              flow,
              patient: draw(instance, flow.patient, home),
              units: unitsForFlow(units, home),
              system,
              clock: wallClock(signal),
              speed: Number.POSITIVE_INFINITY,
              plannedAt: 0,
              sink: journal.sink,
            });
            await lanes.enter();
            try {
              await run.begin();
              for (const step of flow.steps) await run.step(step);
              await run.end();
            } finally {
              lanes.leave();
            }
            return run;
          }),
        );
        await Promise.all(runs.map((run) => run.reconcile()));
      }
    } finally {
      await reference.close();
    }
  }
  return { play };
}

/** A browser costs as much as many patients by api: one patient in each flow is enough to see what a page shows. */
function timesOf(fault: TrialFault | undefined, patients: number): number {
  if (fault?.foundBy === 'page') return 1;
  return fault?.foundBy === 'load' ? patients * CROWD : patients;
}

interface Instance {
  readonly instance: string;
  readonly flow: CareFlow;
  readonly home: string | undefined;
}

/** Each flow so many times, each time with a patient of its own. */
const instancesOf = (flows: readonly CareFlow[], patients: number): readonly Instance[] =>
  Array.from({ length: patients }, (_, index) =>
    flows.map((flow) => ({
      instance: `${flow.id}#${index + 1}`,
      flow,
      home: HOMES[index % HOMES.length],
    })),
  ).flat();
