import type { CapabilityStatement, ResourceType } from '@medplum/fhirtypes';
import type { ActivityKind } from '../../../domain/activity.ts';
import type { CareUnit } from '../../../domain/care-day.ts';
import type { Answered, Fact } from '../../../domain/fact.ts';
import type { Patient } from '../../../domain/patient.ts';
import { ROLES, type Role } from '../../../domain/role.ts';
import { type Milliseconds, SECOND, type Timekeeper } from '../../../domain/time.ts';
import { type FlowContext, type StepContext, SystemError, type Watch } from '../../care-system.ts';
import { type Account, type Accounts, toldApart } from '../../driver/account.ts';
import { colleague } from '../../driver/colleagues.ts';
import { Refused } from '../../driver/outcome.ts';
import type { SystemProfile } from '../../profile.ts';
import type { Exchange } from '../exchange.ts';
import type { Transport } from '../transport.ts';
import { asksToWait } from '../waiting.ts';
import { readAccessLog } from './access-log.ts';
import { aboutOf } from './canonical.ts';
import { Ledger, type Person } from './ledger.ts';
import { lookAtLists } from './lists.ts';
import { lookRound } from './looks.ts';
import { readIdentity } from './names.ts';
import { printSome, readPrints } from './prints.ts';
import { askDecoys } from './probes/decoys.ts';
import { Probes } from './probes/probes.ts';
import { drawn, interacts, patientParameter, type Surroundings } from './surroundings.ts';
import { chartByChart, sweep, tellRecord } from './sweep.ts';

/** How a run is watched. */
export interface WatchOptions {
  readonly seed: number;
  /** How many flows are planned: of a large day only some are looked at closely. */
  readonly planned: number;
  /** The steps are done in pages, so that nothing is known of what they write: records are looked at, and no more. */
  readonly byPages?: true;
  /** How long a thing must have been there when it is looked for the last time; 6 seconds where nothing is said. */
  readonly staysFor?: Milliseconds;
  /** Programs that want to run for each core of this machine now; where it cannot be told, answers are judged as on an idle one. */
  readonly programsPerCore?: () => number;
}

/** What the driver lends its watch. */
interface WatchParts {
  readonly exchange: Exchange;
  readonly accounts: Accounts;
  readonly unit: (unit: CareUnit) => Promise<string>;
}

/** What the driver tells its watch. */
export interface Watching {
  readonly watch: Watch;
  begin(parts: WatchParts): void;
  connected(statement: CapabilityStatement, workflows: ReadonlySet<string>, clockAhead: number): void;
  heard(context: StepContext, kind: ActivityKind, exchange: Exchange): Exchange;
  introduced(patient: Patient, reference: string, units: readonly CareUnit[], made: readonly string[]): void;
}

/** Up to so many flows a day is small: everything is looked at. */
const SMALL = 100;

/** How closely a day is looked at; assumptions, weighed against what it costs. */
interface Care {
  /** Flows that are looked at closely as soon as they have ended. */
  readonly flows: number;
  /** Looks at each of their patients then, and things that are tried. */
  readonly looks: number;
  readonly probes: number;
  /** People who are looked at once more when the day is over, with how many looks. */
  readonly people: number;
  readonly looksAtEnd: number;
  /** Those of them with whom things are tried once more, and how many. */
  readonly triedAgain: number;
  readonly probesAtEnd: number;
}
const ALL = Number.POSITIVE_INFINITY;
const OF_SMALL: Care = {
  ...{ flows: ALL, looks: ALL, probes: 16 },
  ...{ people: ALL, looksAtEnd: 12, triedAgain: 8, probesAtEnd: 16 },
};
const OF_LARGE: Care = {
  ...{ flows: 40, looks: 6, probes: 4 },
  ...{ people: 40, looksAtEnd: 2, triedAgain: 6, probesAtEnd: 10 },
};
const careOf = (planned: number): Care => (planned <= SMALL ? OF_SMALL : OF_LARGE);

/** Flows looked at at the same time. */
const LANES = 2;

/** What is gone later than this after it was acknowledged is not seen; an assumption, weighed against the wait when a run ends. */
const STAYS_FOR: Milliseconds = 6 * SECOND;

/** Somebody else was first, it says. */
const CONFLICTS: ReadonlySet<number> = new Set([409, 412]);

/** What steps in pages write, which only the system knows. */
const BY_PAGES: readonly ResourceType[] = [
  'AllergyIntolerance',
  'Appointment',
  'Communication',
  'Consent',
  'DiagnosticReport',
  'Encounter',
  'MedicationAdministration',
  'MedicationRequest',
  'ServiceRequest',
  'Specimen',
];

/** What comes of what is written, beside it. */
const FOLLOWS: readonly ResourceType[] = ['Task', 'DetectedIssue', 'Observation', 'DocumentReference'];

export function createWatching(
  profile: SystemProfile,
  { seed, planned, byPages, staysFor = STAYS_FOR, programsPerCore }: WatchOptions,
  clock: Timekeeper,
): Watching & { listen(transport: Transport): Transport } {
  const care = careOf(planned);
  const facts: Fact[] = [];
  const ledger = new Ledger();
  const probes = new Probes();
  const lanes: Promise<void>[] = Array.from({ length: LANES }, () => Promise.resolve());
  const startedAt = clock.now();
  let parts: WatchParts | undefined;
  let surroundings: Surroundings | undefined;
  let broken: unknown;
  let ended = 0;

  function at(): Surroundings {
    if (surroundings === undefined) throw new Error('The watch was used before the driver was connected.');
    return surroundings;
  }

  /** Work of the watch's own: a system that does not answer it is told of by what was asked, not by the watch. */
  const quietly = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof SystemError || error instanceof Refused)) broken ??= error;
    }
  };

  const typesOf = (writes: readonly { readonly what: string }[]): string[] =>
    [...new Set([...writes.map(({ what }) => what), ...FOLLOWS, ...(byPages ? BY_PAGES : [])])].filter(
      (type) => interacts(at(), type, 'search-type') && patientParameter(at(), type) !== undefined,
    );

  async function closely(person: Person, instance: string): Promise<void> {
    const writes = ledger.writesOf(instance);
    const others = ledger.people.filter(({ patient }) => patient.key !== person.patient.key);
    const other = others[drawn(at(), 'other', instance).below(others.length)];
    const truth = await lookRound(at(), person, instance, 'after-flow', typesOf(writes), other, {
      most: care.looks,
    });
    readPrints(at(), truth.all);
    await readIdentity(at(), person, instance);
    await printSome(at(), writes);
    await probes.afterFlow(at(), person, writes, care.probes);
  }

  const watch: Watch = {
    flowEnded({ instance, patient }: FlowContext) {
      const person = ledger.person(patient.key);
      if (person === undefined || drawn(at(), 'closely', instance).next() >= care.flows / planned) return;
      const lane = ended % LANES;
      ended += 1;
      lanes[lane] = (lanes[lane] ?? Promise.resolve()).then(() => quietly(() => closely(person, instance)));
    },

    async finish() {
      await Promise.all(lanes);
      if (byPages !== true)
        await quietly(() =>
          dayEnd(at(), { ledger, planned, startedAt, staysFor, types: typesOf(ledger.writes), probes }),
        );
      facts.push(...ledger.writes);
      if (broken !== undefined) throw broken;
      return facts.splice(0);
    },
  };

  return {
    watch,

    begin(lent) {
      // What the watch itself asks is told apart by its name, so that what it costs can be told.
      const exchange: Exchange = (account, request, step) =>
        lent.exchange(account, { ...request, name: `${request.name}${OF_WATCH}` }, step);
      parts = { ...lent, exchange };
    },

    connected(statement, workflows, clockAhead) {
      if (parts === undefined) throw new Error('The watch has nothing to look with.');
      surroundings = {
        ...parts,
        ...{ ledger, statement, workflows, clockAhead, seed, facts, toldApart: toldApart(profile.signIn) },
        now: () => clock.now(),
        pause: (time) => clock.pause(time),
      };
      if (!surroundings.toldApart) {
        for (const aspect of ['views', 'authority', 'lists'] as const) {
          facts.push({
            fact: 'unwatched',
            aspect,
            reason:
              'Systemet skiljer inte på vilka som läser och skriver, så vem som ser och får vad kan inte prövas här.',
          });
        }
      }
    },

    listen: (transport) => listened(transport, clock, facts, programsPerCore),

    heard(context, kind, exchange) {
      return async (account, request, step) => {
        const sentAt = clock.now();
        const response = await exchange(account, request, step);
        if (account !== undefined) {
          const role = parts && roleOf(account, context, parts.accounts);
          ledger.take({ context, kind, role }, account, request, response, sentAt, clock.now());
          if (CONFLICTS.has(response.status)) {
            const { status } = response;
            const { instance } = context;
            facts.push({ fact: 'answered', name: request.name, status, took: 0, instance, kind });
          }
        }
        return response;
      };
    },

    introduced(patient, reference, units, made) {
      const byKind = Object.fromEntries(units.map((unit) => [unit.kind, unit]));
      ledger.bringIn({ patient, reference, units: byKind }, made);
    },
  };
}

/** Looks at everything once more when the day is over. */
async function dayEnd(
  at: Surroundings,
  {
    ledger,
    planned,
    startedAt,
    staysFor,
    types,
    probes,
  }: {
    readonly ledger: Ledger;
    readonly planned: number;
    readonly startedAt: number;
    readonly staysFor: Milliseconds;
    readonly types: readonly string[];
    readonly probes: Probes;
  },
): Promise<void> {
  const care = careOf(planned);
  const everything = async () => (await sweep(at, types, startedAt)) ?? (await chartByChart(at, types));
  const recent = ledger.writes.filter((write) => write.at > at.now() - staysFor);
  const record = await everything();
  tellRecord(at, types, record);
  readPrints(at, record.values());
  await lookAtLists(at, record);
  const draws = drawn(at, 'day end', 'people');
  const byPerson = Map.groupBy(record.values(), (each) => aboutOf(each));
  const chosen = ledger.people
    .filter(() => draws.next() < care.people / planned)
    .map((person) => ({ person, other: ledger.people[draws.below(ledger.people.length)] }));
  const again = chosen.slice(0, care.triedAgain).map(({ person }) => person);
  const looking = async (): Promise<void> => {
    for (let next = chosen.pop(); next !== undefined; next = chosen.pop()) {
      const { person, other } = next;
      const stranger = other?.patient.key === person.patient.key ? undefined : other;
      await lookRound(at, person, undefined, 'day-end', types, stranger, {
        most: care.looksAtEnd,
        known: byPerson.get(person.reference) ?? [],
      });
    }
  };
  await Promise.all(Array.from({ length: LANES }, looking));
  for (const person of again) {
    await readIdentity(at, person, undefined);
    const writes = ledger.writes.filter(({ patient }) => patient === person.patient.key);
    // What was refused in the morning must be so in the evening.
    await probes.afterFlow(at, person, writes, care.probesAtEnd);
  }
  await askDecoys(at, types);
  await readAccessLog(at);
  if (recent.length === 0) return;
  // What was just written when it was looked for may yet go as it came.
  await at.pause(Math.max(0, ...recent.map((write) => write.at + staysFor - at.now())));
  tellRecord(at, types, await everything(), recent);
}

const OF_WATCH = ' (watch)';

/** Each request as it was answered: how, and how long it took. */
const listened = (
  transport: Transport,
  clock: Timekeeper,
  facts: Fact[],
  programsPerCore: WatchOptions['programsPerCore'],
): Transport => ({
  async request(request) {
    const begun = clock.now();
    const isOfWatch = request.name.endsWith(OF_WATCH);
    const name = isOfWatch ? request.name.slice(0, -OF_WATCH.length) : request.name;
    const tell = (status: Answered['status']): void => {
      const at = clock.now();
      facts.push({
        fact: 'answered',
        name,
        status,
        took: at - begun,
        at,
        ...(isOfWatch ? { watch: true } : {}),
        ...(programsPerCore === undefined ? {} : { programsPerCore: programsPerCore() }),
      });
    };
    try {
      const response = await transport.request(request);
      tell(asksToWait(response) && response.header('retry-after') !== undefined ? 'busy' : response.status);
      return response;
    } catch (error) {
      if (error instanceof SystemError) tell('none');
      throw error;
    }
  },
  close: () => transport.close(),
});

/** Who in the flow signs in so. */
function roleOf(account: Account, context: StepContext, accounts: Accounts): Role | undefined {
  const { actor, units, patient } = context;
  const isHis = (who: typeof actor): boolean => {
    const unit = who.unit === null ? undefined : units[who.unit];
    if (who.role !== 'patient' && unit === undefined) return false;
    try {
      return accounts.of(who, unit, patient.identifier) === account;
    } catch (error) {
      if (error instanceof SystemError) return false;
      throw error;
    }
  };
  if (isHis(actor)) return actor.role;
  return (Object.keys(ROLES) as Role[]).find((role) => isHis(colleague(role, context)));
}
