import { SYSTEMS } from '../../../../domain/codes/systems.ts';
import type { FormDescription, ListDescription, ScreenDescription } from '../description.ts';

const COMMUNITY = `category=${SYSTEMS.prescriptionCategory}|community`;

const NAME = { sv: 'Nationella läkemedelslistan', en: 'National medication list' } as const;

const COLUMNS: ListDescription['columns'] = [
  { heading: { sv: 'Nummer', en: 'Number' }, way: 'id', as: 'number' },
  { heading: { sv: 'Läkemedel', en: 'Drug' }, way: 'medicationCodeableConcept.text' },
  { heading: { sv: 'Dosering', en: 'Dosage' }, way: 'dosageInstruction.text' },
  { heading: { sv: 'Ordinationsorsak', en: 'Reason' }, way: 'reasonCode.text' },
  { heading: { sv: 'Förskrivare', en: 'Prescriber' }, way: 'requester.display' },
  { heading: { sv: 'Utfärdat', en: 'Issued' }, way: 'authoredOn', as: 'moment' },
  {
    heading: { sv: 'Status', en: 'Status' },
    way: 'status',
    as: {
      active: { sv: 'Giltigt', en: 'Valid' },
      cancelled: { sv: 'Makulerat', en: 'Withdrawn' },
    },
  },
];

const CHOSEN = { name: 'chosen', label: { sv: 'Recept', en: 'Prescription' }, kind: 'record' } as const;

const ISSUE: FormDescription = {
  name: { sv: 'Skriv recept', en: 'Issue a prescription' },
  submit: { sv: 'Signera receptet', en: 'Sign the prescription' },
  act: 'prescribe drugs',
  fields: [
    { name: 'drug', label: { sv: 'Läkemedel', en: 'Drug' }, kind: 'line' },
    { name: 'atc', label: { sv: 'ATC-kod', en: 'ATC code' }, kind: 'line' },
    { name: 'dosage', label: { sv: 'Dosering', en: 'Dosage' }, kind: 'line' },
    { name: 'reason', label: { sv: 'Ordinationsorsak', en: 'Reason' }, kind: 'line' },
  ],
  makes: [
    {
      resourceType: 'MedicationRequest',
      status: 'active',
      intent: 'order',
      category: [{ coding: [{ system: SYSTEMS.prescriptionCategory, code: 'community' }], text: 'Recept' }],
      medicationCodeableConcept: {
        coding: [{ system: SYSTEMS.atc, code: '{atc}', display: '{drug}' }],
        text: '{drug}',
      },
      subject: { reference: '{patient}' },
      authoredOn: '{now}',
      reasonCode: [{ text: '{reason}' }],
      dosageInstruction: [{ text: '{dosage}' }],
    },
  ],
};

const WITHDRAW: FormDescription = {
  name: { sv: 'Makulera recept', en: 'Withdraw a prescription' },
  submit: { sv: 'Makulera', en: 'Withdraw' },
  act: 'prescribe drugs',
  fields: [CHOSEN],
  changes: { status: 'cancelled', statusReason: { text: 'Makulerat av förskrivare' } },
};

const DISPENSE: FormDescription = {
  name: { sv: 'Expediera recept', en: 'Dispense a prescription' },
  submit: { sv: 'Expediera', en: 'Dispense' },
  act: 'dispense prescriptions',
  fields: [CHOSEN],
  makes: [
    {
      resourceType: 'MedicationDispense',
      status: 'completed',
      medicationCodeableConcept: '{record.medicationCodeableConcept}',
      subject: { reference: '{patient}' },
      authorizingPrescription: [{ reference: '{chosen}' }],
      whenHandedOver: '{now}',
    },
  ],
};

/** The patient's prescriptions on one list for all caregivers and pharmacies, and what was dispensed. */
export const eprescriptions: ScreenDescription = {
  tab: {
    path: 'prescriptions',
    name: { sv: 'Recept', en: 'Prescriptions' },
    lists: [
      {
        name: NAME,
        of: `MedicationRequest?patient={patient}&${COMMUNITY}&_sort=-authoredon`,
        columns: COLUMNS,
      },
      {
        name: { sv: 'Uttag', en: 'Dispensed' },
        of: 'MedicationDispense?patient={patient}&_sort=-whenhandedover',
        columns: [
          { heading: { sv: 'Nummer', en: 'Number' }, way: 'id', as: 'number' },
          { heading: { sv: 'Läkemedel', en: 'Drug' }, way: 'medicationCodeableConcept.text' },
          { heading: { sv: 'Uttaget', en: 'Handed over' }, way: 'whenHandedOver', as: 'moment' },
          {
            heading: { sv: 'Status', en: 'Status' },
            way: 'status',
            as: { completed: { sv: 'Expedierat', en: 'Dispensed' } },
          },
        ],
      },
    ],
    forms: [ISSUE, WITHDRAW],
  },
  queues: [
    {
      path: 'national-list',
      name: NAME,
      help: {
        sv: 'Recept att expediera, också de makulerade, nyast först.',
        en: 'Prescriptions to dispense, the withdrawn too, newest first.',
      },
      roles: ['pharmacist'],
      at: ['community-pharmacy'],
      list: { name: NAME, of: `MedicationRequest?${COMMUNITY}&_sort=-authoredon`, columns: COLUMNS },
      forms: [DISPENSE],
    },
  ],
};
