import { join } from 'node:path';
import type { Browser } from 'playwright';
import type { ActivityKind } from '../../domain/activity.ts';
import type { Named } from '../../domain/fact.ts';
import { isSafePersonnummer } from '../../domain/identifiers.ts';
import type { Actor } from '../../domain/role.ts';
import { createJsonRedactor } from '../../evidence/redact.ts';
import { findBrowser, launchBrowser } from '../browser/browser.ts';
import { FlowSessions } from '../browser/flow-sessions.ts';
import { SessionPool } from '../browser/session-pool.ts';
import {
  type CareSystem,
  type FlowContext,
  type StepContext,
  type TaskOutcome,
  unitOf,
} from '../care-system.ts';
import { accountsOf, patientsSignIn } from '../driver/account.ts';
import { colleague } from '../driver/colleagues.ts';
import { Refused, Unsettled, Unsure } from '../driver/outcome.ts';
import type { SystemProfile } from '../profile.ts';
import { secretsOf } from '../sign-in-files.ts';
import { answered } from './answered.ts';
import { bannerFaults, bannerOn } from './banner.ts';
import type { Desk } from './desk.ts';
import { FirstSights } from './first-sights.ts';
import type { PagesArea } from './handler.ts';
import { ANSWERED, looking, shownText } from './screen/looking.ts';
import { PatientNotFound, type Screen } from './screen/screen.ts';
import { signIn as signInAs, signingInOf } from './sign-in.ts';
import { pagesVocabulary } from './vocabulary.ts';

export interface ReferenceUiOptions {
  /** What can be done and seen in the pages. */
  readonly areas: readonly PagesArea[];
  /** With the address of the pages, and accounts that sign in on them. */
  readonly profile: SystemProfile;
  /** Makes people and units known to the system; no page is for that. */
  readonly register: Pick<CareSystem, 'connect' | 'introduce' | 'close' | 'watch'>;
  /** Folder for recordings of flows that failed. */
  readonly recordings: string;
  /** The browser's program; found by findBrowser when absent. */
  readonly browser?: string;
  /** How many people stay signed in between flows. */
  readonly keepSignedIn?: number;
  /**
   * Whether recordings hold what each page looked like at each step, beside what was done. Costs about a quarter of all
   * processor time of the pages' steps.
   */
  readonly pageSnapshots?: boolean;
}

interface FlowInPages {
  readonly sessions: FlowSessions<Screen>;
  readonly firstSights: FirstSights;
}

/**
 * The reference environment's web client as a system under test: the areas' tasks do in its pages what people do, their
 * questions look at what its pages show. Everything is found by role and name, as by somebody who cannot see the page.
 */
export function createReferenceUiDriver(options: ReferenceUiOptions): CareSystem {
  const { profile, register, recordings, keepSignedIn = 24, pageSnapshots = true } = options;
  const { ui, signIn } = profile;
  const signingIn = signingInOf(signIn);
  if (ui === undefined || signingIn === undefined) {
    throw new Error(`The profile ${profile.name} has no address for pages or no way to sign in to them.`);
  }
  const vocabulary = pagesVocabulary(options.areas);
  const accounts = accountsOf(profile);
  const jsonOf = createJsonRedactor({ secrets: secretsOf(profile), isSafeIdentity: isSafePersonnummer });
  let running: { readonly browser: Browser; readonly pool: SessionPool<Screen> } | undefined;
  const flows = new Map<string, FlowInPages>();
  const watched = register.watch;
  const sights: Named[] = [];

  function flowOf({ instance }: FlowContext): FlowInPages {
    const known = flows.get(instance);
    if (known !== undefined) return known;
    if (running === undefined) throw new Error('The driver was used before it was connected.');
    const opened = { sessions: new FlowSessions(instance, running.pool), firstSights: new FirstSights() };
    flows.set(instance, opened);
    return opened;
  }

  async function deskOf(context: StepContext): Promise<Desk> {
    const { sessions, firstSights } = flowOf(context);
    const screenOf = (actor: Actor): Promise<Screen> =>
      sessions.screen(
        accounts.of(actor, unitOf({ ...context, actor }), context.patient.identifier),
        actor.role !== 'patient',
      );
    return {
      context,
      patient: context.patient,
      screen: await screenOf(context.actor),
      screenOf: (role) => screenOf(colleague(role, context)),
      placeOf: vocabulary.place,
      firstSights,
    };
  }

  /** Notes whom the page is about that the step has left open; nobody watches where the register does not. */
  async function noteBanner(context: StepContext, kind: ActivityKind, { screen }: Desk): Promise<void> {
    if (watched === undefined || context.actor.role === 'patient') return;
    const { patient, instance } = context;
    if (!screen.isWith(patient)) return;
    const banner = await looking('patientens sidhuvud', () => bannerOn(screen.page));
    if (banner === undefined) return;
    const faults = bannerFaults(banner, patient, context.startedAt);
    const { key, protectedIdentity: shielded } = patient;
    sights.push({ fact: 'named', surface: 'banner', patient: key, instance, kind, faults, shielded });
  }

  /** A page that broke is not handed on to the next flow. */
  async function inFlow<T>(context: FlowContext, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      flows.get(context.instance)?.sessions.suspect();
      throw error;
    }
  }

  return {
    name: profile.name,
    channel: 'ui',

    async connect() {
      await running?.browser.close();
      await register.connect();
      const browser = await launchBrowser(options.browser ?? findBrowser());
      const pool = new SessionPool({
        browser,
        signIn: (context, account) => signInAs(context, ui.address, account, signingIn),
        keep: keepSignedIn,
        pageSnapshots,
      });
      running = { browser, pool };
      const page = await browser.newPage();
      const [software, version] = await looking(`inloggningssidan på ${ui.address}`, async () => {
        await page.goto(ui.address, { timeout: ANSWERED });
        const main = page.getByRole('main');
        const heading = main.getByRole('heading', { level: 1 });
        return [await shownText(heading, ANSWERED), await shownText(main.getByText(/^Version /))];
      });
      await page.close();
      return { name: profile.name, software, version: version.replace('Version ', '') };
    },

    capability(kind) {
      if (!vocabulary.knows(kind)) {
        return { supported: false, reason: `Inget vårdområde säger hur steget ${kind} görs på sidorna.` };
      }
      if (vocabulary.patientSignsIn(kind) && !patientsSignIn(signIn)) {
        return { supported: false, reason: 'Profilen säger inte hur patienter loggar in.' };
      }
      return { supported: true };
    },

    introduce: (patient, units) => register.introduce(patient, units),

    perform: (task, context) =>
      inFlow(context, async () => {
        try {
          const desk = await deskOf(context);
          const made = await vocabulary.task(task.kind)(task, desk);
          await noteBanner(context, task.kind, desk);
          return { status: 'done', ...made };
        } catch (error) {
          return outcomeOf(error);
        }
      }),

    ask: (question, context) =>
      inFlow(context, async () => {
        const desk = await deskOf(context);
        const answer = await answered(vocabulary.question(question.kind), question, desk);
        await noteBanner(context, question.kind, desk);
        return answer;
      }),

    ...(watched === undefined
      ? {}
      : {
          watch: {
            flowEnded: (context) => watched.flowEnded(context),
            finish: async () => [...(await watched.finish()), ...sights.splice(0)],
          },
        }),

    async beginFlow(context) {
      flowOf(context);
    },

    async endFlow(context, { keepRecording }) {
      const flow = flows.get(context.instance);
      flows.delete(context.instance);
      if (flow === undefined) return [];
      const folder = join(recordings, context.instance.replaceAll(/[^\w.-]/g, '_'));
      return flow.sessions.end(keepRecording ? { folder, jsonOf } : undefined);
    },

    async close() {
      const current = running;
      running = undefined;
      flows.clear();
      await current?.browser.close();
      await register.close();
    },
  };
}

function outcomeOf(error: unknown): TaskOutcome {
  if (error instanceof Refused) return { status: 'refused', reason: error.message, refusal: error.kind };
  if (error instanceof PatientNotFound) {
    return { status: 'refused', reason: error.message, refusal: 'absence' };
  }
  if (error instanceof Unsettled || error instanceof Unsure) {
    return { status: 'unknown', reason: error.message };
  }
  throw error;
}
