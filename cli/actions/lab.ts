import process from 'node:process';
import type { DayPlan } from '../../domain/care-day.ts';
import type { ByHand } from '../../domain/fact.ts';
import { InputError } from '../../domain/input-error.ts';
import { isLabEvent } from '../../domain/lab-evidence.ts';
import { HOUR } from '../../domain/time.ts';
import { wallClock } from '../../flows/clock.ts';
import { robots } from '../../flows/robots.ts';
import { Ahead } from '../../lab/ahead.ts';
import { checkAll, tabletChecks } from '../../lab/checks.ts';
import { conduct, sendHome, showClock } from '../../lab/conduct.ts';
import { Lab } from '../../lab/lab.ts';
import { whatIsOpen } from '../../lab/open-work.ts';
import { CONSENT_VERSION } from '../../lab/pages/consent.ts';
import { Pictures } from '../../lab/pictures.ts';
import { excerptOf, type LabPlan, loadLabPlan, partsOf, soloPlan } from '../../lab/plan.ts';
import { LabSecrets } from '../../lab/secrets.ts';
import { type LabServer, serveLab } from '../../lab/server.ts';
import { Tablets } from '../../lab/tablets.ts';
import { withPeople } from '../../lab/with-people.ts';
import { loadSimulationOf } from '../../scenarios/day-simulation/load-day-simulation.ts';
import { LiveDay, lagOf, prepareRehearsal } from '../../simulation/day/index.ts';
import type { SystemProfile } from '../../systems/profile.ts';
import { completed } from '../../systems/sign-in-files.ts';
import { askedFor } from '../as-before.ts';
import { concludeRun } from '../conclude-run.ts';
import { beneath, refusalOf } from '../lab-beneath.ts';
import { systemChecks } from '../lab-checks.ts';
import { cardTexts, shiftChangesOf, workplaceOf } from '../lab-words.ts';
import { playLoadBesideDay, prepareLoadBesideDay } from '../load-beside-day.ts';
import { prepareDay } from '../prepare-day.ts';
import { requireMeans } from '../require-means.ts';
import { readResumption } from '../resumption.ts';
import { newRun } from '../run-folder.ts';
import { keepSmall } from '../small-process.ts';
import { together } from '../together.ts';
import { watchedIn } from '../watched-in.ts';
import { withRun } from '../with-run.ts';

/** As commander hands them over. */
export interface LabOptions {
  readonly system: string;
  readonly plan?: string;
  readonly solo?: true;
  readonly port: number;
  readonly host: string;
  readonly address?: string;
  readonly seed: number;
  readonly fault: readonly string[];
  /** Name or path of a load profile. */
  readonly load?: string;
  readonly json?: true;
  readonly out?: string;
  readonly resume?: string;
  readonly sign?: string;
}

/** `genrep lab`: everything is read and checked before the system is touched. */
export async function runLab(dayName: string | undefined, options: LabOptions): Promise<void> {
  if (dayName === undefined) throw new InputError('Ange vilken dag som ska övas, till exempel sas-vardag.');
  await requireMeans({ system: options.system, faults: options.fault, pages: 'none' });
  const resumed = options.resume === undefined ? undefined : await readResumption(options.resume);
  const {
    day,
    stage,
    flows,
    plan: whole,
  } = await prepareDay(dayName, { system: options.system, seed: options.seed, uiShare: 0 });
  const refuses = refusalOf(options.system);
  const labPlan =
    options.solo === true ? soloPlan(day, flows) : loadLabPlan(options.plan ?? day.name, day, flows, refuses);
  const plan = excerptOf(whole, labPlan);
  const known = new Map(flows.map((flow) => [flow.id, flow]));
  const played = [...new Set(plan.flows.map(({ flow }) => flow))].flatMap((id) => known.get(id) ?? []);
  const left = {
    ...plan,
    flows: plan.flows.filter(({ instance }) => resumed?.progress.get(instance)?.verdict === undefined),
  };
  const simulation = loadSimulationOf(day);
  const rehearsal = prepareRehearsal(day, simulation, left, played);
  const load = await prepareLoadBesideDay(day, flows, { ...options, within: labPlan }, resumed);
  const { id, folder } = resumed ?? (await newRun(day.name, options));
  const frame = {
    ...{ id, folder, system: options.system, faults: options.fault, isSteered: true, pageSnapshots: false },
    channels: new Set(['api'] as const),
    watch: { seed: plan.seed, planned: plan.flows.length },
    started: {
      command: 'lab',
      ...{ title: `Labb: ${day.title}`, stage, flows: played, seed: plan.seed },
      ...{ planHash: plan.hash, planned: plan.flows.length, speed: labPlan.pace },
      asked: askedFor([dayName], options),
    },
    ...(options.sign === undefined ? {} : { sign: options.sign }),
    ...(resumed === undefined ? {} : { resumed }),
  } as const;
  await withRun(frame, async (run) => {
    const { systems, journal, signal, profile } = run;
    const past = resumed?.past.events.filter(isLabEvent) ?? [];
    const lab = new Lab({ sink: journal.sink, flush: journal.flush, now: Date.now, past });
    const secrets = await LabSecrets.of(folder);
    if (!lab.state.isOpen) await open(lab, labPlan);
    await secrets.addSeats(lab.state.seats.map(({ seat }) => seat));
    keepSmall();
    const under = beneath(run.reference, refuses);
    const ahead = new Ahead(left.flows, known);
    for (const [instance, { ended }] of resumed?.progress ?? []) ahead.reached(instance, ended.length - 1);
    const textOf = cardTexts(plan, known);
    const tablets = new Tablets();
    await together(signal, (both) => {
      const clock = wallClock(both);
      const api = withPeople({ system: systems.byChannel.api, lab, clock, ahead });
      const staff = robots({
        ...{ run: id, plan, flows: known, clock, uiLanes: 1, sink: journal.sink, flush: journal.flush },
        systems: { ...systems.byChannel, api },
        ...(resumed === undefined ? {} : { resumed: resumed.progress }),
      });
      const live = new LiveDay({
        ...{ rehearsal, plan: left, players: staff.player, timekeeper: clock },
        ...{ speed: labPlan.pace, seed: plan.seed, from: lab.state.clock.dayTime },
      });
      let isOver = false;
      let isFinished = false;
      const finished = Promise.withResolvers<void>();
      both.addEventListener('abort', () => finished.reject(both.reason));
      const loadsFrom = Promise.withResolvers<boolean>();
      if (load !== undefined)
        live.at(load.plan.facts.hours.from * HOUR, () => loadsFrom.resolve(!isFinished));
      const letGo = conduct(lab, live, under);
      const playing = live.run().finally(() => {
        isOver = true;
        loadsFrom.resolve(false);
        letGo();
      });
      const loading = loadsFrom.promise.then(async (isTime) => {
        if (isTime && load !== undefined) await playLoadBesideDay(load, run, folder, both);
      });
      const serving = serveLab({
        room: {
          ...{
            lab,
            secrets,
            isSolo: options.solo === true,
            jump: (to) => live.jump(to),
            beneath: under,
            tablets,
          },
          parts: partsOf(day, flows, rehearsal.model.staff),
          open: () => whatIsOpen(lab.state, ahead, textOf),
          upcoming: () => ahead.upcoming(lab.state, lab.dayTime),
          check: () => checkAll(lab, [...systemChecks(run, left, lab.state), ...tabletChecks(lab, tablets)]),
          async finish() {
            isFinished = true;
            await sendHome(lab);
            finished.resolve();
          },
        },
        around: {
          get isOver() {
            return isOver;
          },
          ...{ isSolo: options.solo === true, textOf },
          shiftChanges: shiftChangesOf(simulation?.data),
          workplace: workplaceOf(profile),
        },
        workstations: {
          pictures: new Pictures(folder, lab, secrets),
          pages: completed(profile).ui?.address,
        },
        host: options.host,
        port: options.port,
        ...(options.address === undefined ? {} : { address: options.address }),
      }).then(async (server) => {
        try {
          announce(server, secrets, lab, options, profile);
          await Promise.all([finished.promise, playing]);
        } finally {
          await server.close();
        }
      });
      const rehearsing = playing.then(async () => {
        await staff.reconcile();
        for (const each of await watchedIn(systems, touchedByPeople(lab, plan))) journal.sink(each);
        journal.sink(lagOf(live));
      });
      return [rehearsing, serving, loading, showClock(lab, clock, () => isOver)];
    });
  });
  process.exitCode = await concludeRun(folder, { json: options.json === true, allure: false });
}

/** The patients whom somebody had a card of. */
function touchedByPeople({ state }: Lab, { flows }: DayPlan): ByHand[] {
  const visits = new Set([...state.cards.values()].map(({ instance }) => instance));
  return flows
    .filter(({ instance }) => visits.has(instance))
    .map(({ patient }) => ({ fact: 'by-hand', patient: patient.key }));
}

const open = (lab: Lab, { from, seats, injects, pace, idlePace, questionnaires }: LabPlan): Promise<void> => {
  lab.follow(() => from);
  const planned = { seats, injects, pace, idlePace, questionnaires };
  return lab.record({ type: 'lab-opened', consent: CONSENT_VERSION, ...planned });
};

function announce(
  { address }: LabServer,
  secrets: LabSecrets,
  lab: Lab,
  { solo, json }: LabOptions,
  profile: SystemProfile,
): void {
  const [first] = lab.state.seats;
  const codes =
    solo === true
      ? `  Din kod       ${secrets.codeOf(first?.seat.id ?? '')}\n`
      : `  Handledare    ${secrets.facilitator}\n  Observatör    ${secrets.observer}\n  Väggskärm     ${address}/vagg\n`;
  const told = json === true ? process.stderr : process.stdout;
  told.write(
    `Labbet är öppet på ${address}. Det kan brytas med Ctrl-C och fortsätta där det var.\n${codes}` +
      `${workplaceOf(profile) ?? ''}\n`,
  );
}
