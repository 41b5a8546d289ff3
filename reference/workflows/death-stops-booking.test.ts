import type { Appointment, Patient } from '@medplum/fhirtypes';
import { expect, test } from 'vitest';
import { parseFaults } from '../faults/faults.ts';
import type { SignedIn, Store } from '../workflow.ts';
import { deathStopsBooking } from './death-stops-booking.ts';

const by: SignedIn = { userName: 'l', role: 'physician', display: 'L' };
const alive: Patient = { resourceType: 'Patient', id: '1' };
const dead: Patient = { ...alive, deceasedDateTime: '2026-11-30T04:00:00Z' };
const booked: Appointment = {
  resourceType: 'Appointment',
  status: 'booked',
  participant: [{ actor: { reference: 'Patient/1' }, status: 'accepted' }],
};

const book = (patient: Patient, resource: Appointment, faults: readonly string[] = []) =>
  deathStopsBooking(parseFaults(faults)).beforeWrite?.({ interaction: 'create', resource, by }, {
    read: async () => patient,
  } as unknown as Store);

test('the living are booked, the dead are not, and what is cancelled may be', async () => {
  expect(await book(alive, booked)).toBe(booked);
  await expect(book(dead, booked)).rejects.toThrow('avliden');
  const cancelled: Appointment = { ...booked, status: 'cancelled' };
  expect(await book(dead, cancelled)).toBe(cancelled);
  expect(await book(dead, booked, ['dead-are-booked'])).toBe(booked);
});
