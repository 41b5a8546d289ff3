import type { CodeableConcept, Coding, Patient, ServiceRequest } from '@medplum/fhirtypes';
import { PERSON_NUMBERS } from '../../../domain/codes/hl7v2.ts';
import { TEST_SYSTEMS } from '../../../domain/codes/laboratory-tests.ts';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import type { LaboratoryOrder } from '../../laboratory/hl7/order.ts';
import type { PatientNumber, ToldPatient } from '../../laboratory/hl7/patient.ts';
import type { ToldTest } from '../../laboratory/hl7/told-test.ts';
import { hasCode } from '../concept.ts';
import { isProtected, shielded } from '../identity-shielding.ts';

/** SNOMED CT: laboratory procedure. */
const LABORATORY_PROCEDURE = '108252007';

export const isSignedLaboratoryOrder = (order: ServiceRequest): boolean =>
  order.status === 'active' &&
  order.intent === 'order' &&
  (order.category ?? []).some((category) => hasCode(category, SYSTEMS.snomed, LABORATORY_PROCEDURE));

const SYSTEMS_KNOWN: ReadonlySet<string | undefined> = new Set(Object.values(TEST_SYSTEMS));

/** How a test is coded in the systems that the laboratory knows. */
export const testCodingIn = (code: CodeableConcept | undefined): Coding | undefined =>
  code?.coding?.find(({ system }) => SYSTEMS_KNOWN.has(system));

/** System, code and name of the test ordered. */
export function testOf({ code }: ServiceRequest): ToldTest {
  const coding = testCodingIn(code) ?? code?.coding?.[0];
  return {
    system: coding?.system ?? '',
    code: coding?.code ?? '',
    display: coding?.display ?? code?.text ?? '',
  };
}

/** The number by which the laboratory knows the patient: of a person's numbers the first by kind, not by place. */
function patientNumberOf({ identifier = [] }: Patient): PatientNumber {
  const known = PERSON_NUMBERS.map((system) => identifier.find((each) => each.system === system)).find(
    Boolean,
  );
  const { system = '', value = '' } = known ?? identifier[0] ?? {};
  return { system: known === undefined ? '' : system, value };
}

function nameOf(patient: Patient): ToldPatient['name'] {
  const [name] = (isProtected(patient) ? shielded(patient) : patient).name ?? [];
  const { family, given = [], text } = name ?? {};
  return family === undefined
    ? { family: text ?? (given.join(' ') || UNKNOWN), given: '' }
    : { family, given: given.join(' ') };
}

/** A receiver asks for a name, even of whom nobody knows. */
const UNKNOWN = 'Okänd';

const SEXES = { female: 'F', male: 'M' } as const;

/** A patient as the laboratory is told of them; a protected name is not. */
export const toldPatient = (patient: Patient): ToldPatient => ({
  number: patientNumberOf(patient),
  name: nameOf(patient),
  birthDate: patient.birthDate ?? '',
  sex: patient.gender === 'female' || patient.gender === 'male' ? SEXES[patient.gender] : 'U',
});

/** A signed order as it is told to the laboratory. */
export const orderMessageOf = (order: ServiceRequest, patient: Patient, at: string): LaboratoryOrder => ({
  number: order.id ?? '',
  patient: toldPatient(patient),
  test: testOf(order),
  orderedAt: order.authoredOn ?? at,
  orderedBy: {
    hsaId: order.requester?.identifier?.value ?? '',
    name: order.requester?.display ?? '',
  },
});
