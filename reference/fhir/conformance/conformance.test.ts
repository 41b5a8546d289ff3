import type { Bundle, Encounter, OperationOutcome, Patient } from '@medplum/fhirtypes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import { makePatient } from '../../testing/people.ts';
import {
  refusalIn,
  startTestReference,
  type TestPerson,
  type TestReference,
} from '../../testing/reference-client.ts';

let reference: TestReference;
let registry: TestPerson;
let nurse: TestPerson;
let patient: Patient;
let subject: { reference: string };

beforeAll(async () => {
  reference = await startTestReference();
  registry = await reference.as('registry');
  nurse = await reference.as('nurse.sas-medicin-3.day');
  patient = await makePatient(registry, '191212121212');
  subject = { reference: `Patient/${patient.id}` };
});
afterAll(() => reference.close());

const encounter = (changes: object = {}): object => ({
  resourceType: 'Encounter',
  status: 'planned',
  class: { system: SYSTEMS.actCode, code: 'AMB' },
  subject,
  ...changes,
});

const observation = (changes: object = {}): object => ({
  resourceType: 'Observation',
  status: 'final',
  code: { text: 'prov' },
  subject,
  ...changes,
});

async function expectRefused(resource: object, issue: { code: string; at: string; says: string }) {
  const type = (resource as { resourceType: string }).resourceType;
  const { status, body } = await nurse.post<OperationOutcome>(type, resource);
  expect([status, body.issue?.[0]?.code, body.issue?.[0]?.expression]).toEqual([400, issue.code, [issue.at]]);
  expect(body.issue?.[0]?.details?.text).toContain(issue.says);
}

describe('codes outside a value set that FHIR requires', () => {
  it.each([
    ['a code', encounter({ status: 'done' }), 'Encounter.status', 'koden ”done”'],
    [
      'a code within a part of the resource',
      encounter({ location: [{ location: { display: 'Sal 3' }, status: 'there' }] }),
      'Encounter.location[0].status',
      'koden ”there”',
    ],
    [
      'a code in a data type',
      encounter({ identifier: [{ use: 'always', value: '1' }] }),
      'Encounter.identifier[0].use',
      'koden ”always”',
    ],
    [
      'a code of a choice of types',
      observation({ valueQuantity: { value: 3, comparator: '≥' } }),
      'Observation.valueQuantity.comparator',
      'koden ”≥”',
    ],
    [
      'a concept whose coding is of another system',
      {
        resourceType: 'AllergyIntolerance',
        clinicalStatus: { coding: [{ system: SYSTEMS.genrep, code: 'active' }] },
        patient: { reference: 'Patient/x' },
      },
      'AllergyIntolerance.clinicalStatus',
      'active',
    ],
    [
      'a concept that is only a text',
      {
        resourceType: 'AllergyIntolerance',
        clinicalStatus: { text: 'aktiv' },
        patient: { reference: 'Patient/x' },
      },
      'AllergyIntolerance.clinicalStatus',
      'ingen kod',
    ],
    [
      'a code in what is contained',
      observation({
        contained: [{ resourceType: 'Observation', id: 'r', status: 'ok', code: { text: 'x' } }],
        hasMember: [{ reference: '#r' }],
      }),
      'Observation.contained[0].status',
      'koden ”ok”',
    ],
  ])('are refused: %s', async (_what, resource, at, says) => {
    await expectRefused(resource, { code: 'code-invalid', at, says });
  });

  it('are refused in an update too, and the earlier version stands', async () => {
    const { body } = await nurse.post<Encounter>('Encounter', encounter());
    const { status } = await nurse.put(`Encounter/${body.id}`, { ...body, status: 'done' });
    expect(status).toBe(400);
    expect((await nurse.get<Encounter>(`Encounter/${body.id}`)).body.status).toBe('planned');
  });

  it('are not confused with what FHIR leaves free: an example binding, a media type, an own unit of time', async () => {
    const { status } = await nurse.post('DocumentReference', {
      resourceType: 'DocumentReference',
      status: 'current',
      type: { coding: [{ system: SYSTEMS.genrep, code: 'letter' }] },
      subject,
      content: [{ attachment: { contentType: 'text/plain; charset=utf-8', data: 'aGVq' } }],
    });
    expect(status).toBe(201);
  });
});

describe('references', () => {
  it.each([
    [
      'to nobody',
      observation({ subject: { reference: 'Patient/nobody' } }),
      'not-found',
      'Observation.subject',
    ],
    [
      'to nobody, by the whole address',
      () => observation({ subject: { reference: `${reference.fhir}/Patient/nobody` } }),
      'not-found',
      'Observation.subject',
    ],
    [
      'to a type that does not belong there',
      observation({ encounter: { reference: 'Organization/sas-medicin-3' } }),
      'value',
      'Observation.encounter',
    ],
    [
      'to a wrong type on another server',
      observation({ encounter: { reference: 'https://fhir.example/r4/Patient/1' } }),
      'value',
      'Observation.encounter',
    ],
    [
      'to a contained resource that is not there',
      observation({ hasMember: [{ reference: '#gone' }] }),
      'not-found',
      'Observation.hasMember[0]',
    ],
    [
      'with a placeholder outside any bundle',
      observation({ encounter: { reference: 'urn:uuid:11111111-1111-4111-8111-111111111111' } }),
      'value',
      'Observation.encounter',
    ],
    [
      'that are conditional, outside a transaction',
      observation({ subject: { reference: 'Patient?identifier=191212121212' } }),
      'value',
      'Observation.subject',
    ],
    [
      'that are no references',
      observation({ subject: { reference: 'hon i rum 3' } }),
      'value',
      'Observation.subject',
    ],
    [
      'to nobody, in an extension',
      observation({
        extension: [{ url: 'https://example.org/e', valueReference: { reference: 'Practitioner/nobody' } }],
      }),
      'not-found',
      'Observation.extension[0].valueReference',
    ],
  ])('are refused %s', async (_how, resource, code, at) => {
    await expectRefused(typeof resource === 'function' ? resource() : resource, { code, at, says: at });
  });

  it('to what has been deleted are refused', async () => {
    const { body } = await registry.post<Patient>('Patient', { resourceType: 'Patient' });
    await registry.remove(`Patient/${body.id}`);
    await expectRefused(observation({ subject: { reference: `Patient/${body.id}` } }), {
      code: 'not-found',
      at: 'Observation.subject',
      says: `Patient/${body.id}`,
    });
  });

  it.each([
    [
      'by the whole address of somebody here',
      () => ({ reference: `${reference.fhir}/Patient/${patient.id}` }),
    ],
    ['to a version', () => ({ reference: `Patient/${patient.id}/_history/1` })],
    ['to another server', () => ({ reference: 'https://fhir.example/r4/Patient/1' })],
    ['by identifier only', () => ({ identifier: { system: SYSTEMS.hsaId, value: 'SE1' } })],
  ])('are kept %s', async (_how, to) => {
    const { status, body } = await nurse.post('Observation', observation({ subject: to() }));
    expect([status, refusalIn({ status, headers: {}, text: '', body })]).toEqual([201, undefined]);
  });
});

describe('a transaction', () => {
  const transaction = (...resources: object[]): object => ({
    resourceType: 'Bundle',
    type: 'transaction',
    entry: resources.map((resource, index) => ({
      fullUrl: `urn:uuid:00000000-0000-4000-8000-00000000000${index}`,
      resource,
      request: { method: 'POST', url: (resource as { resourceType: string }).resourceType },
    })),
  });
  const observationsOf = async (code: string): Promise<number | undefined> =>
    (await nurse.get<Bundle>(`Observation?identifier=${code}&_summary=count`)).body.total;

  it('may refer to an entry that comes later', async () => {
    const { status } = await nurse.post<Bundle>(
      '',
      transaction(
        observation({ encounter: { reference: 'urn:uuid:00000000-0000-4000-8000-000000000001' } }),
        encounter(),
      ),
    );
    expect(status).toBe(200);
  });

  it('is undone when one entry refers to nobody', async () => {
    const { status } = await nurse.post(
      '',
      transaction(
        observation({ identifier: [{ value: 'undone' }] }),
        observation({ subject: { reference: 'Patient/nobody' } }),
      ),
    );
    expect(status).toBe(400);
    expect(await observationsOf('undone')).toBe(0);
  });

  it('has its conditional references resolved', async () => {
    const { status } = await nurse.post<Bundle>(
      '',
      transaction(
        observation({
          identifier: [{ value: 'resolved' }],
          subject: { reference: `Patient?identifier=${patient.identifier?.[0]?.system}|191212121212` },
        }),
      ),
    );
    expect(status).toBe(200);
    const { body } = await nurse.get<Bundle>('Observation?identifier=resolved');
    expect(body.entry?.[0]?.resource).toMatchObject({ subject });
  });

  it.each([
    ['nobody', 'Patient?identifier=no-one', 'ingen'],
    ['several', 'Organization?active=true', 'flera'],
  ])('is refused with 412 when a conditional reference fits %s', async (_whom, to, says) => {
    const { status, body } = await nurse.post<OperationOutcome>(
      '',
      transaction(encounter({ identifier: [{ value: 'unresolved' }], serviceProvider: { reference: to } })),
    );
    expect(status).toBe(412);
    expect(refusalIn({ status, headers: {}, text: '', body })).toContain(says);
    const { body: found } = await nurse.get<Bundle>('Encounter?identifier=unresolved&_summary=count');
    expect(found.total).toBe(0);
  });
});
