import process from 'node:process';
import { EVIDENCE_VERSION } from '../../domain/evidence.ts';
import { wallClock } from '../../flows/clock.ts';
import { dispatch } from '../../flows/dispatch.ts';
import type { DayOptions } from '../commands/day.ts';
import { concludeRun } from '../conclude-run.ts';
import { type ConnectedSystems, connectSystems } from '../connected-systems.ts';
import { interruptible } from '../interruption.ts';
import { openJournaling } from '../journaling.ts';
import { type PreparedDay, prepareDay } from '../prepare-day.ts';
import { withDayProgress } from '../progress/day-progress.ts';
import { VERSION } from '../project.ts';
import { newRunId, runFolder } from '../run-folder.ts';
import { openSystemUnderTest } from '../system-under-test.ts';

/** A flow in a browser half waits for people to do their work; five at a time keep two cores busy. */
const UI_LANES = 5;

/** `genrep day`: everything is read and checked before the system is touched. */
export async function rehearseDay(dayName: string, options: DayOptions): Promise<void> {
  const rehearsal = await prepareDay(dayName, options);
  const id = newRunId(rehearsal.day.name, Date.now());
  const folder = runFolder(id, options.out);
  await interruptible(async (signal) => {
    const system = await openSystemUnderTest(options.system, options.fault);
    try {
      const channels = new Set(rehearsal.plan.flows.map(({ channel }) => channel));
      const systems = await connectSystems({
        profile: system.profile,
        channels,
        recordings: folder, // A day has hundreds of flows and two cores; `features` keeps whole pages of what failed.
        pageSnapshots: false,
        signal,
      });
      try {
        await rehearse({
          ...rehearsal,
          id,
          folder,
          systems,
          secrets: system.secrets,
          speed: options.speed,
          signal,
        });
      } finally {
        await systems.close();
      }
    } finally {
      await system.close();
    }
  });
  process.exitCode = await concludeRun(folder, { json: options.json === true });
}

interface RehearseOptions extends PreparedDay {
  readonly id: string;
  readonly folder: string;
  readonly systems: ConnectedSystems;
  readonly secrets: readonly string[];
  readonly speed: number;
  readonly signal: AbortSignal;
}

async function rehearse({
  id,
  folder,
  day,
  stage,
  flows,
  plan,
  systems,
  secrets,
  speed,
  signal,
}: RehearseOptions): Promise<void> {
  const journal = await openJournaling(folder, secrets);
  let interrupted = true;
  try {
    journal.sink({
      type: 'run-started',
      evidenceVersion: EVIDENCE_VERSION,
      run: id,
      genrep: VERSION,
      command: 'day',
      title: day.title,
      system: systems.description,
      stage,
      flows,
      seed: plan.seed,
      planHash: plan.hash,
      planned: plan.flows.length,
      speed,
    });
    for (const event of systems.notSupported(flows)) journal.sink(event);
    await withDayProgress(day.title, async (show) => {
      await dispatch({
        run: id,
        plan,
        flows: new Map(flows.map((flow) => [flow.id, flow])),
        systems: systems.byChannel,
        clock: wallClock(signal),
        speed,
        uiLanes: UI_LANES,
        sink: journal.sink,
        flush: journal.flush,
        progress: show,
      });
    });
    interrupted = false;
  } finally {
    journal.sink({ type: 'run-ended', interrupted });
    await journal.close();
  }
}
