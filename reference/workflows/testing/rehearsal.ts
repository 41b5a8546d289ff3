import { parseSearchRequest, type WithId } from '@medplum/core';
import type { Patient, Resource } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import type { Role } from '../../../domain/role.ts';
import { loadAuthority } from '../../authority/authority.ts';
import { Openings } from '../../authority/openings.ts';
import { astrayAuthority } from '../../faults/at/authority.ts';
import { parseFaults } from '../../faults/faults.ts';
import { loadCatalogue } from '../../fhir/catalogue.ts';
import type { Environment } from '../../fhir/environment.ts';
import { CareRepository } from '../../fhir/repository.ts';
import { systemStore } from '../../fhir/system-store.ts';
import { LiveUpdates } from '../../live/live-updates.ts';
import { loadUnits, storeOrganisation } from '../../organisation.ts';
import { AuditLog } from '../../store/audit-log.ts';
import { openDatabase } from '../../store/database.ts';
import { ResourceStore } from '../../store/resource-store.ts';
import { WriteGate } from '../../store/write-gate.ts';
import { WORDS } from '../../testing/words.ts';
import type { SignedIn, Store, Surface } from '../../workflow.ts';
import { startWorkflows } from '../index.ts';

/** A role at work in the environment, without the network between. */
interface Acting {
  create<T extends Resource>(resource: T): Promise<WithId<T>>;
  update<T extends Resource>(resource: T): Promise<WithId<T>>;
  read<T extends Resource>(reference: string, surface?: Surface): Promise<WithId<T>>;
  /** What is found, what is included too. */
  search<T extends Resource>(query: string): Promise<T[]>;
}

/** The environment's own store and workflows on a temporary database, with a clock of its own. */
export interface Rehearsal {
  readonly store: Store;
  /** Problems that nobody waited for. */
  readonly problems: readonly unknown[];
  as(role: Role | 'registry', unit?: string): Acting;
  asPatient(patient: Patient): Acting;
  newPatient(change?: Partial<Patient>): Promise<WithId<Patient>>;
  /** Lets time pass on the environment's clock; milliseconds. */
  pass(milliseconds: number): void;
  /** Stops all that works beside the store, and starts it again. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

const catalogue = await loadCatalogue();

/** Starts one with these faults switched on: `startRehearsal('order-lost=1/1')`. */
export async function startRehearsal(...specifications: readonly string[]): Promise<Rehearsal> {
  const connections = openDatabase();
  ResourceStore.prepareParameters(connections.writing, catalogue);
  const writing = new ResourceStore(connections.writing, catalogue);
  const gate = new WriteGate();
  const units = loadUnits();
  const problems: unknown[] = [];
  let passed = 0;
  const now = (): number => Date.now() + passed;
  const faults = parseFaults(specifications, { now });
  const kinds = new Map(units.map(({ key, kind }) => [key, kind]));
  const unitKindOf = ({ unit }: SignedIn): string | undefined => kinds.get(unit ?? '');
  const audit = new AuditLog(writing, gate, { faults, unitKindOf });
  const bare: Omit<Environment, 'store'> = {
    catalogue,
    authority: astrayAuthority(loadAuthority(units), faults, unitKindOf),
    committed: new ResourceStore(connections.reading, catalogue),
    openings: new Openings(now),
    writing,
    gate,
    audit,
    live: new LiveUpdates(faults),
    faults,
    unitKindOf,
    workflows: [],
    baseUrl: 'http://127.0.0.1/fhir',
    now,
  };
  const environment: Environment = Object.assign(bare, { store: systemStore(bare as Environment) });
  const { store } = environment;
  await storeOrganisation(units, store);
  const start = async () => {
    const started = await startWorkflows({
      store,
      faults,
      words: WORDS,
      units,
      openings: environment.openings,
      now,
      report: (problem) => problems.push(problem),
    });
    environment.workflows = started.workflows;
    return started;
  };
  let running = await start();
  let people = 0;

  const acting = (repository: CareRepository): Acting => ({
    create: (resource) => repository.createResource(resource),
    update: (resource) => repository.updateResource(resource),
    read: <T extends Resource>(reference: string, surface: Surface = 'read') => {
      const [type = '', id = ''] = reference.split('/');
      return repository.on(surface).readResource<T>(type, id);
    },
    search: async <T extends Resource>(query: string) => {
      const { entry = [] } = await repository.search<T>(parseSearchRequest<T>(query));
      return entry.flatMap(({ resource }) => resource ?? []);
    },
  });

  const as = (role: Role | 'registry', unit?: string): Acting =>
    acting(
      new CareRepository(environment, {
        userName: `${role}.${unit}.day`,
        role,
        unit,
        hsaId: unit === undefined ? undefined : `SE0000000000-${unit}-${role}`,
        display: `${role} ${unit}`,
      }),
    );

  return {
    store,
    problems,
    as,
    asPatient: ({ id }) =>
      acting(
        new CareRepository(environment, {
          userName: `${id}`,
          role: 'patient',
          display: 'Patienten',
          patient: `Patient/${id}`,
        }),
      ),
    newPatient: (change) => {
      people += 1;
      return as('registry').create<Patient>({
        resourceType: 'Patient',
        identifier: [{ system: SYSTEMS.regionalReserveNumber, value: `test-${people}` }],
        name: [{ given: ['Åsa'], family: 'Provsjö' }],
        address: [{ line: ['Provvägen 1'], postalCode: '50000', city: 'Borås' }],
        telecom: [{ system: 'phone', value: '070-0000000' }],
        gender: 'female',
        birthDate: '1950-01-01',
        ...change,
      });
    },
    pass: (milliseconds) => {
      passed += milliseconds;
    },
    async restart() {
      await running.close();
      running = await start();
    },
    async close() {
      await running.close();
      audit.flush();
      connections.close();
    },
  };
}

/**
 * Rehearsals that the tests of a file share, one for each set of faults; vitest closes them when the file is done:
 * `const rehearsalWith = sharedRehearsals(afterAll)`.
 */
export function sharedRehearsals(
  afterAll: (close: () => Promise<void>) => void,
): (...faults: readonly string[]) => Promise<Rehearsal> {
  const started = new Map<string, Promise<Rehearsal>>();
  afterAll(async () => {
    for (const rehearsal of started.values()) await (await rehearsal).close();
  });
  return (...faults) => {
    const key = faults.join(' ');
    const rehearsal = started.get(key) ?? startRehearsal(...faults);
    started.set(key, rehearsal);
    return rehearsal;
  };
}
