import type { MedicationRequest, Procedure, Resource, Task } from '@medplum/fhirtypes';
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

test('what the rule is not about is nothing to it', async () => {
  const other: Procedure = { ...transfusion, code: { text: 'Höftprotes' } };
  expect(await tried(storeWith(0, []).store, '', other)).toBe(other);
});
