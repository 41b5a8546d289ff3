import type { CapabilityStatement } from '@medplum/fhirtypes';
import type { ActivityKind, Task } from '../../domain/activity.ts';
import { type Milliseconds, SECOND, type Timekeeper } from '../../domain/time.ts';
import {
  ANSWER_TIMEOUT,
  type CareSystem,
  type Noticed,
  type StepContext,
  SystemError,
  type TaskOutcome,
} from '../care-system.ts';
import { Refused, Unsettled, Unsure } from '../driver/outcome.ts';
import type { Mapping } from '../mapping.ts';
import type { SystemProfile } from '../profile.ts';
import { resourceIn } from './answer.ts';
import { abilitiesOf } from './capability.ts';
import { createClient } from './client.ts';
import { clockAhead } from './clock-ahead.ts';
import { createDirectory } from './directory.ts';
import type { Exchange } from './exchange.ts';
import { type ExchangeKeeper, ExchangeLog } from './exchange-log.ts';
import type { FhirArea } from './handler.ts';
import type { Dialects } from './mapping/dialect.ts';
import { LeavesNoTrace, NotDone } from './noticing.ts';
import { createProfileExchange, type ProfileExchange } from './profile-exchange.ts';
import type { BrowserStrategy } from './sign-in/strategy-of.ts';
import type { Transport } from './transport.ts';
import { fhirVocabulary } from './vocabulary.ts';
import { Waits } from './waiting.ts';
import type { Watching } from './watch/watch.ts';
import { Ways } from './ways.ts';
import { type ImagingParts, Workstation, type WorkstationParts } from './workstation.ts';
import type { Resending, Writing } from './writing.ts';

/**
 * Any FHIR R4 server as a system under test, as docs/fhir-mapping.md tells: the areas' tasks do and their questions look,
 * each with the needs that capability.ts holds against what the server says of itself. Runs in Node and in k6;
 * `transport` carries the requests.
 */
export const createFhirDriver = (options: FhirSystemOptions): CareSystem => createFhirSystem(options)();

/** As long as the limit of most questions; an assumption. */
const LISTS_LAG: Milliseconds = 5 * SECOND;

/** New, and believed when the server says what it did. */
const PLAIN: Writing = {};

export interface FhirSystemOptions {
  /** What can be done and seen, said in FHIR. */
  readonly areas: readonly FhirArea[];
  readonly profile: SystemProfile;
  readonly transport: Transport;
  /** For a profile whose people sign in on pages; not under load, which has no browser. */
  readonly inBrowser?: BrowserStrategy | undefined;
  readonly clock: Timekeeper;
  readonly answerTimeout?: Milliseconds;
  /** How long something that a task works by may take to turn up in its list. */
  readonly listsLag?: Milliseconds;
  /**
   * Whether each change is read back after it was acknowledged, and people and units are looked for before they are made.
   * Not under load, where every request counts: there the server is believed.
   */
  readonly readsBack?: boolean;
  /** For a profile with a mapping; without one its code need not be there, as in k6. */
  readonly dialectsOf?: ((mapping: Mapping) => Dialects) | undefined;
  /** Keeps what was said in a failed step; nobody listens when absent. */
  readonly keepExchanges?: ExchangeKeeper;
  /** A modality and an archive of pictures; none under load. */
  readonly imaging?: ImagingParts | undefined;
  /** Hears what is written and looks at what comes of it; nobody watches when absent, as under load. */
  readonly watching?: Watching;
}

/**
 * The same system reached from any number of desks: each driver it gives has sign-ins of its own; what was learnt of
 * the system, its units and its people is known to all, so that one `connect` is enough.
 */
export function createFhirSystem(options: FhirSystemOptions): () => CareSystem {
  const { profile, transport, inBrowser, clock, keepExchanges, watching, imaging } = options;
  const { listsLag = LISTS_LAG, readsBack = true } = options;
  const vocabulary = fhirVocabulary(options.areas);
  const now = () => clock.now();
  const timeout = options.answerTimeout ?? ANSWER_TIMEOUT;
  const waits = new Waits(clock);
  const desk = () => createProfileExchange({ profile, transport, inBrowser, now, timeout, waits });
  const registry = desk();
  const { base, accounts } = registry;
  const dialects = dialectsOf(options);
  const directory = createDirectory(
    createClient(registry.exchange, accounts.registry, undefined, undefined, dialects?.of()),
    (patient) => createClient(registry.exchange, accounts.migration, patient, undefined, dialects?.of()),
    profile.units ?? {},
    (type) => connected().abilities.createsConditionally(type),
    readsBack,
  );
  watching?.begin({ exchange: registry.exchange, accounts, unit: (unit) => directory.unit(unit) });
  const log = keepExchanges === undefined ? undefined : new ExchangeLog(now);
  let ways: Ways | undefined;
  let ahead: Milliseconds | undefined;

  function connected(): Ways {
    if (ways === undefined) throw new Error('The driver was used before it was connected.');
    return ways;
  }

  async function perform(
    task: Task,
    context: StepContext,
    desk: WorkstationParts,
    resending?: Resending,
  ): Promise<TaskOutcome> {
    let acknowledgedAt: number | undefined;
    const acknowledged = () => {
      acknowledgedAt = now();
    };
    const parts =
      readsBack || resending !== undefined
        ? { ...desk, writing: { resending, acknowledged: readsBack ? acknowledged : undefined } }
        : desk;
    try {
      const { patient } = context;
      const person = directory.patientAtHand(patient) ?? (await directory.patient(patient));
      const {
        reference,
        data,
        remark = '',
      } = await connected()
        .toDo(task.kind, task)
        .perform(task, new Workstation(context, person, parts));
      return {
        status: 'done',
        reference,
        data,
        acknowledgedAt,
        remark: (remark + waits.toldOf(context)).trim() || undefined,
      };
    } catch (error) {
      return outcomeOf(error);
    }
  }

  function driverAt({ signIn, exchange }: ProfileExchange): CareSystem {
    // Written out: under load copying an object costs three times as much.
    const partsOf = (kind: ActivityKind, context: StepContext): WorkstationParts => {
      const forStep: Exchange = (account, request) => exchange(account, request, context);
      const watched = watching === undefined ? forStep : watching.heard(context, kind, forStep);
      const heard = log === undefined ? watched : log.heard(context, watched);
      const dialect = dialects?.of(kind);
      return {
        exchange: heard,
        accounts,
        directory,
        clock,
        listsLag,
        writing: PLAIN,
        dialect,
        clockAhead: ahead ?? 0,
        imaging,
      };
    };

    return {
      name: profile.name,
      channel: 'api',

      async connect() {
        const request = { method: 'GET', address: 'metadata', name: 'GET metadata' } as const;
        const asked = now();
        const asNobody = await exchange(undefined, request);
        ahead = clockAhead(asNobody, asked, now());
        const response = asNobody.status === 401 ? await exchange(accounts.registry, request) : asNobody;
        const statement = fhirR4(resourceIn(response, `När ${base} tillfrågades om vad det är`), base);
        dialects?.check(statement);
        const abilities = abilitiesOf(
          statement,
          profile,
          vocabulary.workflows,
          await signIn.scopes(),
          imaging !== undefined,
        );
        ways = new Ways(abilities, vocabulary, dialects);
        watching?.connected(statement, abilities.workflows, ahead ?? 0);
        return {
          name: profile.name,
          software: statement.software?.name ?? statement.publisher ?? 'okänd programvara',
          version: statement.software?.version ?? statement.version ?? 'okänd version',
        };
      },

      clockAhead: () => ahead,

      capability: (kind, activity) => connected().capability(kind, activity),

      async introduce(patient, units) {
        const made = await directory.introduce(patient, units);
        watching?.introduced(patient, await directory.patient(patient), units, made);
        return made;
      },

      perform: (task, context) => perform(task, context, partsOf(task.kind, context)),
      // What may have been done already is looked for before it is done.
      settle: (task, context) => perform(task, context, partsOf(task.kind, context), connected().abilities),

      async notice(task, context, since) {
        const { patient } = context;
        const person = directory.patientAtHand(patient) ?? (await directory.patient(patient));
        const taken = new Set([...context.bound.values()].flatMap(({ reference = '' }) => reference));
        const noticing = { notBefore: since + (ahead ?? 0) - ROUNDED, run: context.run, taken };
        const desk = { ...partsOf(task.kind, context), listsLag: 0, writing: { noticing } };
        try {
          const at = new Workstation(context, person, desk);
          const { reference, data } = await connected().toDo(task.kind, task).perform(task, at);
          return {
            status: 'done',
            ...(reference === undefined ? {} : { reference }),
            ...(data === undefined ? {} : { data }),
          };
        } catch (error) {
          return noticedBy(error);
        }
      },

      async ask(question, context) {
        const { patient } = context;
        const person = directory.patientAtHand(patient) ?? (await directory.patient(patient));
        const at = new Workstation(context, person, partsOf(question.kind, context));
        const way = connected().toSee(question.kind, question);
        const expected = way.expected(question, at);
        try {
          const { seen, observed, advice } = await way.look(question, at);
          return {
            ...{ seen, expected, observed: observed + waits.toldOf(context) },
            ...(advice === undefined ? {} : { advice }),
          };
        } catch (error) {
          if (error instanceof Unsure) {
            const observed = `Det går inte att säga.${waits.toldOf(context)}`;
            return { seen: false, expected, observed, doubt: error.message };
          }
          // What the one who asks is not allowed to see is not seen.
          if (!(error instanceof Refused)) throw error;
          return { seen: false, expected, observed: `Systemet svarade nej: ${error.message}` };
        }
      },

      async signIn(actor, unit) {
        const account = accounts.of(actor, unit, { system: '', value: '' });
        signIn.renew(account);
        await signIn.authorization(account);
      },

      ...(watching === undefined ? {} : { watch: watching.watch }),

      ...(log === undefined || keepExchanges === undefined
        ? {}
        : {
            async endFlow(context, { keepRecording }) {
              const said = log.take(context);
              return keepRecording && said.length > 0
                ? [await keepExchanges(context, said, await signIn.inUse())]
                : [];
            },
          }),

      close: () => transport.close(),
    };
  }

  return () => driverAt(desk());
}

function dialectsOf({ profile, dialectsOf: of }: FhirSystemOptions): Dialects | undefined {
  if (profile.mapping === undefined) return undefined;
  if (of === undefined) throw new Error(`The mapping of ${profile.name} is left out.`);
  return of(profile.mapping);
}

/** A server may write times without their fractions. */
const ROUNDED: Milliseconds = 1 * SECOND;

function noticedBy(error: unknown): Noticed {
  if (error instanceof NotDone)
    return error.otherwise === undefined
      ? { status: 'not-done' }
      : { status: 'otherwise', reference: error.otherwise };
  if (error instanceof LeavesNoTrace) return { status: 'cannot-tell' };
  // What a task works by is not there yet, or cannot be told.
  if (error instanceof Refused || error instanceof Unsure) return { status: 'not-done' };
  throw error;
}

function outcomeOf(error: unknown): TaskOutcome {
  if (error instanceof Refused) return { status: 'refused', reason: error.message, refusal: error.kind };
  if (error instanceof Unsettled || error instanceof Unsure)
    return { status: 'unknown', reason: error.message };
  throw error;
}

function fhirR4(resource: { resourceType: string }, base: string): CapabilityStatement {
  const is = (candidate: { resourceType: string }): candidate is CapabilityStatement =>
    candidate.resourceType === 'CapabilityStatement';
  if (!is(resource)) {
    throw new SystemError(
      'broken-answer',
      `${base} svarar med ${resource.resourceType}; det är ingen FHIR-server.`,
    );
  }
  if (!resource.fhirVersion?.startsWith('4.')) {
    throw new SystemError(
      'broken-answer',
      `${base} talar FHIR ${resource.fhirVersion}; Genrep talar R4 (4.0.1).`,
    );
  }
  return resource;
}
