import { MedplumClient, OperationOutcomeError } from '@medplum/core';
import type { Bundle, Encounter, Observation, Patient } from '@medplum/fhirtypes';
import { Client, type FhirResource } from 'fhir-kit-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { makePatient } from '../testing/people.ts';
import { startTestReference, type TestPerson, type TestReference } from '../testing/reference-client.ts';

/** What clients that nobody here wrote send, and what they read out of the answers. */
let reference: TestReference;
let nurse: TestPerson;
let patient: Patient;

beforeAll(async () => {
  reference = await startTestReference();
  nurse = await reference.as('nurse.sas-medicin-3.day');
  patient = await makePatient(await reference.as('registry'), '191212121212');
});
afterAll(() => reference.close());

const observation = (token: string): Observation => ({
  resourceType: 'Observation',
  status: 'final',
  identifier: [{ value: token }],
  code: { text: 'prov' },
  subject: { reference: `Patient/${patient.id}` },
  valueString: 'positiv',
});

const conditional = (token: string): Bundle => ({
  resourceType: 'Bundle',
  type: 'transaction',
  entry: [
    {
      resource: {
        ...observation(token),
        subject: { reference: `Patient?identifier=${patient.identifier?.[0]?.value}` },
      },
      request: { method: 'POST', url: 'Observation' },
    },
  ],
});

describe('fhir-kit-client 2.0.3', () => {
  const client = (headers: Record<string, string> = {}): Client =>
    new Client({ baseUrl: reference.fhir, bearerToken: nurse.token, customHeaders: headers });
  const kit = <T>(resource: T): FhirResource => resource as unknown as FhirResource;

  it('finds where to sign in before it has', async () => {
    const { authorizeUrl, tokenUrl } = await new Client({ baseUrl: reference.fhir }).smartAuthMetadata();
    expect(tokenUrl?.href).toBe(reference.tokenEndpoint);
    expect(authorizeUrl?.pathname).toBe('/oidc/auth');
  });

  it('creates once with a whole URL as criterion, changes with a version and pages through', async () => {
    const ifNoneExist = { 'If-None-Exist': `${reference.fhir}/Observation?identifier=kit` };
    const create = { resourceType: 'Observation', body: kit(observation('kit')) };
    const first = await client(ifNoneExist).create(create);
    const again = await client(ifNoneExist).create(create);
    expect(again.id).toBe(first.id);
    const update = {
      resourceType: 'Observation',
      id: String(first.id),
      body: { ...first, status: 'amended' },
    };
    await client({ 'If-Match': '1' }).update(update);
    await expect(client({ 'If-Match': '1' }).update(update)).rejects.toMatchObject({
      response: { status: 412 },
    });
    await client().create({ resourceType: 'Observation', body: kit(observation('kit')) });
    const search = {
      resourceType: 'Observation',
      searchParams: { identifier: 'kit', _count: '1', _elements: 'status' },
    };
    const page = await client().search(search);
    const next = await client().nextPage({ bundle: page as never });
    expect([page, next].map((each) => (each as unknown as Bundle).entry?.length)).toEqual([1, 1]);
    expect((next as unknown as Bundle).entry?.[0]?.resource).not.toHaveProperty('valueString');
  });

  it('has conditional references resolved, and is told why not', async () => {
    await client().transaction({ body: kit(conditional('kit-conditional')) });
    const found = await client().search({
      resourceType: 'Observation',
      searchParams: { identifier: 'kit-conditional' },
    });
    expect((found as unknown as Bundle<Observation>).entry?.[0]?.resource?.subject?.reference).toBe(
      `Patient/${patient.id}`,
    );
    await expect(
      client().create({
        resourceType: 'Observation',
        body: kit({ ...observation('kit-nobody'), subject: { reference: 'Patient/nobody' } }),
      }),
    ).rejects.toMatchObject({
      response: {
        status: 400,
        data: { issue: [{ code: 'not-found', expression: ['Observation.subject'] }] },
      },
    });
  });
});

describe("Medplum's client 5.2.13", () => {
  const client = (): MedplumClient =>
    new MedplumClient({
      baseUrl: reference.ui,
      fhirUrlPath: 'fhir',
      accessToken: nurse.token,
      cacheTime: 0,
      maxRetries: 0,
    });

  it('creates once, counts, reads parts and versions', async () => {
    const medplum = client();
    const first = await medplum.createResourceIfNoneExist(observation('medplum'), 'identifier=medplum');
    const again = await medplum.createResourceIfNoneExist(observation('medplum'), 'identifier=medplum');
    expect(again.id).toBe(first.id);
    const { total } = await medplum.search('Observation', 'identifier=medplum&_count=0');
    expect(total).toBe(1);
    const [part] = await medplum.searchResources('Observation', 'identifier=medplum&_fields=status');
    expect(part).not.toHaveProperty('valueString');
    await medplum.patchResource('Observation', first.id, [
      { op: 'replace', path: '/status', value: 'amended' },
    ]);
    const history = await medplum.readHistory('Observation', first.id);
    expect(history.entry?.map(({ resource }) => resource?.status)).toEqual(['amended', 'final']);
  });

  it('has conditional references resolved, and is told of a code that does not exist', async () => {
    const medplum = client();
    await medplum.executeBatch(conditional('medplum-conditional'));
    const [found] = await medplum.searchResources('Observation', 'identifier=medplum-conditional');
    expect(found?.subject?.reference).toBe(`Patient/${patient.id}`);
    const visit = {
      resourceType: 'Encounter',
      status: 'done',
      class: { system: SYSTEMS.actCode, code: 'AMB' },
    } as unknown as Encounter;
    const refusal = await medplum.createResource(visit).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(OperationOutcomeError);
    expect((refusal as OperationOutcomeError).outcome.issue[0]).toMatchObject({
      code: 'code-invalid',
      expression: ['Encounter.status'],
    });
  });
});
