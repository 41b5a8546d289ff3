import type { CodeableConcept, Coding, Patient, ServiceRequest } from '@medplum/fhirtypes';
import { TEST_SYSTEMS } from '../../../domain/codes/laboratory-tests.ts';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import type { LaboratoryOrder } from '../../laboratory/hl7/order.ts';
import { hasCode } from '../concept.ts';
import { isProtected, shielded } from '../identity-shielding.ts';

/** SNOMED CT: laboratory procedure. */
const LABORATORY_PROCEDURE = '108252007';

export const isSignedLaboratoryOrder = (order: ServiceRequest): boolean =>
  order.status === 'active' &&
  order.intent === 'order' &&
  (order.category ?? []).some((category) => hasCode(category, SYSTEMS.snomed, LABORATORY_PROCEDURE));

/** How a test is coded in the systems that the laboratory knows. */
export const testCodingIn = (code: CodeableConcept | undefined): Coding | undefined =>
  code?.coding?.find(({ system }) => system !== undefined && TEST_SYSTEMS.includes(system));

/** Code and name of the test ordered. */
export function testOf({ code }: ServiceRequest): LaboratoryOrder['test'] {
  const coding = testCodingIn(code) ?? code?.coding?.[0];
  return { code: coding?.code ?? '', display: coding?.display ?? code?.text ?? '' };
}

/** The number by which the laboratory knows the patient. */
export const patientNumberOf = (patient: Patient): string => patient.identifier?.[0]?.value ?? '';

function nameOf(patient: Patient): string {
  const [name] = (isProtected(patient) ? shielded(patient) : patient).name ?? [];
  return name?.text ?? [...(name?.given ?? []), name?.family].filter((part) => part !== undefined).join(' ');
}

const SEXES = { female: 'F', male: 'M' } as const;

/** A signed order as it is told to the laboratory; a protected name is not. */
export function orderMessageOf(order: ServiceRequest, patient: Patient, at: string): LaboratoryOrder {
  return {
    number: order.id ?? '',
    patient: {
      identifier: patientNumberOf(patient),
      name: nameOf(patient),
      birthDate: patient.birthDate ?? '',
      sex: patient.gender === 'female' || patient.gender === 'male' ? SEXES[patient.gender] : 'U',
    },
    test: testOf(order),
    orderedAt: order.authoredOn ?? at,
    orderedBy: {
      hsaId: order.requester?.identifier?.value ?? '',
      name: order.requester?.display ?? '',
    },
  };
}
