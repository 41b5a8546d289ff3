import type {
  Appointment,
  DocumentReference,
  MedicationAdministration,
  MedicationRequest,
  Observation,
} from '@medplum/fhirtypes';
import { concept } from '../../fhir/concepts.ts';
import { doseOf } from '../../fhir/medication.ts';
import { bloodPressurePanel } from '../../fhir/vital-signs.ts';
import { HOME_CARE, marksOf, type Stamp } from './marks.ts';

/** What is written at home, as FHIR; who did it the server writes, from the sign-in. */

/** mmHg */
export const measurement = (
  patient: string,
  systolic: number,
  diastolic: number,
  stamp: Stamp,
): Observation => ({
  ...bloodPressurePanel(systolic, diastolic),
  ...marksOf(stamp),
  subject: { reference: patient },
  effectiveDateTime: stamp.at,
});

export const fall = (patient: string, account: string, stamp: Stamp): Observation => ({
  resourceType: 'Observation',
  status: 'final',
  ...marksOf(stamp),
  code: concept('fall-at-home', 'Fall i hemmet'),
  subject: { reference: patient },
  effectiveDateTime: stamp.at,
  valueString: account,
});

/** @param photo JPEG, base64 */
export const wound = (
  patient: string,
  account: string,
  photo: string | undefined,
  stamp: Stamp,
): DocumentReference => ({
  resourceType: 'DocumentReference',
  status: 'current',
  ...marksOf(stamp),
  type: concept('wound-at-home', 'Sår i hemmet'),
  subject: { reference: patient },
  date: stamp.at,
  description: account,
  content: [
    {
      attachment:
        photo === undefined
          ? { contentType: 'text/plain; charset=utf-8', data: asBase64(account), creation: stamp.at }
          : { contentType: 'image/jpeg', data: photo, title: account, creation: stamp.at },
    },
  ],
});

/** @param byDelegation whether who gives it does so by somebody's delegation */
export const dose = (
  request: MedicationRequest,
  byDelegation: boolean,
  stamp: Stamp,
): MedicationAdministration => ({
  resourceType: 'MedicationAdministration',
  status: 'completed',
  ...marksOf(stamp),
  medicationCodeableConcept: request.medicationCodeableConcept,
  subject: request.subject,
  request: { reference: `MedicationRequest/${request.id}` },
  effectiveDateTime: stamp.at,
  ...(byDelegation ? { reasonCode: [concept('by-delegation', 'På delegering')] } : {}),
  dosage: { dose: doseOf(request), route: request.dosageInstruction?.[0]?.route },
});

/** The visit as done; the id tells the device its own change from somebody else's. */
export const visited = (visit: Appointment, { id }: Stamp): Appointment => ({
  ...visit,
  status: 'fulfilled',
  identifier: [...(visit.identifier ?? []), { system: HOME_CARE, value: id }],
});

const asBase64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
