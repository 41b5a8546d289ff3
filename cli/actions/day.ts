import process from 'node:process';
import { wallClock } from '../../flows/clock.ts';
import { robots } from '../../flows/robots.ts';
import { loadSimulationOf } from '../../scenarios/day-simulation/load-day-simulation.ts';
import { foresee, LiveDay, lagOf, measurementsOf, prepareRehearsal } from '../../simulation/day/index.ts';
import type { DayOptions } from '../commands/day.ts';
import { concludeRun } from '../conclude-run.ts';
import { prepareDay } from '../prepare-day.ts';
import { withDayProgress } from '../progress/day-progress.ts';
import { newRunId, runFolder } from '../run-folder.ts';
import { withRun } from '../with-run.ts';

/** Flows with browsers open at the same time; more pages than those of four leave two cores no time for the rest. */
const UI_LANES = 4;

/** `genrep day`: everything is read and checked before the system is touched. */
export async function rehearseDay(dayName: string, options: DayOptions): Promise<void> {
  const { day, stage, flows, plan } = await prepareDay(dayName, options);
  const simulated = loadSimulationOf(day, options.simulation);
  if (simulated === undefined) process.stderr.write(UNSTAFFED(day.name));
  const rehearsal = prepareRehearsal(day, simulated, plan, flows);
  const id = newRunId(day.name, Date.now());
  const folder = runFolder(id, options.out);
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
  } as const;
  await withRun(frame, ({ systems, journal, signal }) =>
    withDayProgress(day.title, async (show) => {
      const foreseen = simulated && foresee(rehearsal, flows, plan.seed);
      const clock = wallClock(signal);
      const live = new LiveDay({
        rehearsal,
        plan,
        players: robots({
          run: id,
          plan,
          flows: new Map(flows.map((flow) => [flow.id, flow])),
          systems: systems.byChannel,
          clock,
          uiLanes: UI_LANES,
          sink: journal.sink,
          flush: journal.flush,
        }),
        timekeeper: clock,
        speed,
        seed: plan.seed,
        progress: show,
      });
      await live.run();
      journal.sink(lagOf(live));
      if (foreseen !== undefined)
        for (const event of measurementsOf(foreseen, live.hospital)) journal.sink(event);
    }),
  );
  process.exitCode = await concludeRun(folder, { json: options.json === true });
}

const UNSTAFFED = (day: string): string =>
  `Dagen ${day} har ingen simulering (scenarios/simulation/${day}.yaml eller --simulation FIL): personalen är obegränsad och ingen väntar på den.\n`;
