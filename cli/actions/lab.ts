import process from 'node:process';
import type { DayPlan } from '../../domain/care-day.ts';
import type { CareFlow } from '../../domain/care-flow.ts';
import { InputError } from '../../domain/input-error.ts';
import { isLabEvent } from '../../domain/lab-evidence.ts';
import { wallClock } from '../../flows/clock.ts';
import { robots } from '../../flows/robots.ts';
import { type CardText, cardText } from '../../lab/card-text.ts';
import { conduct, sendHome, showClock } from '../../lab/conduct.ts';
import { Lab } from '../../lab/lab.ts';
import { CONSENT_VERSION } from '../../lab/pages/views.ts';
import { excerptOf, type LabPlan, loadLabPlan, soloPlan } from '../../lab/plan.ts';
import { LabSecrets } from '../../lab/secrets.ts';
import { type LabServer, serveLab } from '../../lab/server.ts';
import type { CardState } from '../../lab/state.ts';
import { withPeople } from '../../lab/with-people.ts';
import { loadSimulationOf } from '../../scenarios/day-simulation/load-day-simulation.ts';
import { LiveDay, lagOf, prepareRehearsal } from '../../simulation/day/index.ts';
import type { SystemProfile } from '../../systems/profile.ts';
import { completed } from '../../systems/sign-in-files.ts';
import { askedFor } from '../as-before.ts';
import { concludeRun } from '../conclude-run.ts';
import { prepareDay } from '../prepare-day.ts';
import { requireMeans } from '../require-means.ts';
import { readResumption } from '../resumption.ts';
import { newRun } from '../run-folder.ts';
import { together } from '../together.ts';
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
  const labPlan =
    options.solo === true ? soloPlan(day, flows) : loadLabPlan(options.plan ?? day.name, day, flows);
  const plan = excerptOf(whole, labPlan);
  const known = new Map(flows.map((flow) => [flow.id, flow]));
  const played = [...new Set(plan.flows.map(({ flow }) => flow))].flatMap((id) => known.get(id) ?? []);
  const left = {
    ...plan,
    flows: plan.flows.filter(({ instance }) => resumed?.progress.get(instance)?.verdict === undefined),
  };
  const rehearsal = prepareRehearsal(day, loadSimulationOf(day), left, played);
  const { id, folder } = resumed ?? (await newRun(day.name, options));
  const frame = {
    ...{ id, folder, system: options.system, faults: options.fault, pageSnapshots: false },
    channels: new Set(['api'] as const),
    started: {
      command: 'lab',
      ...{ title: `Labb: ${day.title}`, stage, flows: played, seed: plan.seed },
      ...{ planHash: plan.hash, planned: plan.flows.length, speed: labPlan.pace },
      asked: askedFor([dayName], options),
    },
    ...(options.sign === undefined ? {} : { sign: options.sign }),
    ...(resumed === undefined ? {} : { resumed }),
  } as const;
  await withRun(frame, async ({ systems, journal, signal, profile }) => {
    const past = resumed?.past.events.filter(isLabEvent) ?? [];
    const lab = new Lab({ sink: journal.sink, flush: journal.flush, now: Date.now, past });
    const secrets = await LabSecrets.of(folder);
    if (!lab.state.isOpen) await open(lab, labPlan);
    await secrets.addSeats(lab.state.seats.map(({ seat }) => seat));
    await together(signal, (both) => {
      const clock = wallClock(both);
      const staff = robots({
        ...{ run: id, plan, flows: known, clock, uiLanes: 1, sink: journal.sink, flush: journal.flush },
        systems: { ...systems.byChannel, api: withPeople({ system: systems.byChannel.api, lab, clock }) },
        ...(resumed === undefined ? {} : { resumed: resumed.progress }),
      });
      const live = new LiveDay({
        ...{ rehearsal, plan: left, players: staff.player, timekeeper: clock },
        ...{ speed: labPlan.pace, seed: plan.seed, from: lab.state.clock.dayTime },
      });
      let isOver = false;
      const finished = Promise.withResolvers<void>();
      both.addEventListener('abort', () => finished.reject(both.reason));
      const letGo = conduct(lab, live);
      const playing = live.run().finally(() => {
        isOver = true;
        letGo();
      });
      const serving = serveLab({
        room: {
          ...{ lab, secrets, isSolo: options.solo === true, jump: (to) => live.jump(to) },
          async finish() {
            await sendHome(lab);
            finished.resolve();
          },
        },
        around: {
          get isOver() {
            return isOver;
          },
          isSolo: options.solo === true,
          textOf: cardTexts(plan, known),
          workplace: workplaceOf(profile),
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
        journal.sink(lagOf(live));
      });
      return [rehearsing, serving, showClock(lab, clock, () => isOver)];
    });
  });
  process.exitCode = await concludeRun(folder, { json: false, allure: false });
}

const open = (lab: Lab, { seats, injects, pace, idlePace, from }: LabPlan): Promise<void> => {
  lab.follow(() => from);
  return lab.record({ type: 'lab-opened', seats, injects, consent: CONSENT_VERSION, pace, idlePace });
};

/** Says a card in the words of its flow, once for each card. */
function cardTexts(
  plan: Pick<DayPlan, 'flows' | 'units'>,
  flows: ReadonlyMap<string, CareFlow>,
): (card: CardState) => CardText {
  const visits = new Map(plan.flows.map((planned) => [planned.instance, planned]));
  const units = new Map(plan.units.map((unit) => [unit.key, unit]));
  const told = new Map<string, CardText>();
  return ({ id, instance, step }) => {
    const before = told.get(id);
    if (before !== undefined) return before;
    const planned = visits.get(instance);
    const flow = flows.get(planned?.flow ?? '');
    if (planned === undefined || flow === undefined) throw new Error(`No flow is behind the card ${id}.`);
    const kind = flow.steps[step]?.actor?.unit;
    const key = kind === null || kind === undefined ? undefined : planned.units[kind];
    const text = cardText(flow, step, planned.patient, key === undefined ? undefined : units.get(key));
    told.set(id, text);
    return text;
  };
}

/** Where people work, when the profile says; in the embedded environment its password is everybody's. */
function workplaceOf(profile: SystemProfile): string | undefined {
  const { ui, signIn, name } = completed(profile);
  if (ui === undefined) return undefined;
  const password =
    name === 'reference' && signIn.method === 'password' ? ` Lösenordet är ${signIn.password}.` : '';
  return `Vårdsystemet finns på ${ui.address}.${password}`;
}

function announce(
  { address }: LabServer,
  secrets: LabSecrets,
  lab: Lab,
  { solo }: LabOptions,
  profile: SystemProfile,
): void {
  const [first] = lab.state.seats;
  const codes =
    solo === true
      ? `  Din kod       ${secrets.codeOf(first?.seat.id ?? '')}\n`
      : `  Handledare    ${secrets.facilitator}\n  Observatör    ${secrets.observer}\n  Väggskärm     ${address}/vagg\n`;
  process.stdout.write(
    `Labbet är öppet på ${address}. Det kan brytas med Ctrl-C och fortsätta där det var.\n${codes}` +
      `${workplaceOf(profile) ?? ''}\n`,
  );
}
