import type { MedicationAdministration, MedicationRequest, Quantity } from '@medplum/fhirtypes';
import { type Drug, type Schedule, scheduleOf, scheduleText } from '../../../domain/codes/drugs.ts';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import { coded } from './concepts.ts';
import { referenceTo } from './numbers.ts';

const quantity = (value: number, unit: string): Quantity => ({
  value,
  unit,
  system: SYSTEMS.ucum,
  code: unit,
});

export function prescriptionOf(
  drug: Drug,
  dose: number,
  unit: string,
  schedule: Schedule,
): MedicationRequest {
  return {
    resourceType: 'MedicationRequest',
    status: 'active',
    intent: 'order',
    medicationCodeableConcept: coded(SYSTEMS.atc, drug.atc, drug.word),
    subject: {},
    authoredOn: new Date().toISOString(),
    dosageInstruction: [
      {
        text: `${dose.toLocaleString('sv')} ${unit} ${scheduleText(schedule)}, ${drug.route}`,
        route: { text: drug.route },
        timing: { repeat: { frequency: schedule.frequency, period: 1, periodUnit: schedule.periodUnit } },
        ...(schedule.asNeeded ? { asNeededCodeableConcept: { text: drug.asNeededFor ?? 'behov' } } : {}),
        doseAndRate: [{ doseQuantity: quantity(dose, unit) }],
      },
    ],
  };
}

/** How often a drug can be prescribed to be given: as it usually is, or otherwise. */
export const schedulesFor = (drug: Drug): readonly Schedule[] => [
  scheduleOf(drug),
  ...OTHER_SCHEDULES.filter((other) => scheduleText(other) !== scheduleText(scheduleOf(drug))),
];

const OTHER_SCHEDULES: readonly Schedule[] = [
  { frequency: 1, periodUnit: 'd', asNeeded: false },
  { frequency: 1, periodUnit: 'wk', asNeeded: false },
];

/** How often the drug is to be given; undefined where the prescription does not say. */
export function scheduleIn({ dosageInstruction = [] }: MedicationRequest): string | undefined {
  const [first] = dosageInstruction;
  const { frequency, periodUnit } = first?.timing?.repeat ?? {};
  if (frequency === undefined || (periodUnit !== 'd' && periodUnit !== 'wk')) return undefined;
  return scheduleText({ frequency, periodUnit, asNeeded: first?.asNeededCodeableConcept !== undefined });
}

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
