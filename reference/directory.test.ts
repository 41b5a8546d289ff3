import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePatient } from './testing/people.ts';
import { startTestReference, type TestReference } from './testing/reference-client.ts';

let reference: TestReference;

beforeAll(async () => {
  reference = await startTestReference();
});
afterAll(() => reference.close());

interface Told {
  readonly units: readonly {
    readonly name: string;
    readonly accounts: readonly {
      readonly userName: string;
      readonly name: string;
      readonly role: string;
      readonly shift: string;
    }[];
  }[];
  readonly people: readonly { readonly userName: string; readonly name: string }[];
}

const directory = async (): Promise<Told> =>
  (await fetch(`${reference.ui}/directory`)).json() as Promise<Told>;

const post = async (path: string, type = 'application/json'): Promise<number> =>
  (await fetch(`${reference.ui}${path}`, { method: 'POST', headers: { 'content-type': type }, body: '{}' }))
    .status;

describe('the directory', () => {
  it('tells every account of the house, and each can sign in', async () => {
    const { units } = await directory();
    expect(units.map(({ name }) => name)).toContain('Laboratoriet SÄS');
    for (const { userName, role } of units.flatMap(({ accounts }) =>
      accounts.filter(({ shift }) => shift === 'night'),
    )) {
      const { token } = await reference.as(userName);
      const me = await fetch(`${reference.ui}/me`, { headers: { authorization: `Bearer ${token}` } });
      expect(await me.json()).toMatchObject({ role });
    }
  });

  it('tells what everybody is called, each by a name of their own, and the same wherever they sign', async () => {
    const accounts = (await directory()).units.flatMap((unit) => unit.accounts);
    expect(new Set(accounts.map(({ name }) => name)).size).toBe(accounts.length);
    const { token } = await reference.as('physician.sas-akuten.day');
    const me = await fetch(`${reference.ui}/me`, { headers: { authorization: `Bearer ${token}` } });
    const called = accounts.find(({ userName }) => userName === 'physician.sas-akuten.day')?.name;
    expect(await me.json()).toMatchObject({
      display: `${called}, läkare, Akutmottagningen SÄS Borås`,
    });
  });

  it('has one laboratory, whatever organisations have been brought in with records', async () => {
    const migration = await reference.as('migration');
    const type = [{ coding: [{ system: 'urn:genrep:concept', code: 'laboratory' }] }];
    const { status } = await migration.post('Organization', {
      resourceType: 'Organization',
      active: true,
      type,
      name: 'Laboratoriet SÄS',
    });
    expect(status).toBe(201);
    expect((await directory()).units.filter(({ name }) => name === 'Laboratoriet SÄS').length).toBe(1);
  });

  it('tells of people, and of nobody with protected identity', async () => {
    const registry = await reference.as('registry');
    await makePatient(registry, '200001252386');
    const security = [
      { system: 'http://hl7.se/fhir/ig/base/CodeSystem/SecurityLabelCS', code: 'sekretessmarkering' },
    ];
    await registry.post('Patient', {
      resourceType: 'Patient',
      meta: { security },
      identifier: [{ system: 'http://electronichealth.se/identifier/personnummer', value: '200002042391' }],
      name: [{ family: 'Hemlig', given: ['Hilda'] }],
    });
    expect((await directory()).people).toEqual([expect.objectContaining({ userName: '200001252386' })]);
  });
});

describe('the saved state', () => {
  it('is gone back to, whatever was written since', async () => {
    const registry = await reference.as('registry');
    expect(await post('/saved-state/restore')).toBe(409);
    expect(await post('/saved-state')).toBe(204);
    const before = (await directory()).people.length;
    await makePatient(registry, '200003052381');
    expect((await directory()).people.length).toBe(before + 1);
    expect(await post('/saved-state/restore')).toBe(204);
    expect((await directory()).people.length).toBe(before);
    await makePatient(registry, '200003052381');
    expect((await directory()).people.length).toBe(before + 1);
  });

  it('is not touched by what a page of another site can send', async () => {
    expect(await post('/saved-state', 'text/plain')).toBe(415);
    expect(await post('/saved-state/restore', 'text/plain')).toBe(415);
  });
});
