import type { Observation, ObservationComponent } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import { VITAL_SIGNS, type VitalSigns } from '../../../domain/news2.ts';
import { coded, codeIn } from './concepts.ts';

export type VitalSign = keyof VitalSigns;

/** Panels of measurements, LOINC: vital signs with their components; blood pressure with systolic and diastolic. */
export const PANELS = { vitalSigns: '85353-1', bloodPressure: '85354-9' } as const;
const BLOOD_PRESSURE = { systolic: '8480-6', diastolic: '8462-4' } as const;

const CATEGORY = coded(SYSTEMS.observationCategory, 'vital-signs', 'Vital Signs');

export function vitalSignsPanel(values: VitalSigns): Observation {
  return {
    resourceType: 'Observation',
    status: 'final',
    category: [CATEGORY],
    code: coded(SYSTEMS.loinc, PANELS.vitalSigns, 'Vital signs'),
    effectiveDateTime: new Date().toISOString(),
    component: Object.entries(VITAL_SIGNS).map(([sign, { loinc, sv, unit }]) => ({
      code: coded(SYSTEMS.loinc, loinc, sv),
      ...valueIn(values[sign as VitalSign], unit),
    })),
  };
}

function valueIn(value: VitalSigns[VitalSign], unit: string | null): Partial<ObservationComponent> {
  if (typeof value === 'boolean') return { valueBoolean: value };
  if (typeof value === 'string') return { valueCodeableConcept: { text: value } };
  return { valueQuantity: { value, unit: unit ?? '', system: SYSTEMS.ucum, code: unit ?? '' } };
}

/** mmHg */
export function bloodPressurePanel(systolic: number, diastolic: number): Observation {
  const pressure = (loinc: string, value: number, text: string): ObservationComponent => ({
    code: coded(SYSTEMS.loinc, loinc, text),
    valueQuantity: { value, unit: 'mm[Hg]', system: SYSTEMS.ucum, code: 'mm[Hg]' },
  });
  return {
    resourceType: 'Observation',
    status: 'final',
    category: [CATEGORY],
    code: coded(SYSTEMS.loinc, PANELS.bloodPressure, 'Blood pressure'),
    effectiveDateTime: new Date().toISOString(),
    component: [
      pressure(BLOOD_PRESSURE.systolic, systolic, 'Systoliskt blodtryck'),
      pressure(BLOOD_PRESSURE.diastolic, diastolic, 'Diastoliskt blodtryck'),
    ],
  };
}

const componentOf = (panel: Observation, loinc: string): ObservationComponent | undefined =>
  panel.component?.find(({ code }) => codeIn(SYSTEMS.loinc, code) === loinc);

/** One value of a panel as it is stored, whatever its kind; undefined where there is none. */
export function measured(panel: Observation, sign: VitalSign): number | boolean | string | undefined {
  const component = componentOf(panel, VITAL_SIGNS[sign].loinc);
  return component?.valueQuantity?.value ?? component?.valueBoolean ?? component?.valueCodeableConcept?.text;
}

export const diastolicOf = (panel: Observation): number | undefined =>
  componentOf(panel, BLOOD_PRESSURE.diastolic)?.valueQuantity?.value;

export const isPatientsOwn = ({ performer }: Observation): boolean =>
  (performer ?? []).some(({ reference }) => reference?.startsWith('Patient/'));
