import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import type { Activity, ActivityKind } from '../../domain/activity.ts';
import { isSafePersonnummer } from '../../domain/identifiers.ts';
import type { Patient } from '../../domain/patient.ts';
import { actorPhrase } from '../../domain/role.ts';
import type { Timekeeper } from '../../domain/time.ts';
import { createJsonRedactor } from '../../evidence/redact.ts';
import { findBrowser, launchBrowser } from '../browser/browser.ts';
import { FlowSessions } from '../browser/flow-sessions.ts';
import { SessionPool } from '../browser/session-pool.ts';
import {
  ANSWER_TIMEOUT,
  type CareSystem,
  type FlowContext,
  type StepContext,
  SystemError,
  unitOf,
} from '../care-system.ts';
import type { Accounts } from '../driver/account.ts';
import type { InPage, Patience } from './page/in-page.ts';
import { escaped, partOn } from './page/part.ts';
import { settled } from './page/settled.ts';
import { findPatient, PatientMissing, walk } from './page/steps.ts';
import { answerIn } from './question.ts';
import { type ForeignScreen, openClient } from './screen-of.ts';
import { isDoing, type WrittenScreens } from './screens.ts';
import { doIn } from './task.ts';
import { namesIn, unsaid, valuesAbout, valuesOf } from './values.ts';
import { textsIn } from './walk.ts';

export interface ScreensOptions {
  readonly name: string;
  readonly address: string;
  readonly written: WrittenScreens;
  readonly accounts: Accounts;
  /** Of every account; none where nobody signs in. */
  readonly password: string;
  /** What each kind of activity is called in Swedish. */
  readonly nameOf: (kind: ActivityKind) => string;
  /** Why a kind that patients do cannot be done as the patient; absent where patients sign in. */
  readonly byPatients?: ReadonlySet<ActivityKind>;
  /** Makes people known where the file says nothing of that. */
  readonly register?: Pick<CareSystem, 'connect' | 'introduce' | 'close'>;
  readonly recordings: string;
  readonly pageSnapshots: boolean;
  readonly clock: Timekeeper;
  readonly browser?: string;
  readonly patience?: Patience;
}

const USUAL_PATIENCE: Patience = { present: 5_000, answered: ANSWER_TIMEOUT };
const KEEP_SIGNED_IN = 24;

/**
 * A web client that a file of screens tells of, as a system under test: what is not in the file cannot be tried, and what is
 * in it is done as somebody would who is told it by roles and names.
 */
export function createScreensDriver(options: ScreensOptions): CareSystem {
  const { name, address, written, accounts, register, clock, patience = USUAL_PATIENCE } = options;
  const { screens, file } = written;
  const jsonOf = createJsonRedactor({
    secrets: options.password === '' ? [] : [options.password],
    isSafeIdentity: isSafePersonnummer,
  });
  let running: { readonly browser: Browser; readonly pool: SessionPool<ForeignScreen> } | undefined;
  const flows = new Map<string, FlowSessions<ForeignScreen>>();

  const inPage = (page: Page, value: InPage['value']): InPage => ({
    page,
    address,
    written,
    value,
    patience,
    clock,
  });
  const signingIn =
    (account: string): InPage['value'] =>
    (asked) =>
      asked === 'account' ? account : asked === 'password' ? options.password : '';

  function pool(): SessionPool<ForeignScreen> {
    if (running === undefined) throw new Error('The driver was used before it was connected.');
    return running.pool;
  }

  function sessionsOf({ instance }: FlowContext): FlowSessions<ForeignScreen> {
    const opened = flows.get(instance) ?? new FlowSessions(instance, pool());
    flows.set(instance, opened);
    return opened;
  }

  /** The actor's page in this step; one that broke is not handed on to the next flow. */
  async function inStep<T>(
    activity: Activity,
    context: StepContext,
    work: (at: InPage) => Promise<T>,
  ): Promise<T> {
    const sessions = sessionsOf(context);
    try {
      const account = accounts.of(context.actor, unitOf(context), context.patient.identifier);
      // Where nobody signs in, each still has a browser of their own.
      const who = account === '' ? actorPhrase(context.actor) : account;
      const { page } = await sessions.screen(who, context.actor.role !== 'patient');
      return await work(inPage(page, valuesOf(activity, context, screens)));
    } catch (error) {
      sessions.suspect();
      throw error;
    }
  }

  async function introduced(patient: Patient): Promise<void> {
    const { add } = screens.patient;
    if (add === undefined) return;
    const session = await pool().take(accounts.registry);
    const context: StepContext = {
      ...{
        run: '',
        instance: patient.key,
        patient,
        units: {},
        bound: new Map(),
        startedAt: clock.now(),
        token: '',
      },
      actor: { role: 'medical-secretary', unit: null },
    };
    const at = inPage(session.screen.page, valuesAbout(context));
    try {
      if (!(await isKnown(at))) {
        await walk(at, add.do, ['patient', 'add', 'do']);
        await partOn(at, add.saved, ['patient', 'add', 'saved'], patience.answered);
        if (!(await isKnown(at))) {
          throw new SystemError(
            'wrong-answer',
            'Sidan sade att patienten var upplagd, men patienten hittas inte.',
          );
        }
      }
    } catch (error) {
      await pool().drop(session);
      throw error;
    }
    await pool().giveBack(session);
  }

  return {
    name,
    channel: 'ui',

    async connect() {
      await running?.browser.close();
      await register?.connect();
      const browser = await launchBrowser(options.browser ?? findBrowser());
      running = {
        browser,
        pool: new SessionPool({
          browser,
          signIn: (context, account) =>
            openClient(context, account, (page) => inPage(page, signingIn(account))),
          keep: KEEP_SIGNED_IN,
          pageSnapshots: options.pageSnapshots,
        }),
      };
      const page = await browser.newPage();
      const at = inPage(page, signingIn(''));
      await settled(at, `när ${address} öppnades`, () => page.goto(address, { timeout: patience.answered }));
      const described = { name, software: (await page.title()).trim() || file, version: await versionOn(at) };
      await page.close();
      return described;
    },

    capability(kind, activity) {
      const told = screens.activities[kind];
      if (told === undefined) {
        return {
          supported: false,
          reason: `Skärmfilen säger inte hur ”${options.nameOf(kind)}” (${kind}) görs eller syns (${file}).`,
        };
      }
      if (options.byPatients?.has(kind) === true) {
        return { supported: false, reason: 'Profilen säger inte hur patienter loggar in.' };
      }
      if (activity === undefined) return { supported: true };
      const names = textsIn(told).flatMap(({ value }) => namesIn(value) ?? []);
      const reason = unsaid(activity, names, screens);
      return reason === undefined
        ? { supported: true }
        : { supported: false, reason: `${reason.slice(0, -1)} (${file}).` };
    },

    async introduce(patient, units) {
      if (screens.patient.add === undefined) return register?.introduce(patient, units);
      await introduced(patient);
      return undefined;
    },

    perform: (task, context) =>
      inStep(task, context, (at) => {
        const told = screens.activities[task.kind];
        if (told === undefined || !isDoing(told)) throw notTold(task.kind);
        return doIn(at, told, ['activities', task.kind]);
      }),

    ask: (question, context) =>
      inStep(question, context, (at) => {
        const told = screens.activities[question.kind];
        if (told === undefined || isDoing(told)) throw notTold(question.kind);
        return answerIn(at, told, ['activities', question.kind]);
      }),

    async beginFlow(context) {
      sessionsOf(context);
    },

    async endFlow({ instance }, { keepRecording }) {
      const sessions = flows.get(instance);
      flows.delete(instance);
      if (sessions === undefined) return [];
      const folder = join(options.recordings, instance.replaceAll(/[^\w.-]/g, '_'));
      return sessions.end(keepRecording ? { folder, jsonOf } : undefined);
    },

    async close() {
      const current = running;
      running = undefined;
      flows.clear();
      await current?.browser.close();
      await register?.close();
    },
  };
}

const notTold = (kind: ActivityKind): Error =>
  new Error(`No screens tell of "${kind}"; ask capability first.`);

/** Whether the client knows the patient of this page's values. */
async function isKnown(at: InPage): Promise<boolean> {
  try {
    await findPatient(at);
    return true;
  } catch (error) {
    if (error instanceof PatientMissing) return false;
    throw error;
  }
}

/** The version that the first page shows; words for it where the file or the page says none. */
async function versionOn({ page, written }: InPage): Promise<string> {
  const { version } = written.screens;
  if (version === undefined) return 'okänd: skärmfilen säger inte var den står';
  const [before = '', after = ''] = version.split('{version}').map(escaped);
  const pattern = new RegExp(`${before}\\s*(\\S+?)\\s*${after}(?!\\S)`, 'u');
  const [words = ''] = await page.getByText(pattern).filter({ visible: true }).allInnerTexts();
  return pattern.exec(words)?.[1] ?? 'okänd: den står inte på första sidan';
}
