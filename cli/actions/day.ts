import process from 'node:process';
import type { DayPlan } from '../../domain/care-day.ts';
import type { Draws } from '../../domain/care-flow.ts';
import { InputError } from '../../domain/input-error.ts';
import { HOUR } from '../../domain/time.ts';
import { wallClock } from '../../flows/clock.ts';
import { robots } from '../../flows/robots.ts';
import { loadSimulationOf } from '../../scenarios/day-simulation/load-day-simulation.ts';
import { foresee, LiveDay, lagOf, measurementsOf, prepareRehearsal } from '../../simulation/day/index.ts';
import { askedFor } from '../as-before.ts';
import { concludeRun } from '../conclude-run.ts';
import { holdDrillsInDay, prepareDrillsInDay } from '../drill/drills-in-day.ts';
import { playLoadBesideDay, prepareLoadBesideDay } from '../load-beside-day.ts';
import { prepareDay } from '../prepare-day.ts';
import { withDayProgress } from '../progress/day-progress.ts';
import { requireMeans } from '../require-means.ts';
import { type Resumption, readResumption } from '../resumption.ts';
import { newRun } from '../run-folder.ts';
import { together } from '../together.ts';
import { watchedIn } from '../watched-in.ts';
import { withRun } from '../with-run.ts';

/** As commander hands them over. */
export interface DayOptions {
  readonly system: string;
  readonly seed: number;
  readonly speed: number;
  readonly uiShare: number;
  readonly only?: string;
  readonly draws?: Draws;
  /** Name or path of a load profile. */
  readonly load?: string;
  readonly simulation?: string;
  readonly out?: string;
  readonly replace?: true;
  readonly resume?: string;
  readonly sign?: string;
  readonly fault: readonly string[];
  readonly with: readonly string[];
  readonly json?: true;
  readonly allure: boolean;
}

/** Flows in browsers at the same time; with more, two cores do more work and no more flows. */
const UI_LANES = 2;

/** `genrep day`: everything is read and checked before the system is touched. */
export async function rehearseDay(dayName: string | undefined, options: DayOptions): Promise<void> {
  if (dayName === undefined) throw new InputError('Ange vilken dag som ska övas, till exempel sas-vardag.');
  await requireMeans({
    system: options.system,
    faults: options.fault,
    pages: options.uiShare > 0 ? 'where-possible' : 'none',
  });
  const resumed = options.resume === undefined ? undefined : await readResumption(options.resume);
  const { day, stage, flows, plan, draws } = await prepareDay(dayName, options);
  const simulated = loadSimulationOf(day, options.simulation);
  if (simulated === undefined) process.stderr.write(UNSTAFFED(day.name));
  const rehearsal = prepareRehearsal(
    day,
    simulated,
    resumed === undefined ? plan : withoutFinished(plan, resumed),
    flows,
  );
  const load = await prepareLoadBesideDay(day, flows, options, resumed);
  const drills = prepareDrillsInDay(day, options.system, resumed?.dayTime);
  const { id, folder } = resumed ?? (await newRun(day.name, options));
  const { speed } = options;
  const frame = {
    id,
    folder,
    system: options.system,
    faults: options.fault,
    parts: options.with,
    isSteered: drills.isSteered,
    channels: new Set(plan.flows.map(({ channel }) => channel)),
    watch: { seed: plan.seed, planned: plan.flows.length },
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
      ...(draws === 'written' ? {} : { draws }),
      asked: askedFor([dayName], options),
    },
    ...(options.sign === undefined ? {} : { sign: options.sign }),
    ...(resumed === undefined ? {} : { resumed }),
  } as const;
  await withRun(frame, (run) =>
    withDayProgress(day.title, async (show) => {
      const { systems, journal } = run;
      // What is left of a day that goes on is no day to set beside a whole one.
      const foreseen = resumed === undefined ? simulated && foresee(rehearsal, flows, plan.seed) : undefined;
      await together(run.signal, (signal) => {
        const clock = wallClock(signal);
        const staff = robots({
          run: id,
          plan,
          flows: new Map(flows.map((flow) => [flow.id, flow])),
          systems: systems.byChannel,
          clock,
          uiLanes: UI_LANES,
          sink: journal.sink,
          flush: journal.flush,
          ...(resumed === undefined ? {} : { resumed: resumed.progress }),
        });
        const live = new LiveDay({
          rehearsal,
          plan,
          players: staff.player,
          timekeeper: clock,
          speed,
          seed: plan.seed,
          progress: show,
          ...(resumed === undefined ? {} : { from: resumed.dayTime }),
        });
        const rehearsing = live.run().then(async () => {
          await staff.reconcile();
          for (const each of await watchedIn(systems)) journal.sink(each);
          journal.sink(lagOf(live));
          if (foreseen !== undefined)
            for (const event of measurementsOf(foreseen, live.hospital)) journal.sink(event);
        });
        const drilling = holdDrillsInDay(drills, { live, isOver: rehearsing, run, seed: plan.seed, signal });
        if (load === undefined) return [rehearsing, drilling];
        const untilItsHours = (load.plan.facts.hours.from * HOUR - live.dayTime) / speed;
        const loading = clock.pause(untilItsHours).then(() => playLoadBesideDay(load, run, folder, signal));
        return [rehearsing, drilling, loading];
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

const UNSTAFFED = (day: string): string =>
  `Dagen ${day} har ingen simulering (scenarios/simulation/${day}.yaml eller --simulation FIL): personalen är obegränsad och ingen väntar på den.\n`;
