import process from 'node:process';
import type { DayPlan } from '../../domain/care-day.ts';
import { wallClock } from '../../flows/clock.ts';
import { dispatch } from '../../flows/dispatch.ts';
import type { DayOptions } from '../commands/day.ts';
import { concludeRun } from '../conclude-run.ts';
import { prepareDay } from '../prepare-day.ts';
import { withDayProgress } from '../progress/day-progress.ts';
import { type Resumption, readResumption } from '../resumption.ts';
import { newRun } from '../run-folder.ts';
import { withRun } from '../with-run.ts';

/** A flow in a browser half waits for people to do their work; five at a time keep two cores busy. */
const UI_LANES = 5;

/** `genrep day`: everything is read and checked before the system is touched. */
export async function rehearseDay(dayName: string, options: DayOptions): Promise<void> {
  const resumed = options.resume === undefined ? undefined : await readResumption(options.resume);
  const { day, stage, flows, plan } = await prepareDay(dayName, options);
  const { id, folder } = resumed ?? newRun(day.name, options.out);
  const { speed } = options;
  const frame = {
    id,
    folder,
    system: options.system,
    faults: options.fault,
    channels: new Set(plan.flows.map(({ channel }) => channel)),
    pageSnapshots: false, // A day has hundreds of flows and two cores; `features` keeps whole pages of what failed.
    started: {
      command: 'day',
      title: day.title,
      stage,
      flows,
      seed: plan.seed,
      planHash: plan.hash,
      planned: plan.flows.length,
      speed,
    },
    ...(options.sign === undefined ? {} : { sign: options.sign }),
    ...(resumed === undefined ? {} : { resumed }),
  } as const;
  await withRun(frame, ({ systems, journal, signal }) =>
    withDayProgress(day.title, async (show) => {
      await dispatch({
        run: id,
        plan: resumed === undefined ? plan : withoutFinished(plan, resumed),
        flows: new Map(flows.map((flow) => [flow.id, flow])),
        systems: systems.byChannel,
        clock: wallClock(signal),
        speed,
        uiLanes: UI_LANES,
        sink: journal.sink,
        flush: journal.flush,
        progress: show,
        ...(resumed === undefined ? {} : { from: resumed.dayTime, resumed: resumed.progress }),
      });
    }),
  );
  process.exitCode = await concludeRun(folder, { json: options.json === true, allure: options.allure });
}

/** What is left of a day of which some flows have ended. */
const withoutFinished = (plan: DayPlan, { progress }: Resumption): DayPlan => ({
  ...plan,
  flows: plan.flows.filter(({ instance }) => progress.get(instance)?.verdict === undefined),
});
