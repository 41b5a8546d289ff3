import { SYSTEMS } from '../../../../domain/codes/systems.ts';
import type { ScreenDescription } from '../description.ts';

/** LOINC, body weight (HL7 FHIR Vital Signs). */
const BODY_WEIGHT = '29463-7';

/** What the patient weighs, by which doses are reckoned. */
export const weights: ScreenDescription = {
  tab: {
    path: 'weight',
    name: { sv: 'Vikt', en: 'Weight' },
    lists: [
      {
        name: { sv: 'Vikter', en: 'Weights' },
        of: `Observation?patient={patient}&code=${SYSTEMS.loinc}|${BODY_WEIGHT}&_sort=-date`,
        columns: [
          { heading: { sv: 'Nummer', en: 'Number' }, way: 'id', as: 'number' },
          { heading: { sv: 'Vikt', en: 'Weight' }, way: 'valueQuantity.value' },
          { heading: { sv: 'Enhet', en: 'Unit' }, way: 'valueQuantity.code' },
          { heading: { sv: 'Vägd', en: 'Weighed' }, way: 'effectiveDateTime', as: 'moment' },
        ],
      },
    ],
    forms: [
      {
        name: { sv: 'Väg patienten', en: 'Weigh the patient' },
        submit: { sv: 'Spara vikten', en: 'Save the weight' },
        act: 'record measurements',
        fields: [{ name: 'kilograms', label: { sv: 'Vikt i kg', en: 'Weight in kg' }, kind: 'number' }],
        makes: [
          {
            resourceType: 'Observation',
            status: 'final',
            category: [{ coding: [{ system: SYSTEMS.observationCategory, code: 'vital-signs' }] }],
            code: {
              coding: [{ system: SYSTEMS.loinc, code: BODY_WEIGHT, display: 'Kroppsvikt' }],
              text: 'Kroppsvikt',
            },
            subject: { reference: '{patient}' },
            encounter: '{encounter}',
            effectiveDateTime: '{now}',
            valueQuantity: { value: '{kilograms}', unit: 'kg', system: SYSTEMS.ucum, code: 'kg' },
          },
        ],
      },
    ],
  },
};
