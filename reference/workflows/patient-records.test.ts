import type { Patient } from '@medplum/fhirtypes';
import { expect, test } from 'vitest';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { noFaults } from '../faults/faults.ts';
import type { SignedIn, Store } from '../workflow.ts';
import { patientRecords } from './patient-records.ts';

const secretary: SignedIn = { userName: 's', role: 'medical-secretary', display: 'S' };
const person: Patient = {
  resourceType: 'Patient',
  id: '1',
  identifier: [{ system: SYSTEMS.personnummer, value: '191212121212' }],
  name: [{ family: 'Tolvansson', given: ['Tolvan'] }],
};
const write = (interaction: 'create' | 'update', resource: Patient, by = secretary) =>
  patientRecords(noFaults()).beforeWrite?.({ interaction, resource, previous: person, by }, {} as Store);

test('a secretary joins records, and changes nothing else of a person', async () => {
  const joined: Patient = {
    ...person,
    active: false,
    link: [{ other: { reference: 'Patient/2' }, type: 'replaces' }],
  };
  expect(await write('update', joined)).toBe(joined);
  await expect(write('update', { ...joined, name: [{ text: 'En annan' }] })).rejects.toThrow(
    'Folkbokföringens',
  );
});

test('a secretary registers the unknown by a reserve number, and nobody else', async () => {
  const unknown: Patient = {
    resourceType: 'Patient',
    identifier: [{ system: SYSTEMS.nationalReserveNumber, value: '98240301AA06' }],
  };
  expect(await write('create', unknown)).toBe(unknown);
  await expect(write('create', person)).rejects.toThrow('reservnummer');
  await expect(write('create', { resourceType: 'Patient' })).rejects.toThrow('reservnummer');
});

test('the register does as it will', async () => {
  const registry: SignedIn = { userName: 'r', role: 'registry', display: 'R' };
  expect(await write('create', person, registry)).toBe(person);
});

test('a physician tells of a death, and of nothing else', async () => {
  const physician: SignedIn = { userName: 'l', role: 'physician', display: 'L' };
  const dead: Patient = { ...person, deceasedDateTime: '2026-11-30T04:00:00Z' };
  expect(await write('update', dead, physician)).toBe(dead);
  const inOtherOrder: Patient = { ...dead, name: [{ given: ['Tolvan'], family: 'Tolvansson' }] };
  expect(await write('update', inOtherOrder, physician)).toBe(inOtherOrder);
  await expect(write('update', person, physician)).rejects.toThrow('Folkbokföringens');
  await expect(write('update', { ...dead, active: false }, physician)).rejects.toThrow('Folkbokföringens');
  await expect(write('update', dead)).rejects.toThrow('Folkbokföringens');
});
