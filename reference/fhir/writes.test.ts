import type { AuditEvent, Bundle, Encounter, Observation, Patient, ServiceRequest } from '@medplum/fhirtypes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { makePatient } from '../testing/people.ts';
import {
  refusalIn,
  startTestReference,
  type TestPerson,
  type TestReference,
} from '../testing/reference-client.ts';

let reference: TestReference;
let registry: TestPerson;
let nurse: TestPerson;
let patient: Patient;

beforeAll(async () => {
  reference = await startTestReference();
  registry = await reference.as('registry');
  nurse = await reference.as('nurse.sas-medicin-3.day');
  patient = await makePatient(registry, '191212121212');
});
afterAll(() => reference.close());

const encounter = (status: Encounter['status'], token?: string): Encounter => ({
  resourceType: 'Encounter',
  status,
  class: { system: SYSTEMS.actCode, code: 'AMB' },
  subject: { reference: `Patient/${patient.id}` },
  serviceProvider: { reference: 'Organization/sas-medicin-3' },
  ...(token === undefined ? {} : { meta: { tag: [{ system: SYSTEMS.token, code: token }] } }),
});

const numberOf = async (query: string): Promise<number | undefined> =>
  (await nurse.get<Bundle>(`${query}&_summary=count`)).body.total;

describe('create', () => {
  it('answers 201 with version, place and the author that is signed in', async () => {
    const { status, headers, body } = await nurse.post<Observation>('Observation', {
      resourceType: 'Observation',
      status: 'final',
      code: { text: 'prov' },
      subject: { reference: `Patient/${patient.id}` },
      performer: [{ display: 'Någon annan' }],
    });
    expect(status).toBe(201);
    expect(headers.etag).toBe('W/"1"');
    expect(headers.location).toBe(`${reference.fhir}/Observation/${body.id}/_history/1`);
    expect(body.performer).toEqual([
      {
        identifier: { system: SYSTEMS.hsaId, value: expect.stringMatching(/^SE0000000000-P/) },
        display: 'Petra Makettlöv, sjuksköterska, Medicinavdelning 3 SÄS',
      },
    ]);
  });

  it('leaves the body out for Prefer: return=minimal', async () => {
    const { status, headers, text } = await nurse.post('Encounter', encounter('planned'), {
      prefer: 'return=minimal',
    });
    expect([status, text]).toEqual([201, '']);
    expect(headers.location).toContain('/Encounter/');
  });

  it('refuses what is not valid FHIR, and what is not JSON', async () => {
    const { status, body } = await nurse.post('Encounter', { resourceType: 'Encounter', stats: 'x' });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('Encounter.status');
    const other = await nurse.post('Observation', encounter('planned'));
    expect(other.status).toBe(400);
  });

  it('creates once, however many ask at the same time with the same criterion', async () => {
    const criterion = { 'if-none-exist': `_tag=${SYSTEMS.token}|race` };
    const answers = await Promise.all(
      Array.from({ length: 12 }, () =>
        nurse.post<Encounter>('Encounter', encounter('planned', 'race'), criterion),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(11);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await numberOf(`Encounter?_tag=${SYSTEMS.token}|race`)).toBe(1);
  });

  it('answers 412 when the criterion fits several', async () => {
    await nurse.post('Encounter', encounter('planned', 'double'));
    await nurse.post('Encounter', encounter('planned', 'double'));
    const { status } = await nurse.post('Encounter', encounter('planned', 'double'), {
      'if-none-exist': `_tag=${SYSTEMS.token}|double`,
    });
    expect(status).toBe(412);
  });
});

describe('update', () => {
  it('is refused with 412 when somebody else was first', async () => {
    const { body: first } = await nurse.post<Encounter>('Encounter', encounter('arrived'));
    const ifMatch = { 'if-match': 'W/"1"' };
    const path = `Encounter/${first.id}`;
    const answers = await Promise.all([
      nurse.put(path, { ...first, status: 'triaged' }, ifMatch),
      nurse.put(path, { ...first, status: 'in-progress' }, ifMatch),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await nurse.get(path)).headers.etag).toBe('W/"2"');
  });

  it('keeps every version, and deletion among them', async () => {
    const { body } = await registry.post<Patient>('Patient', {
      resourceType: 'Patient',
      birthDate: '1990-01-01',
    });
    const path = `Patient/${body.id}`;
    await registry.put(path, { ...body, birthDate: '1991-01-01' });
    expect((await registry.remove(path)).status).toBe(200);
    expect((await registry.get(path)).status).toBe(410);
    const { body: history } = await registry.get<Bundle>(`${path}/_history`);
    expect(history.entry?.map(({ request }) => request?.method)).toEqual(['DELETE', 'PUT', 'POST']);
    const { body: first } = await registry.get<Patient>(`${path}/_history/1`);
    expect(first.birthDate).toBe('1990-01-01');
    expect((await registry.get<Bundle>(`Patient?_id=${body.id}`)).body.entry).toEqual([]);
  });

  it('can be a patch', async () => {
    const { body } = await nurse.post<Encounter>('Encounter', encounter('arrived'));
    const patched = await nurse.patch<Encounter>(`Encounter/${body.id}`, [
      { op: 'replace', path: '/status', value: 'triaged' },
    ]);
    expect(patched.body.status).toBe('triaged');
    expect(patched.headers.etag).toBe('W/"2"');
  });

  it('does not change who the author was', async () => {
    const allergy = {
      resourceType: 'AllergyIntolerance',
      clinicalStatus: { coding: [{ system: SYSTEMS.allergyClinical, code: 'active' }] },
      code: { text: 'prov' },
      patient: { reference: `Patient/${patient.id}` },
    };
    const { body } = await nurse.post('AllergyIntolerance', allergy);
    const physician = await reference.as('physician.sas-medicin-3.day');
    const { body: changed } = await physician.put(`AllergyIntolerance/${body.id}`, {
      ...body,
      criticality: 'high',
    });
    expect(changed).toMatchObject({
      recorder: { display: 'Petra Makettlöv, sjuksköterska, Medicinavdelning 3 SÄS' },
    });
  });
});

describe('records brought over', () => {
  const order: ServiceRequest = {
    resourceType: 'ServiceRequest',
    status: 'active',
    intent: 'order',
    category: [{ coding: [{ system: 'http://snomed.info/sct', code: '108252007' }] }],
    code: { coding: [{ system: SYSTEMS.npu, code: 'NPU27501' }] },
    subject: { reference: 'Patient/p' },
  };

  it('set nothing going, keep whoever they say did it, and can be read back', async () => {
    const migration = await reference.as('migration');
    const before = await numberOf('Task?status=requested');
    const { status, body } = await migration.post<ServiceRequest>('ServiceRequest', {
      ...order,
      subject: { reference: `Patient/${patient.id}` },
      requester: { display: 'Läkare på en annan ort' },
    });
    expect(status).toBe(201);
    expect(body.requester).toEqual({ display: 'Läkare på en annan ort' });
    expect(await numberOf('Task?status=requested')).toBe(before);
    expect((await migration.get(`ServiceRequest/${body.id}`)).status).toBe(200);
  });

  it('are not changed afterwards by whoever brought them', async () => {
    const migration = await reference.as('migration');
    const { body } = await migration.post<Encounter>('Encounter', encounter('finished'));
    const refused = await migration.put(`Encounter/${body.id}`, { ...body, status: 'planned' });
    expect(refused.status).toBe(403);
  });
});

describe('transaction', () => {
  const bundle = (last: object): object => ({
    resourceType: 'Bundle',
    type: 'transaction',
    entry: [
      {
        fullUrl: 'urn:uuid:11111111-1111-4111-8111-111111111111',
        resource: encounter('planned', 'whole'),
        request: { method: 'POST', url: 'Encounter' },
      },
      {
        resource: {
          resourceType: 'Observation',
          status: 'final',
          code: { text: 'prov' },
          subject: { reference: `Patient/${patient.id}` },
          encounter: { reference: 'urn:uuid:11111111-1111-4111-8111-111111111111' },
          ...last,
        },
        request: { method: 'POST', url: 'Observation' },
      },
    ],
  });

  it('undoes everything when one entry is refused', async () => {
    const { status } = await nurse.post('', bundle({ status: undefined }));
    expect(status).toBe(400);
    expect(await numberOf(`Encounter?_tag=${SYSTEMS.token}|whole`)).toBe(0);
  });

  it('stores all entries and their references to each other', async () => {
    const { status } = await nurse.post<Bundle>('', bundle({}));
    expect(status).toBe(200);
    const { body } = await nurse.get<Bundle>(
      `Encounter?_tag=${SYSTEMS.token}|whole&_revinclude=Observation:encounter`,
    );
    expect(body.entry?.map(({ search }) => search?.mode)).toEqual(['match', 'include']);
  });

  it('lets single writes beside it through, and is not undone with them', async () => {
    const answers = await Promise.all([
      nurse.post('', bundle({ status: undefined })),
      nurse.post('Encounter', encounter('planned', 'beside')),
      nurse.post('', bundle({ status: undefined })),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([400, 201, 400]);
    expect(await numberOf(`Encounter?_tag=${SYSTEMS.token}|beside`)).toBe(1);
  });
});

describe('audit', () => {
  it('keeps who read and wrote what about whom, and what was refused', async () => {
    const physician = await reference.as('physician.sas-medicin-4.night');
    const seen = await makePatient(registry, '189002029800');
    await physician.get(`Patient/${seen.id}`);
    await physician.get(`Encounter?subject=Patient/${seen.id}`);
    await physician.get(`Patient/${seen.id}/_history`);
    await physician.put(`Patient/${seen.id}`, seen);
    const secretary = await reference.as('medical-secretary.sas-akuten.day');
    const { body } = await secretary.get<Bundle<AuditEvent>>(`AuditEvent?patient=Patient/${seen.id}`);
    const events = body.entry?.map(({ resource }) => resource) ?? [];
    expect(
      events.map((event) => [event?.subtype?.[0]?.code, event?.agent[0]?.altId, event?.outcome]),
    ).toEqual([
      ['create', 'registry', '0'],
      ['read', 'physician.sas-medicin-4.night', '0'],
      ['search-type', 'physician.sas-medicin-4.night', '0'],
      ['history-instance', 'physician.sas-medicin-4.night', '0'],
      ['update', 'physician.sas-medicin-4.night', '4'],
    ]);
    expect((await physician.get('AuditEvent?date=ge2020')).status).toBe(403);
  });
});

describe('operations', () => {
  it('prints a letter with what the one who prints may see, and keeps it', async () => {
    const { body: visit } = await nurse.post<Encounter>('Encounter', encounter('in-progress'));
    const letter = await nurse.post(`Encounter/${visit.id}/$print?document=letter`);
    expect(letter.status).toBe(201);
    expect(textOf(letter.body)).toContain('Åsa Märta Öberg-Ångström\nPåhittade vägen 7\n504 30 Borås');
    expect((await nurse.get(`DocumentReference/${letter.body.id}`)).status).toBe(200);
    expect((await nurse.post(`Encounter/${visit.id}/$print?document=tapet`)).status).toBe(400);
  });

  it('shields a protected person in prints, includes, history and $everything', async () => {
    const hidden = await makePatient(registry, '196109732393', true);
    const { body: visit } = await nurse.post<Encounter>('Encounter', {
      ...encounter('in-progress'),
      subject: { reference: `Patient/${hidden.id}` },
    });
    const label = await nurse.post(`Encounter/${visit.id}/$print?document=label`);
    expect(textOf(label.body)).toContain('Skyddad identitet');
    for (const path of [
      `Patient/${hidden.id}`,
      `Patient/${hidden.id}/_history`,
      `Patient/${hidden.id}/_history/1`,
      `Patient?_id=${hidden.id}`,
      `Encounter?_id=${visit.id}&_include=Encounter:subject`,
      `Patient/${hidden.id}/$everything`,
    ]) {
      const { text } = await nurse.get(path);
      expect(text, path).toContain('Skyddad identitet');
      expect(text, path).not.toMatch(/Öberg|Påhittade vägen|504 30/);
    }
    expect((await registry.get(`Patient/${hidden.id}`)).text).toContain('Öberg');
  });

  it('gathers all of a record that the reader may read', async () => {
    const { body } = await nurse.get<Bundle>(`Patient/${patient.id}/$everything`);
    const types = new Set(body.entry?.map(({ resource }) => resource?.resourceType));
    expect(types).toContain('Patient');
    expect(types).toContain('Encounter');
    expect(types).not.toContain('AuditEvent');
    const bma = await reference.as('biomedical-scientist.sas-lab.day');
    expect((await bma.get(`Patient/${patient.id}/$everything`)).text).not.toContain('"DocumentReference"');
  });
});

describe('the door', () => {
  it('is shut for those who are not signed in', async () => {
    const { status, body } = await (await reference.as('registry')).get('Nothing');
    expect([status, body.resourceType]).toEqual([404, 'OperationOutcome']);
    const answer = await fetch(`${reference.fhir}/Patient`, { headers: { authorization: 'Bearer nobody' } });
    expect(answer.status).toBe(401);
    expect(refusalIn({ status: 401, headers: {}, text: '', body: await answer.json() })).toBe(
      'Du måste vara inloggad.',
    );
  });
});

function textOf(document: object): string {
  const { content } = document as { content: { attachment: { data: string } }[] };
  return Buffer.from(content[0]?.attachment.data ?? '', 'base64').toString('utf8');
}
