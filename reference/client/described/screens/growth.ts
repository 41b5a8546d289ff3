import { SYSTEMS } from '../../../../domain/codes/systems.ts';
import type { FieldDescription, FormDescription, ScreenDescription, Words } from '../description.ts';

/** LOINC, body height (HL7 FHIR Vital Signs). */
const BODY_HEIGHT = '8302-2';

const heightForm = (name: Words, when: string, fields: readonly FieldDescription[]): FormDescription => ({
  name,
  submit: { sv: 'Spara längden', en: 'Save the height' },
  act: 'record measurements',
  at: ['school-health', 'new-school', 'primary-care'],
  fields: [
    { name: 'centimetres', label: { sv: 'Längd i cm', en: 'Height in cm' }, kind: 'number' },
    ...fields,
  ],
  makes: [
    {
      resourceType: 'Observation',
      status: 'final',
      category: [{ coding: [{ system: SYSTEMS.observationCategory, code: 'vital-signs' }] }],
      code: {
        coding: [{ system: SYSTEMS.loinc, code: BODY_HEIGHT, display: 'Kroppslängd' }],
        text: 'Kroppslängd',
      },
      subject: { reference: '{patient}' },
      effectiveDateTime: when,
      valueQuantity: { value: '{centimetres}', unit: 'cm', system: SYSTEMS.ucum, code: 'cm' },
    },
  ],
});

/** How tall the pupil is, on the curve, and who has left it. */
export const growth: ScreenDescription = {
  tab: {
    path: 'growth',
    name: { sv: 'Tillväxt', en: 'Growth' },
    picture: 'height',
    lists: [
      {
        name: { sv: 'Längder', en: 'Heights' },
        of: `Observation?patient={patient}&code=${SYSTEMS.loinc}|${BODY_HEIGHT}&_sort=-date`,
        columns: [
          { heading: { sv: 'Nummer', en: 'Number' }, way: 'id', as: 'number' },
          { heading: { sv: 'Längd', en: 'Height' }, way: 'valueQuantity.value' },
          { heading: { sv: 'Enhet', en: 'Unit' }, way: 'valueQuantity.code' },
          { heading: { sv: 'Mätt', en: 'Measured' }, way: 'effectiveDateTime', as: 'moment' },
        ],
      },
    ],
    forms: [
      heightForm({ sv: 'Mät eleven', en: 'Measure the pupil' }, '{now}', []),
      heightForm({ sv: 'För in en tidigare längd', en: 'Enter an earlier height' }, '{day}', [
        { name: 'day', label: { sv: 'Mätt', en: 'Measured' }, kind: 'day' },
      ]),
    ],
  },
  queues: [
    {
      path: 'growth',
      name: { sv: 'Tillväxt att bedöma', en: 'Growth to assess' },
      help: {
        sv: 'Elever vars längd har flyttat sig minst en standardavvikelse på kurvan.',
        en: 'Pupils whose height has moved a standard deviation or more on the curve.',
      },
      roles: ['physician', 'nurse'],
      at: ['school-health', 'new-school'],
      list: {
        name: { sv: 'Tillväxt att bedöma', en: 'Growth to assess' },
        of: `Task?owner={unit}&code=${SYSTEMS.genrep}|growth-deviation&_sort=-authored-on`,
        columns: [
          { heading: { sv: 'Längd', en: 'Height' }, way: 'focus', as: 'number' },
          { heading: { sv: 'Avvikelse', en: 'Deviation' }, way: 'description' },
          { heading: { sv: 'Funnen', en: 'Found' }, way: 'authoredOn', as: 'moment' },
        ],
      },
    },
  ],
};
