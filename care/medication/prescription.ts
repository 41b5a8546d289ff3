import type { Dosage, MedicationRequest, Quantity } from '@medplum/fhirtypes';
import { type Drug, type Schedule, scheduleOf, scheduleText } from '../../domain/codes/drugs.ts';
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
    text: instruction(dose, first?.route?.text, scheduleIn(request)),
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

/** How often a prescription says that the drug is given; undefined where it does not. */
export function scheduleIn(request: MedicationRequest | undefined): Schedule | undefined {
  const [first] = request?.dosageInstruction ?? [];
  const { frequency, period = 1, periodUnit } = first?.timing?.repeat ?? {};
  if (frequency === undefined || period !== 1 || (periodUnit !== 'd' && periodUnit !== 'wk'))
    return undefined;
  const asNeeded = first?.asNeededBoolean === true || first?.asNeededCodeableConcept !== undefined;
  return { frequency, periodUnit, asNeeded };
}

function dosageOf(drug: Drug): Dosage {
  const { dose, unit, route, asNeededFor } = drug;
  const amount = quantity(dose, unit);
  const schedule = scheduleOf(drug);
  return {
    text: instruction(amount, route, schedule),
    route: { text: route },
    timing: { repeat: { frequency: schedule.frequency, period: 1, periodUnit: schedule.periodUnit } },
    ...(asNeededFor === undefined ? {} : { asNeededCodeableConcept: { text: asNeededFor } }),
    doseAndRate: [{ doseQuantity: amount }],
  };
}

/** '2 g intravenöst 3 gånger per dygn' */
const instruction = (dose: Quantity, route = '', schedule: Schedule | undefined): string =>
  [quantityText(dose), route, schedule === undefined ? '' : scheduleText(schedule)]
    .filter((part) => part !== '')
    .join(' ');
