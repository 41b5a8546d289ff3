import type { Resource } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import type { Looked, Round, Shown, View } from '../../../domain/fact.ts';
import { type Milliseconds, SECOND } from '../../../domain/time.ts';
import { identityShown } from '../../driver/shielding.ts';
import { entitlement, PLACES, type Relation, relationOf } from './access.ts';
import { aboutOf } from './canonical.ts';
import type { Person } from './ledger.ts';
import {
  accountOf,
  drawn,
  hasOperation,
  heldOf,
  patientParameter,
  type Reader,
  type Surroundings,
  searches,
  seenBy,
  shownOf,
} from './surroundings.ts';

/** How soon all readers must be shown the same, as the limit of most questions; an assumption. */
const IN_TIME: Milliseconds = 5 * SECOND;

/** The share of readers who take an extract, where not everything is looked at: no look costs a system more. */
const AN_EXTRACT = 0.05;

interface ReaderOfChart extends Reader {
  readonly relation: Relation;
}

/** One patient's record as the reader sees it that sees all, by type; taken anew when it is asked for again. */
export class Truth {
  readonly #at: Surroundings;
  readonly #person: Person;
  readonly #byType = new Map<string, readonly Resource[]>();

  /** @param known the whole record, where it was just read */
  constructor(at: Surroundings, person: Person, types: readonly string[] = [], known?: Iterable<Resource>) {
    this.#at = at;
    this.#person = person;
    if (known === undefined) return;
    const own = [...known].filter((each) => aboutOf(each) === person.reference);
    for (const type of types)
      this.#byType.set(
        type,
        own.filter(({ resourceType }) => resourceType === type),
      );
  }

  async of(type: string): Promise<readonly Resource[]> {
    return this.#byType.get(type) ?? this.anew(type);
  }

  async anew(type: string): Promise<readonly Resource[]> {
    const { accounts } = this.#at;
    const parameter = patientParameter(this.#at, type);
    if (parameter === undefined) return [];
    const fetched = await seenBy(
      this.#at,
      accounts.migration,
      `${type}?${parameter}=${encodeURIComponent(this.#person.reference)}&_count=500`,
      `GET ${type}?${parameter}`,
      { patient: this.#person.patient.key, what: type },
    );
    const resources = fetched?.status === 200 ? fetched.resources : [];
    this.#byType.set(type, resources);
    return resources;
  }

  get all(): readonly Resource[] {
    return [...this.#byType.values()].flat();
  }
}

/** Looks round in one patient's record as everybody who may and may not, for each kind of thing. */
export async function lookRound(
  at: Surroundings,
  person: Person,
  instance: string | undefined,
  round: Round,
  types: readonly string[],
  other: Person | undefined,
  { most, known }: { readonly most: number; readonly known?: Iterable<Resource> },
): Promise<Truth> {
  const truth = new Truth(at, person, types, known);
  if (known === undefined) await wholeOf(at, person, instance, round, types, truth);
  if (!at.toldApart) return truth;
  const readers = readersOf(at, person, other);
  const combinations = readers.flatMap((reader) =>
    types.flatMap((type) => {
      const entitled = entitlement(reader.relation, type);
      return entitled === undefined ? [] : [{ reader, type, entitled }];
    }),
  );
  const draws = drawn(at, `looks ${round}`, person.patient.key);
  const chosen = combinations
    .map((each) => ({ each, at: draws.next() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, most)
    .map(({ each }) => each);
  for (const { reader, type, entitled } of chosen) {
    const look = { person, instance, round, reader, type, entitled, truth };
    await lookAs(at, look, 'chart');
    if (draws.next() < 0.3) await lookAs(at, look, 'record');
  }
  const carers = readers.filter(({ relation }) => relation === 'care');
  const extracting = Number.isFinite(most)
    ? carers.filter(() => draws.next() < AN_EXTRACT)
    : carers.slice(0, 2);
  for (const reader of extracting) {
    await extractAs(at, { person, instance, round, reader, truth }, types);
  }
  return truth;
}

/** What was written must be there, for the one that sees all; what is there becomes facts. */
async function wholeOf(
  at: Surroundings,
  person: Person,
  instance: string | undefined,
  round: Round,
  types: readonly string[],
  truth: Truth,
): Promise<void> {
  const own = instance === undefined ? [] : at.ledger.writesOf(instance);
  for (const type of types) {
    const due = [
      ...new Set(
        own.filter(({ what, person: of }) => what === type && of === person.reference).map(({ id }) => id),
      ),
    ].map((id) => ({ id, digest: '' }));
    const shown = async () => (await truth.anew(type)).map((each) => ({ ...shownOf(each), digest: '' }));
    const { seen, waited } = await until(at, shown, (list) =>
      due.every(({ id }) => list.some((one) => one.id === id)),
    );
    if (due.length === 0) continue;
    at.facts.push({
      fact: 'looked',
      ...{
        round,
        view: 'everything',
        reader: 'all',
        role: 'registry',
        what: type,
        about: person.patient.key,
      },
      ...{ instance, shown: seen, due, entitled: true, waited },
    });
  }
  const among = new Map(truth.all.map((each) => [`${each.resourceType}/${each.id}`, each]));
  for (const each of truth.all) at.facts.push(heldOf(at, each, round, among));
}

interface Look {
  readonly person: Person;
  readonly instance: string | undefined;
  readonly round: Round;
  readonly reader: ReaderOfChart;
  readonly type: string;
  readonly entitled: boolean;
  readonly truth: Truth;
}

async function lookAs(at: Surroundings, look: Look, view: View): Promise<void> {
  const { person, instance, round, reader, type, entitled, truth } = look;
  const { key } = person.patient;
  const due = async () => visibleTo(reader, await truth.of(type)).map(shownOf);
  let target: readonly Shown[] = await due();
  const query = queryFor(at, look, view, await truth.of(type));
  if (query === undefined) return;
  let refused: string | undefined;
  let inOrder: boolean | undefined;
  const concerning = { patient: key, what: view === 'record' ? query.address : type, instance };
  const one = async (): Promise<readonly Shown[] | undefined> => {
    const fetched = await seenBy(at, reader.account, query.address, query.name, concerning);
    if (fetched === undefined) return undefined;
    refused = fetched.status === 200 ? undefined : String(fetched.status);
    if (person.patient.protectedIdentity) shieldingOf(at, look, fetched.resources);
    if (query.sorted) inOrder = isNewestFirst(fetched.resources);
    return fetched.resources.map(shownOf);
  };
  let first: readonly Shown[] | undefined;
  const { seen, waited } = await until(
    at,
    async () => {
      first = await one();
      if (first !== undefined && entitled && !isSame(first, query.of(target))) {
        await truth.anew(type);
        target = await due();
        // What changed while it was looked at is looked at once more, at once.
        if (!isSame(first, query.of(target))) first = await one();
      }
      return first ?? [];
    },
    (shown) => first === undefined || !entitled || (refused === undefined && isSame(shown, query.of(target))),
  );
  if (first === undefined) return;
  const unusable = refused !== undefined && !['401', '403', '404', '410'].includes(refused);
  if (unusable) return;
  at.facts.push({
    fact: 'looked',
    ...{ round, view, reader: reader.name, role: reader.role, what: type, about: key, instance, shown: seen },
    ...(entitled ? { due: query.of(target) } : {}),
    ...(refused === undefined ? {} : { refused }),
    entitled,
    ...(inOrder === undefined || !entitled ? {} : { inOrder }),
    waited,
  } satisfies Looked);
}

interface LookQuery {
  readonly address: string;
  readonly name: string;
  readonly sorted: boolean;
  /** Those of what is due that the query is about. */
  readonly of: (due: readonly Shown[]) => readonly Shown[];
}

function queryFor(
  at: Surroundings,
  { person, reader, type }: Look,
  view: View,
  known: readonly Resource[],
): LookQuery | undefined {
  const draws = drawn(at, `query ${reader.name} ${type} ${view}`, person.patient.key);
  const some = known[draws.below(known.length)];
  if (view === 'record') {
    if (some === undefined) return undefined;
    const id = `${type}/${some.id}`;
    return {
      address: id,
      name: `GET ${type}/:id`,
      sorted: false,
      of: (due) => due.filter((one) => one.id === id),
    };
  }
  const parameter = patientParameter(at, type);
  if (parameter === undefined) return undefined;
  const patient = `${parameter}=${encodeURIComponent(person.reference)}`;
  const filter = draws.next() < 0.5 && some !== undefined ? filterBy(at, some, draws.below(8)) : undefined;
  if (filter !== undefined) {
    const ids = new Set(known.filter(filter.holds).map(({ id }) => `${type}/${id}`));
    return {
      address: `${type}?${patient}&${filter.query}&_count=200`,
      name: `GET ${type}?${parameter}&${filter.parameter}`,
      sorted: false,
      of: (due) => due.filter(({ id }) => ids.has(id)),
    };
  }
  const sorted = draws.next() < 0.5 && searches(at, type, '_lastUpdated');
  return {
    address: `${type}?${patient}${sorted ? '&_sort=-_lastUpdated' : ''}&_count=${draws.next() < 0.3 ? 2 : 200}`,
    name: `GET ${type}?${parameter}`,
    sorted,
    of: (due) => due,
  };
}

/** Parameters that say something of a thing, with the path of what they are about. */
const FILTERS: readonly (readonly [parameter: string, path: string])[] = [
  ['status', 'status'],
  ['encounter', 'encounter'],
  ['based-on', 'basedOn'],
  ['focus', 'focus'],
  ['implicated', 'implicated'],
  ['request', 'request'],
  ['code', 'code'],
  ['type', 'type'],
];

function filterBy(at: Surroundings, some: Resource, from: number) {
  for (let n = 0; n < FILTERS.length; n += 1) {
    const [parameter = '', path = ''] = FILTERS[(from + n) % FILTERS.length] ?? [];
    const value = wordIn(Reflect.get(some, path));
    if (value === undefined || !searches(at, some.resourceType, parameter)) continue;
    return {
      parameter,
      query: `${parameter}=${encodeURIComponent(value)}`,
      holds: (each: Resource) => wordIn(Reflect.get(each, path)) === value,
    };
  }
  return undefined;
}

/** What is searched for to find a value: a word, a code in its system, a reference; the first of several. */
function wordIn(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.length === 1 ? wordIn(value[0]) : undefined;
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const { reference, coding } = value as {
    reference?: string;
    coding?: { system?: string; code?: string }[];
  };
  if (reference !== undefined) return reference;
  const [code] = coding ?? [];
  return code?.code === undefined ? undefined : `${code.system ?? ''}|${code.code}`;
}

async function extractAs(
  at: Surroundings,
  { person, instance, round, reader, truth }: Omit<Look, 'type' | 'entitled'>,
  types: readonly string[],
): Promise<void> {
  if (!hasOperation(at, 'Patient', 'everything')) return;
  // FHIR's compartment of a patient holds no tasks.
  const kinds = types.filter((type) => type !== 'Task' && entitlement(reader.relation, type) === true);
  const due = async (): Promise<readonly Shown[]> => {
    const all = await Promise.all(kinds.map((type) => truth.of(type)));
    return visibleTo(reader, all.flat()).map(shownOf);
  };
  let target = await due();
  let answered = true;
  const { seen, waited } = await until(
    at,
    async () => {
      const address = `${person.reference}/$everything`;
      const fetched = await seenBy(at, reader.account, address, 'GET Patient/:id/$everything');
      answered = fetched?.status === 200;
      const resources = fetched?.resources ?? [];
      if (person.patient.protectedIdentity) shieldingOf(at, { person, instance, type: 'Patient' }, resources);
      const shown = resources.filter(({ resourceType }) => kinds.includes(resourceType)).map(shownOf);
      if (!isSame(shown, target)) {
        for (const type of kinds) await truth.anew(type);
        target = await due();
      }
      return shown;
    },
    (shown) => !answered || isSame(shown, target),
  );
  if (!answered) return;
  at.facts.push({
    fact: 'looked',
    ...{
      round,
      view: 'extract',
      reader: reader.name,
      role: reader.role,
      what: 'Patient',
      about: person.patient.key,
    },
    ...{ instance, shown: seen, due: target, entitled: true, waited },
  });
}

/** Everybody whose look says something: those who care, the laboratory, the municipality, the patient, another patient. */
function readersOf(at: Surroundings, person: Person, other: Person | undefined): ReaderOfChart[] {
  const staff = PLACES.flatMap(([role, unit]) => {
    const account = accountOf(at, { role, unit }, person);
    return account === undefined
      ? []
      : [{ account, role, name: `${role}@${unit}`, relation: relationOf(role, unit) }];
  });
  const patients = ([person, other] as const).flatMap((who, place) => {
    const account = who && accountOf(at, { role: 'patient', unit: null }, who);
    if (account === undefined) return [];
    const relation: Relation = place === 0 ? 'self' : 'other-patient';
    return [{ account, role: 'patient' as const, name: relation, relation }];
  });
  return [...staff, ...patients];
}

/** What of the record a reader is to see: what was taken back is the writer's, and notes between staff are not the patient's. */
const visibleTo = ({ relation }: ReaderOfChart, all: readonly Resource[]): readonly Resource[] =>
  all.filter(
    (each) =>
      !('status' in each && ['entered-in-error', 'draft'].includes(String(each.status))) &&
      !(relation === 'self' && isBetweenStaff(each)),
  );

const isBetweenStaff = (resource: Resource): boolean =>
  resource.resourceType === 'DocumentReference' &&
  resource.type?.coding?.some(({ system, code }) => system === SYSTEMS.genrep && code === 'sbar') === true;

function shieldingOf(
  at: Surroundings,
  { person, instance, type }: Pick<Look, 'person' | 'instance' | 'type'>,
  resources: readonly Resource[],
): void {
  const faults = identityShown(person.patient, resources).map((each) => `${each} går att läsa (${type})`);
  const surface = type === 'Patient' ? 'extract' : 'chart';
  at.facts.push({ fact: 'named', surface, patient: person.patient.key, instance, faults, shielded: true });
}

function isSame(shown: readonly Shown[], due: readonly Shown[]): boolean {
  if (shown.length !== due.length) return false;
  const there = new Map(shown.map(({ id, digest }) => [id, digest]));
  return due.every(({ id, digest }) => there.get(id) === digest);
}

function isNewestFirst(resources: readonly Resource[]): boolean {
  const times = resources.map(({ meta }) => Date.parse(meta?.lastUpdated ?? ''));
  return times.every((time, n) => n === 0 || time <= (times[n - 1] ?? time));
}

/** Looks until it is as it must be, for as long as it may take. */
async function until(
  at: Surroundings,
  look: () => Promise<readonly Shown[]>,
  holds: (shown: readonly Shown[]) => boolean,
): Promise<{ readonly seen: readonly Shown[]; readonly waited: Milliseconds }> {
  for (let waited = 0, pause = 150; ; pause *= 2) {
    const seen = await look();
    if (holds(seen) || waited >= IN_TIME) return { seen, waited };
    const wait = Math.min(pause, IN_TIME - waited);
    await at.pause(wait);
    waited += wait;
  }
}
