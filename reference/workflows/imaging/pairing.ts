import type { Patient, Reference, ServiceRequest } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import type { SwitchableFaults } from '../../faults/fault.ts';
import type { Archived } from '../../imaging/archived.ts';
import type { Store } from '../../workflow.ts';

/** What a study belongs to, or why it belongs to nothing that is known. */
export type Pairing =
  | { readonly order: ServiceRequest & { readonly id: string } }
  | { readonly reason: string; readonly about: Reference<Patient> | undefined };

/** DICOM PS3.3: an accession number of ours is the order's; patient and order must both agree. */
export async function pairingOf(
  { accession, patientId, patientName }: Archived,
  { store, faults }: { readonly store: Store; readonly faults: SwitchableFaults },
): Promise<Pairing> {
  const [order] =
    accession === ''
      ? []
      : await store.search<ServiceRequest & { id: string }>(
          `ServiceRequest?identifier=${SYSTEMS.accession}|${encodeURIComponent(accession)}`,
        );
  if (order === undefined) {
    return {
      reason:
        accession === '' ? 'Bilderna har ingen beställning.' : `Ingen beställning har numret ${accession}.`,
      about: await personNumbered(patientId, store),
    };
  }
  const patient = await store.read<Patient>(order.subject.reference ?? '');
  const isTheirs = patient?.identifier?.some(({ value }) => value === patientId) === true;
  if (isTheirs || faults.strikes('study-patient-ignored', {}) !== undefined) return { order };
  return {
    reason: `Bilderna är tagna på ${patientName.replaceAll('^', ', ')} (${patientId}), och beställningen ${accession} gäller en annan patient.`,
    about: order.subject as Reference<Patient>,
  };
}

async function personNumbered(number: string, store: Store): Promise<Reference<Patient> | undefined> {
  const [patient] =
    number === '' ? [] : await store.search<Patient>(`Patient?identifier=${encodeURIComponent(number)}`);
  return patient === undefined ? undefined : { reference: `Patient/${patient.id}` };
}
