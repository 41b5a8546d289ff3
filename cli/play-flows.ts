import { mkdir } from 'node:fs/promises';
import type { ActivityFacts } from '../domain/area.ts';
import type { CareUnit } from '../domain/care-day.ts';
import type { CareFlow, DrawnStep } from '../domain/care-flow.ts';
import { EVIDENCE_VERSION, type RunStarted } from '../domain/evidence.ts';
import type { Patient } from '../domain/patient.ts';
import type { UnitKind } from '../domain/role.ts';
import { wallClock } from '../flows/clock.ts';
import { withDrawn } from '../flows/draws/with-drawn.ts';
import { FlowRun } from '../flows/flow-run.ts';
import { Lanes } from '../flows/lanes.ts';
import type { Channel } from '../systems/care-system.ts';
import type { SystemProfile } from '../systems/profile.ts';
import { connectSystems } from './connected-systems.ts';
import { openJournaling } from './journaling.ts';
import { VERSION } from './project.ts';
import { watchedIn } from './watched-in.ts';

/** A patient who goes through a flow. */
export interface PlayedInstance {
  readonly instance: string;
  readonly flow: CareFlow;
  readonly patient: Patient;
  readonly units: Readonly<Partial<Record<UnitKind, CareUnit>>>;
  readonly channel: Channel;
  /** What of the flow was drawn for the patient. */
  readonly drawn?: readonly DrawnStep[];
  /** Is in the system's lists before the others come, and is not looked at beside its steps. */
  readonly isThere?: true;
}

/** A short run: a few patients, in no day. */
export interface ShortRun {
  readonly instances: readonly PlayedInstance[];
  /** What the first record says beside what every short run says. */
  readonly started: Pick<RunStarted, 'run' | 'title' | 'stage' | 'seed' | 'planted' | 'draws'> & {
    readonly activities: readonly ActivityFacts[];
  };
  readonly profile: SystemProfile;
  /** What must never reach the evidence. */
  readonly secrets: readonly string[];
  /** Where its evidence goes. */
  readonly folder: string;
  /** How many go through their flows at the same time, by channel; all by api when absent. */
  readonly lanes?: Partial<Readonly<Record<Channel, Lanes>>>;
  readonly signal: AbortSignal;
}

/** So many of those who are there before the others come in at the same time. */
const CROWD_LANES = 16;

/**
 * Plays patients' flows as fast as the system answers, by robots, watched beside their steps, and leaves the evidence in a folder.
 * No working time passes, and nobody waits for staff.
 */
export async function playFlows(run: ShortRun): Promise<void> {
  const { instances, started, profile, folder, signal } = run;
  await mkdir(folder, { recursive: true });
  const channels = new Set(instances.map(({ channel }) => channel));
  const flows = [...new Map(instances.map(({ flow }) => [flow.id, flow])).values()];
  const there = instances.filter(({ isThere }) => isThere === true);
  const coming = instances.filter(({ isThere }) => isThere !== true);
  const systems = await connectSystems({
    ...{ profile, channels, recordings: folder, pageSnapshots: false, signal },
    watch: { seed: started.seed, planned: coming.length },
  });
  try {
    const journal = await openJournaling(folder, { secrets: run.secrets, onFailure: () => undefined });
    try {
      journal.sink({
        ...{ type: 'run-started', evidenceVersion: EVIDENCE_VERSION, genrep: VERSION, command: 'features' },
        ...{ system: systems.description, planned: instances.length, speed: 1 },
        ...{ ...started, flows },
      });
      if (systems.clockAhead !== undefined)
        journal.sink({ type: 'clock-measured', ahead: systems.clockAhead });
      for (const event of systems.notSupported(flows)) journal.sink(event);
      const lanes = { api: new Lanes(instances.length), ui: new Lanes(1), ...run.lanes };
      const crowd = new Lanes(CROWD_LANES);
      const before = await Promise.all(there.map((each) => playOne(each, crowd)));
      const after = await Promise.all(coming.map((each) => playOne(each, lanes[each.channel])));
      const played = [...before, ...after];
      await Promise.all(played.map((each) => each.reconcile()));
      signal.throwIfAborted();
      for (const each of await watchedIn(systems)) journal.sink(each);
      signal.throwIfAborted();
      journal.sink({ type: 'run-ended', interrupted: false });

      async function playOne(
        { channel, flow: written, isThere, ...who }: PlayedInstance,
        lane: Lanes,
      ): Promise<FlowRun> {
        const flow = withDrawn(written, who.drawn);
        const flowRun = new FlowRun({
          ...who,
          flow,
          run: started.run,
          system: systems.byChannel[channel],
          clock: wallClock(signal),
          speed: Number.POSITIVE_INFINITY,
          plannedAt: 0,
          sink: journal.sink,
          isWatched: isThere !== true,
        });
        await lane.enter();
        try {
          await flowRun.begin();
          for (const step of flow.steps) await flowRun.step(step);
          await flowRun.end();
        } finally {
          lane.leave();
        }
        return flowRun;
      }
    } finally {
      await journal.close();
    }
  } finally {
    await systems.close();
  }
}
