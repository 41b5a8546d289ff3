import type { Dosage, MedicationRequest, Quantity } from '@medplum/fhirtypes';
import type { Drug } from '../../domain/codes/drugs.ts';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { coded, pointer, quantity, quantityText } from '../../systems/fhir-r4/concepts.ts';
import { encounterOf, type Workstation } from '../../systems/fhir-r4/workstation.ts';

/** A drug as it is prescribed to the patient at the workstation. */
export function prescriptionOf(drug: Drug, at: Workstation): MedicationRequest {
  return {
    resourceType: 'MedicationRequest',
    status: 'active',
    intent: 'order',
    medicationCodeableConcept: coded(SYSTEMS.atc, drug.atc, drug.substance),
    subject: { reference: at.patient },
    encounter: pointer(encounterOf(at)),
    authoredOn: at.now(),
    requester: at.me,
    dosageInstruction: [dosageOf(drug)],
  };
}

/** The same prescription at another dose. */
export function atDose(request: MedicationRequest, dose: Quantity): MedicationRequest {
  const [first, ...others] = request.dosageInstruction ?? [];
  const changed: Dosage = {
    ...first,
    text: instruction(dose, first?.route?.text, first?.timing?.repeat?.frequency),
    doseAndRate: [{ ...first?.doseAndRate?.[0], doseQuantity: dose }],
  };
  return { ...request, dosageInstruction: [changed, ...others] };
}

/** The dose that a prescription tells. */
export const doseOf = (request: MedicationRequest | undefined): Quantity | undefined =>
  request?.dosageInstruction?.[0]?.doseAndRate?.[0]?.doseQuantity;

/** 'cefotaxim 2 g', as it reads in a list. */
export function lineOf(request: MedicationRequest): string {
  const drug = request.medicationCodeableConcept;
  return `${drug?.text ?? drug?.coding?.[0]?.display ?? drug?.coding?.[0]?.code ?? '?'} ${quantityText(doseOf(request))}`;
}

function dosageOf({ dose, unit, route, timesPerDay }: Drug): Dosage {
  const amount = quantity(dose, unit);
  return {
    text: instruction(amount, route, timesPerDay),
    route: { text: route },
    timing: { repeat: { frequency: timesPerDay, period: 1, periodUnit: 'd' } },
    doseAndRate: [{ doseQuantity: amount }],
  };
}

/** '2 g intravenöst 3 gånger per dygn' */
const instruction = (dose: Quantity, route = '', timesPerDay = 1): string =>
  [quantityText(dose), route, `${timesPerDay} ${timesPerDay === 1 ? 'gång' : 'gånger'} per dygn`]
    .filter((part) => part !== '')
    .join(' ');
