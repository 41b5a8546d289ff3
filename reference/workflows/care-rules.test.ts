import type { MedicationDispense, MedicationRequest, Procedure, Resource, Task } from '@medplum/fhirtypes';
import { beforeAll, expect, test } from 'vitest';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { parseFaults } from '../faults/faults.ts';
import { loadCatalogue } from '../fhir/catalogue.ts';
import type { SignedIn, Store } from '../workflow.ts';
import { careRules } from './care-rules.ts';

beforeAll(async () => void (await loadCatalogue()));

const nurse: SignedIn = { userName: 'n', role: 'nurse', display: 'N' };
const identifier = [{ system: SYSTEMS.bloodUnit, value: 'PROV-1' }];
const transfusion: Procedure = {
  resourceType: 'Procedure',
  status: 'in-progress',
  code: { coding: [{ system: SYSTEMS.genrep, code: 'transfusion' }] },
  subject: { reference: 'Patient/1' },
  identifier,
};
const check = (who: string): Task => ({
  resourceType: 'Task',
  status: 'completed',
  intent: 'order',
  requester: { identifier: { value: who } },
});

/** A store that finds these where it is asked for blood units and for checks. */
function storeWith(units: number, checks: readonly Task[]) {
  const asked: string[] = [];
  const search = async (query: string) => {
    asked.push(query);
    return query.includes('|blood-unit') ? Array(units).fill(check('lab')) : checks;
  };
  return { asked, store: { search } as unknown as Store };
}

const tried = (store: Store, faults = '', resource: Resource = transfusion) =>
  careRules(parseFaults(faults === '' ? [] : [faults]))
    .find(({ name }) => name === 'transfusion-check')
    ?.beforeWrite?.({ interaction: 'create', resource, by: nurse }, store);

test('blood is given when it is the patient’s, and two people have checked it', async () => {
  const { store, asked } = storeWith(1, [check('a'), check('b')]);
  expect(await tried(store)).toBe(transfusion);
  expect(asked[0]).toContain(
    `patient=Patient%2F1&identifier=${encodeURIComponent(SYSTEMS.bloodUnit)}|PROV-1`,
  );
});

test('another’s blood, and blood that one person has checked twice, is refused in words', async () => {
  await expect(tried(storeWith(0, [check('a'), check('b')]).store)).rejects.toThrow('inte utlämnad');
  await expect(tried(storeWith(1, [check('a'), check('a')]).store)).rejects.toThrow('två personer');
  await expect(
    tried(storeWith(1, [check('a'), check('b')]).store, '', { ...transfusion, identifier: [] }),
  ).rejects.toThrow('inte utlämnad');
});

test('a fault named after a need lets pass what lacks it', async () => {
  expect(await tried(storeWith(1, [check('a')]).store, 'second-check-ignored')).toBe(transfusion);
});

test('what is given once a week is not prescribed for every day', async () => {
  const rule = careRules(parseFaults([])).find(({ name }) => name === 'weekly-dosing');
  const every = (periodUnit: 'd' | 'wk', atc = 'L04AX03'): MedicationRequest => ({
    resourceType: 'MedicationRequest',
    status: 'active',
    intent: 'order',
    subject: { reference: 'Patient/1' },
    medicationCodeableConcept: { coding: [{ system: SYSTEMS.atc, code: atc }] },
    dosageInstruction: [{ timing: { repeat: { frequency: 1, period: 1, periodUnit } } }],
  });
  const write = async (resource: MedicationRequest) =>
    rule?.beforeWrite?.({ interaction: 'create', resource, by: nurse }, {} as Store);
  expect(await write(every('wk'))).toMatchObject({ status: 'active' });
  expect(await write(every('d', 'C03CA01'))).toMatchObject({ status: 'active' });
  await expect(write(every('d'))).rejects.toThrow('en gång i veckan');
});

const ruleCalled = (called: string, faults: readonly string[] = []) =>
  careRules(parseFaults(faults)).find(({ name }) => name === called);

const statement = (code: string, rows: Readonly<Record<string, string>>, by = 'a'): Task => ({
  resourceType: 'Task',
  status: 'requested',
  intent: 'order',
  code: { coding: [{ system: SYSTEMS.genrep, code }] },
  for: { reference: 'Patient/1' },
  requester: { identifier: { value: by } },
  input: Object.entries(rows).map(([text, valueString]) => ({ type: { text }, valueString })),
});

const NOTIFICATION = { Sjukdom: 'EHEC', Smittväg: 'Mat', Smittland: 'Sverige', Åtgärder: 'Hygienråd' };

test('a statement that lacks rows is refused with those it lacks, and an empty row is no row', async () => {
  const write = async (rows: Readonly<Record<string, string>>, faults: readonly string[] = []) =>
    ruleCalled('infection-notification', faults)?.beforeWrite?.(
      { interaction: 'create', resource: statement('infection-notification', rows), by: nurse },
      {} as Store,
    );
  expect(await write(NOTIFICATION)).toMatchObject({ status: 'requested' });
  await expect(write({ ...NOTIFICATION, Smittväg: ' ' })).rejects.toThrow('saknas: smittväg.');
  await expect(write({ Sjukdom: 'EHEC' })).rejects.toThrow('smittväg, smittland, åtgärder');
  expect(await write({ Sjukdom: 'EHEC' }, ['notification-rows-ignored'])).toMatchObject({
    status: 'requested',
  });
});

test('compulsory admission takes a certificate, and that of another physician', async () => {
  const decide = async (certificates: readonly Task[]) =>
    ruleCalled('compulsory-admission')?.beforeWrite?.(
      { interaction: 'create', resource: statement('compulsory-admission', {}, 'b'), by: nurse },
      { search: async () => certificates } as unknown as Store,
    );
  const by = (who: string) => statement('care-certificate', {}, who);
  expect(await decide([by('a')])).toMatchObject({ status: 'requested' });
  expect(await decide([by('b'), by('a')])).toMatchObject({ status: 'requested' });
  await expect(decide([])).rejects.toThrow('kräver ett vårdintyg');
  await expect(decide([by('b')])).rejects.toThrow('en annan läkare');
});

test('what is looked for by the id of a reference is asked for by that', async () => {
  const asked: string[] = [];
  const dispense = async (found: readonly Resource[], of?: string) => {
    const search = async (query: string) => {
      asked.push(query);
      return found;
    };
    const resource: MedicationDispense = {
      resourceType: 'MedicationDispense',
      status: 'completed',
      ...(of === undefined ? {} : { authorizingPrescription: [{ reference: of }] }),
    };
    return ruleCalled('national-medication-list')?.beforeWrite?.(
      { interaction: 'create', resource, by: nurse },
      { search } as unknown as Store,
    );
  };
  const valid = [{ resourceType: 'MedicationRequest', id: '17' } as Resource];
  expect(await dispense(valid, 'MedicationRequest/17')).toMatchObject({ status: 'completed' });
  expect(asked).toEqual(['MedicationRequest?_id=17&status=active']);
  await expect(dispense([], 'MedicationRequest/17')).rejects.toThrow('makulerat');
  await expect(dispense(valid)).rejects.toThrow('makulerat');
});

test('what the rule is not about is nothing to it', async () => {
  const other: Procedure = { ...transfusion, code: { text: 'Höftprotes' } };
  expect(await tried(storeWith(0, []).store, '', other)).toBe(other);
});
