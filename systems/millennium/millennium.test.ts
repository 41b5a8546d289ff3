import type { CapabilityStatement } from '@medplum/fhirtypes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CareSystem } from '../care-system.ts';
import { lineOfTests } from '../contract/line-of-tests.ts';
import { type DriverTried, verdictOnDriver } from '../contract/verdict-on-driver.ts';
import { describeCareSystem } from '../contract.ts';
import { createFhirDriver } from '../fhir-r4/driver.ts';
import { dialectsOf } from '../fhir-r4/mapping/dialect.ts';
import { hurryingClock } from '../fhir-r4/testing/manner-harness.ts';
import { type MannerServer, startMannerServer } from '../fhir-r4/testing/manner-server.ts';
import { createUndiciTransport } from '../fhir-r4/transports/undici.ts';
import { loadProfile } from '../load-profile.ts';
import { AREAS, FHIR, FHIR_AREAS } from '../testing/areas.ts';
import { person, UNITS } from '../testing/people.ts';
import { boundTo, stepOf } from '../testing/step.ts';
import statement from './capabilitystatement-2026-08-14.json' with { type: 'json' };
import { byStatement } from './testing/by-statement.ts';

/** Searches in which the statement's documentation calls `patient` required. */
const OF_ONE_PATIENT =
  /^\/fhir\/(AllergyIntolerance|DiagnosticReport|DocumentReference|Encounter|Medication\w+|Observation|ServiceRequest)\?/;

const BY_STATEMENT = byStatement(statement as unknown as CapabilityStatement);

const ORDER = { type: 'task', kind: 'order-test', test: 'CRP', as: 'beställningen' } as const;
const ANSWER = {
  type: 'task',
  kind: 'answer-order',
  order: { ref: 'beställningen' },
  answer: { value: 52, unit: 'mg/L' },
  as: 'svaret',
} as const;

let server: MannerServer;
let system: CareSystem;
let verdict: DriverTried;

beforeAll(async () => {
  server = await startMannerServer([BY_STATEMENT]);
  const clock = hurryingClock();
  system = createFhirDriver({
    dialectsOf,
    areas: FHIR_AREAS,
    profile: { ...loadProfile('millennium'), fhir: server.base },
    transport: createUndiciTransport(),
    clock,
  });
  await system.connect();
  const cases = await AREAS.contract();
  let people = 0;
  const patient = (protectedIdentity: boolean) => {
    people += 1;
    return person(people, protectedIdentity);
  };
  const tried = await lineOfTests((runner) =>
    describeCareSystem('millennium', cases, runner, async () => ({
      ...{ system, units: UNITS, clock, patience: 0, settles: 'when-found', patient },
      close: async () => undefined,
    })),
  );
  verdict = verdictOnDriver(AREAS.areas, cases, (kind) => system.capability(kind), tried);
});

afterAll(async () => {
  await system.close();
  await server.close();
});

const kindsThat = (outcome: string): string[] =>
  verdict.areas
    .flatMap(({ activities }) => activities)
    .filter((each) => each.outcome === outcome)
    .map(({ kind }) => kind)
    .sort();

/** What the rules alone open: searches that the statement knows by other names, or not at all. */
const OPENED: readonly string[] = [
  'answer-on-orderers-list',
  'answer-reads-unchanged',
  'bed-on-ward-list',
  'exactly-one-answer',
  'hand-over-complete',
  'order-on-laboratory-worklist',
  'patient-on-unit-list',
  'telephone-critical-answer',
];

const kindsOpenIn = (some: CareSystem): string[] =>
  FHIR.kinds.filter((kind) => some.capability(kind).supported).sort();

const reasonOf = (kind: string): string => {
  const capability = system.capability(kind);
  return capability.supported ? '' : capability.reason;
};

describe('Millennium, as its CapabilityStatement says it is', () => {
  it('can be tested for what its rules open, and tells why not for all else', () => {
    expect(kindsOpenIn(system)).toEqual(
      expect.arrayContaining([...OPENED, 'register-arrival', 'record-vitals']),
    );
    for (const kind of FHIR.kinds) {
      const capability = system.capability(kind);
      if (!capability.supported) expect(capability.reason).toMatch(/^Systemet säger inte att det .+\.$/);
    }
  });

  it.each([
    ['order-test', 'Systemet säger inte att det kan spara en provbeställning (ServiceRequest)'],
    ['give-dose', 'Systemet säger inte att det kan spara en given dos (MedicationAdministration)'],
  ])('does not cover %s, since what it would write is read-only there', (kind, reason) => {
    expect(reasonOf(kind)).toContain(reason);
  });

  it('does right whatever it says it can', () => {
    expect(kindsThat('does-wrong')).toEqual([]);
    expect(verdict.broken).toEqual([]);
    expect(kindsThat('does')).toEqual(
      expect.arrayContaining([
        'book-telephone-time',
        'booking-on-schedule',
        'contribute-blood-pressure',
        'contribution-marked-as-patients-own',
        'record-vitals',
        'register-arrival',
        'vitals-in-chart',
      ]),
    );
  });

  it('has an order that somebody else made there answered, and the answer read', async () => {
    const patient = person(900);
    await system.introduce(patient, Object.values(UNITS));
    const known = server.store.search(
      'Patient',
      new URLSearchParams({ identifier: patient.identifier.value }),
    );
    const { id } = server.store.create({
      resourceType: 'ServiceRequest',
      ...{ status: 'active', intent: 'order', subject: { reference: `Patient/${known[0]?.id}` } },
    });
    const order = boundTo('beställningen', ORDER, { reference: `ServiceRequest/${id}` });
    const made = await system.perform(ANSWER, stepOf({ patient, bound: new Map([order]) }));
    const reference = made.status === 'done' ? made.reference : undefined;
    const bound = new Map([order, boundTo('svaret', ANSWER, { reference })]);
    for (const kind of ['exactly-one-answer', 'answer-on-orderers-list'] as const) {
      const question = { type: 'question', kind, order: { ref: 'beställningen' } } as const;
      expect(await system.ask(question, stepOf({ patient, bound }))).toMatchObject({ seen: true });
    }
    const reads = { type: 'question', kind: 'answer-reads-unchanged', answer: { ref: 'svaret' } } as const;
    expect(await system.ask(reads, stepOf({ patient, bound }))).toMatchObject({ seen: true });
  });

  it('is told a history once, whoever comes again', async () => {
    const since = '2020-01-01';
    const history = {
      problems: [{ icd10: 'I10', display: 'Hypertoni', since }],
      allergies: [{ snomed: '91936005', display: 'Penicillin', since }],
    };
    const before = server.store.all.length;
    for (let time = 0; time < 2; time += 1) {
      await system.introduce({ ...person(901), history }, Object.values(UNITS));
    }
    expect(server.store.all.slice(before).map(({ resourceType }) => resourceType)).toEqual([
      'Patient',
      'Condition',
      'AllergyIntolerance',
    ]);
  });

  it('without the mapping refuses what Genrep asks', async () => {
    const { mapping: _, ...profile } = loadProfile('millennium');
    const unmapped = await startMannerServer([BY_STATEMENT]);
    const bare = createFhirDriver({
      dialectsOf,
      ...{ areas: FHIR_AREAS, profile: { ...profile, fhir: unmapped.base }, clock: hurryingClock() },
      transport: createUndiciTransport(),
    });
    await bare.connect();
    expect(kindsOpenIn(bare).filter((kind) => OPENED.includes(kind))).toEqual([]);
    await expect(bare.introduce(person(902), Object.values(UNITS))).rejects.toThrow('Conditional create');
    await bare.close();
    await unmapped.close();
  });

  it('is asked about one patient in every search where that is required', () => {
    const searches = server.received.filter(
      ({ method, url }) => method === 'GET' && OF_ONE_PATIENT.test(url),
    );
    expect(searches.length).toBeGreaterThan(0);
    expect(searches.filter(({ url }) => !/[?&](patient|_id)=/.test(url))).toEqual([]);
  });

  it('is sent no condition with a create, and no transaction', () => {
    const creates = server.received.filter(({ method }) => method === 'POST');
    expect(creates.length).toBeGreaterThan(0);
    expect(creates.filter(({ headers }) => headers['if-none-exist'] !== undefined)).toEqual([]);
    expect(creates.filter(({ url }) => /^\/fhir\/?$/.test(url))).toEqual([]);
  });
});
