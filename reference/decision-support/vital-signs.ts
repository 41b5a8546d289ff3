import type { Observation, ObservationComponent } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { VITAL_SIGNS, type VitalSigns } from '../../domain/news2.ts';

/** LOINC: vital signs, weight, height, head circumference, oxygen saturation and BMI panel. */
export const VITAL_SIGNS_PANEL = '85353-1';

export const isVitalSignsPanel = (observation: Observation): boolean =>
  observation.code.coding?.some(
    ({ system, code }) => system === SYSTEMS.loinc && code === VITAL_SIGNS_PANEL,
  ) === true;

const CONSCIOUSNESS = ['A', 'C', 'V', 'P', 'U'] as const;

/** The measurements of a panel, or undefined when one of the seven is missing: then there is no score. */
export function readVitalSigns(panel: Observation): VitalSigns | undefined {
  const componentOf = (name: keyof VitalSigns): ObservationComponent | undefined =>
    panel.component?.find(({ code }) =>
      code.coding?.some(
        (coding) => coding.system === SYSTEMS.loinc && coding.code === VITAL_SIGNS[name].loinc,
      ),
    );
  const quantity = (name: keyof VitalSigns): number | undefined => componentOf(name)?.valueQuantity?.value;

  const respiratoryRate = quantity('respiratoryRate');
  const oxygenSaturation = quantity('oxygenSaturation');
  const systolicPressure = quantity('systolicPressure');
  const heartRate = quantity('heartRate');
  const temperature = quantity('temperature');
  const supplementalOxygen = componentOf('supplementalOxygen')?.valueBoolean;
  const level = componentOf('consciousness')?.valueCodeableConcept?.text;
  const consciousness = CONSCIOUSNESS.find((known) => known === level);
  if (
    respiratoryRate === undefined ||
    oxygenSaturation === undefined ||
    systolicPressure === undefined ||
    heartRate === undefined ||
    temperature === undefined ||
    supplementalOxygen === undefined ||
    consciousness === undefined
  ) {
    return undefined;
  }
  return {
    respiratoryRate,
    oxygenSaturation,
    supplementalOxygen,
    systolicPressure,
    heartRate,
    consciousness,
    temperature,
  };
}
