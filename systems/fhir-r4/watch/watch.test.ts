import type { CapabilityStatement, Observation, Resource } from '@medplum/fhirtypes';
import { expect, test } from 'vitest';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import type { Fact, Looked } from '../../../domain/fact.ts';
import { SECOND } from '../../../domain/time.ts';
import { monitoredIn } from '../../../monitors/index.ts';
import { person } from '../../testing/people.ts';
import { stepOf } from '../../testing/step.ts';
import type { Exchange, ExchangeRequest } from '../exchange.ts';
import type { TransportResponse } from '../transport.ts';
import { Ledger, type Person } from './ledger.ts';
import { lookAs } from './look-as.ts';
import { stale } from './probes/two-at-once.ts';
import { queryFor } from './queries.ts';
import type { ReaderOfChart } from './readers.ts';
import type { Surroundings } from './surroundings.ts';
import { Truth } from './truth.ts';
import { createWatching } from './watch.ts';

const STATEMENT: CapabilityStatement = {
  resourceType: 'CapabilityStatement',
  status: 'active',
  kind: 'instance',
  fhirVersion: '4.0.1',
  date: '2026-11-23',
  format: ['json'],
  rest: [
    {
      mode: 'server',
      resource: [
        {
          type: 'Observation',
          interaction: [{ code: 'search-type' }],
          searchParam: [
            { name: 'patient', type: 'reference' },
            { name: 'date', type: 'date' },
            { name: '_lastUpdated', type: 'date' },
          ],
        },
      ],
    },
  ],
};

const PERSON: Person = { patient: person(1), reference: 'Patient/1', units: {} };
const NURSE: ReaderOfChart = { account: 'nurse', name: 'nurse@ward', role: 'nurse', relation: 'care' };

const MEASURED: Observation = {
  resourceType: 'Observation',
  id: '7',
  meta: { versionId: '1', tag: [{ system: SYSTEMS.token, code: 'run.f-1.1' }] },
  status: 'final',
  code: { text: 'Puls' },
  subject: { reference: 'Patient/1' },
  effectiveDateTime: '2026-11-23T08:00:00.000Z',
};

const answer = (
  status: number,
  json: unknown = {},
  headers: Record<string, string> = {},
): TransportResponse => ({
  status,
  header: (name) => headers[name],
  text: () => JSON.stringify(json),
  json: () => json,
  pick: () => undefined,
});
const found = (...resources: readonly Resource[]) =>
  answer(200, {
    resourceType: 'Bundle',
    type: 'searchset',
    entry: resources.map((resource) => ({ resource })),
  });

/** A clock that goes only while somebody waits. */
function handClock() {
  let time = Date.parse('2026-11-23T08:00:00Z');
  return {
    now: () => time,
    async pause(milliseconds: number) {
      time += milliseconds;
    },
  };
}

function surroundings(exchange: Exchange, seed = 1): Surroundings {
  return {
    ...{ exchange, seed, statement: STATEMENT, ledger: new Ledger(), workflows: new Set(), facts: [] },
    ...{ toldApart: true, clockAhead: 0, unit: async () => 'Organization/1', ...handClock() },
    accounts: { registry: 'registry', migration: 'all', of: () => 'nurse' },
  };
}

test.each([
  ['is there the whole time', Number.POSITIVE_INFINITY, []],
  ['goes five seconds after it was acknowledged', 5 * SECOND, ['nothing-lost']],
])('what %s', async (_, lasts, failed) => {
  const clock = handClock();
  const begun = clock.now();
  const exchange: Exchange = async (_account, { method, address }: ExchangeRequest) => {
    if (method === 'POST') return answer(201, MEASURED, { location: 'Observation/7' });
    const isAsked =
      address.startsWith('Observation?_lastUpdated') || address.startsWith('Observation?patient');
    return isAsked && clock.now() - begun < lasts ? found(MEASURED) : found();
  };
  const watching = createWatching(
    { name: 'prov', environment: 'test', fhir: 'http://localhost/fhir', signIn: { method: 'none' } },
    { seed: 1, planned: 1 },
    clock,
  );
  const accounts = { registry: '', migration: '', of: () => '' };
  watching.begin({ exchange, accounts, unit: async () => 'Organization/1' });
  watching.connected(STATEMENT, new Set(), 0);
  watching.introduced(PERSON.patient, PERSON.reference, [], []);
  const context = stepOf({ patient: PERSON.patient, token: 'run.f-1.1' });
  const heard = watching.heard(context, 'record-vitals', exchange);
  await heard('', {
    ...{ method: 'POST', address: 'Observation', name: 'POST Observation', body: JSON.stringify(MEASURED) },
  });
  watching.watch.flowEnded(context);
  const judged = await monitoredIn(await watching.watch.finish());
  expect(judged.filter(({ findings }) => findings.length > 0).map(({ monitor }) => monitor)).toEqual(failed);
});

test('who may read and is told no once is told of, though the next answer is another', async () => {
  let asked = 0;
  const at = surroundings(async (account) => {
    if (account === 'all') return found(MEASURED);
    asked += 1;
    return asked === 1 ? answer(403) : found(MEASURED);
  });
  const truth = new Truth(at, PERSON, ['Observation'], [MEASURED]);
  const look = { person: PERSON, instance: 'f-1', round: 'after-flow', reader: NURSE, truth } as const;
  await lookAs(at, { ...look, type: 'Observation', entitled: true }, 'chart');
  const looked = at.facts.filter((fact: Fact): fact is Looked => fact.fact === 'looked');
  expect(looked).toMatchObject([{ refused: '403', entitled: true }]);
});

test('a search from a time is also tried from the day after all that is there', () => {
  const due = [{ id: 'Observation/7', digest: '' }];
  const asked = Array.from({ length: 60 }, (_, seed) => {
    const at = surroundings(async () => answer(404), seed);
    const query = queryFor(at, { person: PERSON, reader: NURSE, type: 'Observation' }, 'chart', [MEASURED]);
    const since = new URLSearchParams(query?.address.split('?')[1]).get('date');
    return since === null ? undefined : [since, query?.of(due).length];
  });
  expect(asked).toContainEqual(['ge2026-11-23T08:00:00.000Z', 1]);
  expect(asked).toContainEqual(['ge2026-11-24T08:00:00.000Z', 0]);
});

test.each([
  [[412, 412, 412], 'as-it-must'],
  [[412, 412, 200], 'otherwise'],
  [[422], 'unclear'],
])('a stale version that is answered %j', async (statuses, outcome) => {
  const left = [...statuses];
  const at = surroundings(async () => answer(left.shift() ?? 500));
  const headers = { 'if-match': 'W/"1"' };
  at.ledger.bringIn(PERSON, []);
  at.ledger.take(
    { context: stepOf({ patient: PERSON.patient, token: 'run.f-1.1' }), kind: 'record-vitals' },
    'nurse',
    {
      ...{ method: 'PUT', address: 'Observation/7', name: 'PUT Observation/:id', headers },
      body: JSON.stringify(MEASURED),
    },
    answer(200),
    at.now(),
    at.now(),
  );
  const tried = await stale.ready(at, PERSON, at.ledger.writes)?.();
  expect(tried).toMatchObject({ probe: 'stale-version', outcome });
  expect(left).toEqual([]);
});
