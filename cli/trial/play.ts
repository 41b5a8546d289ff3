import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { TrialCase, TrialFault, TrialPlan } from '../../domain/trial.ts';
import { Lanes } from '../../flows/lanes.ts';
import { buildClient } from '../../reference/client/build.ts';
import { STRIKES_FILE } from '../../reports/trial/read-trial.ts';
import { loadStage } from '../../scenarios/load-stage.ts';
import type { Channel } from '../../systems/care-system.ts';
import { careAreas } from '../care-areas.ts';
import { chooser } from '../drawing.ts';
import { playFlows } from '../play-flows.ts';
import { profileOf, startReference } from '../reference-process.ts';
import { writtenFlows } from '../written-flows.ts';
import { STAGE, trialInstances } from './place.ts';

/** Flows at the same time where it is not load that a fault needs: more would make the machine late, and not the system. */
const AT_ONCE = 80;

/** So many patients more where a fault shows only when many work at once. */
const CROWD = 3;

/** Flows in browsers at the same time, whatever cases they are of. */
const UI_LANES = 3;

/** What is read once for all cases of a trial. */
export interface TrialStage {
  /** Plays all flows in an environment with the fault of the case, and leaves the evidence in its folder. */
  play(one: TrialCase, folder: string, signal: AbortSignal): Promise<void>;
}

/** How many patients a trial plays each flow with, and how their values are chosen. */
type Played = Pick<TrialPlan, 'patients' | 'draws' | 'crowd'>;

export async function openStage({ patients, draws = 'written', crowd = 0 }: Played): Promise<TrialStage> {
  const flows = await writtenFlows();
  await buildClient();
  const stage = loadStage(STAGE);
  const { activities } = (await careAreas()).vocabulary;
  const browsers = new Lanes(UI_LANES);

  async function play({ name, seed, fault }: TrialCase, folder: string, signal: AbortSignal): Promise<void> {
    await mkdir(folder, { recursive: true });
    const channel: Channel = fault?.foundBy === 'page' ? 'ui' : 'api';
    const howMany = { patients: timesOf(fault, patients), crowd, channel };
    const choose = await chooser(draws, { seed, asked: flows });
    const reference = await startReference({
      faults: fault === undefined ? [] : [fault.name],
      struck: path.join(folder, STRIKES_FILE),
    });
    try {
      await playFlows({
        instances: trialInstances(flows, howMany, choose),
        started: {
          ...{ run: name, title: fault?.sv ?? 'Inget fel', stage, activities, seed },
          ...(fault === undefined ? {} : { planted: [fault.name] }),
          ...(draws === 'written' ? {} : { draws }),
        },
        profile: profileOf(reference),
        secrets: [reference.password],
        folder,
        lanes: { ui: browsers, ...(fault?.foundBy === 'load' ? {} : { api: new Lanes(AT_ONCE) }) },
        signal,
      });
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
