import type { Appointment, Patient } from '@medplum/fhirtypes';
import type { Faults } from '../faults/fault.ts';
import { type ReferenceWorkflow, Refusal } from '../workflow.ts';

/** What somebody may still act on. */
const STANDING: readonly Appointment['status'][] = ['proposed', 'pending', 'booked', 'arrived', 'waitlist'];

const isDead = ({ deceasedDateTime, deceasedBoolean }: Patient): boolean =>
  deceasedDateTime !== undefined || deceasedBoolean === true;

const patientOf = ({ participant }: Appointment): string | undefined =>
  participant.map(({ actor }) => actor?.reference).find((reference) => reference?.startsWith('Patient/'));

/** Nobody books whoever has died. */
export const deathStopsBooking = (faults: Faults): ReferenceWorkflow => ({
  name: 'death-stops-booking',
  async beforeWrite({ resource }, store) {
    if (resource.resourceType !== 'Appointment' || !STANDING.includes(resource.status)) return resource;
    const reference = patientOf(resource);
    const patient = reference === undefined ? undefined : await store.read<Patient>(reference);
    if (patient === undefined || !isDead(patient)) return resource;
    if (faults.strikes('dead-are-booked', {}) !== undefined) return resource;
    throw new Refusal(422, 'Patienten är avliden. Ingen tid bokas och ingen kallelse skickas.');
  },
});
