import type { MedicationAdministration, MedicationRequest, Quantity } from '@medplum/fhirtypes';
import type { Drug } from '../../../domain/codes/drugs.ts';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import { coded } from './concepts.ts';
import { referenceTo } from './numbers.ts';

const quantity = (value: number, unit: string): Quantity => ({
  value,
  unit,
  system: SYSTEMS.ucum,
  code: unit,
});

export function prescriptionOf(drug: Drug, dose: number, unit: string): MedicationRequest {
  return {
    resourceType: 'MedicationRequest',
    status: 'active',
    intent: 'order',
    medicationCodeableConcept: coded(SYSTEMS.atc, drug.atc, drug.word),
    subject: {},
    authoredOn: new Date().toISOString(),
    dosageInstruction: [dosageOf(drug, dose, unit)],
  };
}

const dosageOf = (drug: Drug, dose: number, unit: string) => ({
  text: `${dose.toLocaleString('sv')} ${unit} ${drug.timesPerDay} gånger per dygn, ${drug.route}`,
  route: { text: drug.route },
  timing: { repeat: { frequency: drug.timesPerDay, period: 1, periodUnit: 'd' as const } },
  doseAndRate: [{ doseQuantity: quantity(dose, unit) }],
});

/** The same prescription with another dose. */
export function withDose<T extends MedicationRequest>(request: T, dose: number, unit: string): T {
  const [instruction] = request.dosageInstruction ?? [];
  const rest = instruction?.text?.split(' ').slice(2).join(' ') ?? '';
  return {
    ...request,
    dosageInstruction: [
      {
        ...instruction,
        text: `${dose.toLocaleString('sv')} ${unit} ${rest}`.trim(),
        doseAndRate: [{ doseQuantity: quantity(dose, unit) }],
      },
    ],
  };
}

export const drugOf = (resource: MedicationRequest | MedicationAdministration): string =>
  resource.medicationCodeableConcept?.text ?? resource.medicationCodeableConcept?.coding?.[0]?.display ?? '';

export const doseOf = (request: MedicationRequest): Quantity | undefined =>
  request.dosageInstruction?.[0]?.doseAndRate?.[0]?.doseQuantity;

/** '600 mg', with a decimal comma. */
export const quantityText = (amount: Quantity | undefined): string =>
  amount?.value === undefined
    ? '–'
    : `${amount.value.toLocaleString('sv')} ${amount.unit ?? amount.code ?? ''}`.trim();

/** The dose of a prescription, given now. */
export const administrationOf = (request: MedicationRequest): MedicationAdministration => ({
  resourceType: 'MedicationAdministration',
  status: 'completed',
  medicationCodeableConcept: request.medicationCodeableConcept,
  subject: request.subject,
  request: referenceTo(request),
  effectiveDateTime: new Date().toISOString(),
  dosage: { dose: doseOf(request) },
});
