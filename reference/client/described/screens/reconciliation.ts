import { SYSTEMS } from '../../../../domain/codes/systems.ts';
import type { FormDescription, ScreenDescription, Words } from '../description.ts';

/** What becomes of a drug that the patient takes at home. */
const decide = (name: Words, status: string): FormDescription => ({
  name,
  submit: { sv: 'Spara bedömningen', en: 'Save the decision' },
  act: 'decide on home drugs',
  fields: [{ name: 'chosen', label: { sv: 'Hemläkemedel', en: 'Drug taken at home' }, kind: 'record' }],
  changes: { status },
});

/** What the patient takes at home, and what becomes of it in hospital. */
export const reconciliation: ScreenDescription = {
  tab: {
    path: 'reconciliation',
    name: { sv: 'Avstämning', en: 'Reconciliation' },
    lists: [
      {
        name: { sv: 'Hemläkemedel', en: 'Drugs taken at home' },
        of: 'MedicationStatement?patient={patient}&_sort=-_lastUpdated',
        columns: [
          { heading: { sv: 'Nummer', en: 'Number' }, way: 'id', as: 'number' },
          { heading: { sv: 'Läkemedel', en: 'Drug' }, way: 'medicationCodeableConcept.text' },
          {
            heading: { sv: 'Bedömning', en: 'Decision' },
            way: 'status',
            as: {
              unknown: { sv: 'Inte bedömt', en: 'Undecided' },
              active: { sv: 'Behålls', en: 'Kept' },
              'on-hold': { sv: 'Pausat', en: 'Paused' },
              stopped: { sv: 'Utsatt', en: 'Stopped' },
            },
          },
          { heading: { sv: 'Uppgett', en: 'Told' }, way: 'dateAsserted', as: 'moment' },
        ],
      },
      {
        name: { sv: 'Signerade avstämningar', en: 'Reconciliations signed' },
        of: `Task?patient={patient}&code=${SYSTEMS.genrep}|medication-reconciliation&_sort=-authored-on`,
        columns: [
          { heading: { sv: 'Nummer', en: 'Number' }, way: 'id', as: 'number' },
          { heading: { sv: 'Av', en: 'By' }, way: 'requester.display' },
          { heading: { sv: 'Signerad', en: 'Signed' }, way: 'authoredOn', as: 'moment' },
        ],
      },
    ],
    forms: [
      {
        name: { sv: 'Anteckna hemläkemedel', en: 'List a drug taken at home' },
        submit: { sv: 'Spara hemläkemedlet', en: 'Save the drug' },
        act: 'list home drugs',
        fields: [
          { name: 'drug', label: { sv: 'Läkemedel', en: 'Drug' }, kind: 'line' },
          { name: 'atc', label: { sv: 'ATC-kod', en: 'ATC code' }, kind: 'line' },
        ],
        makes: [
          {
            resourceType: 'MedicationStatement',
            status: 'unknown',
            medicationCodeableConcept: {
              coding: [{ system: SYSTEMS.atc, code: '{atc}', display: '{drug}' }],
              text: '{drug}',
            },
            subject: { reference: '{patient}' },
            context: '{encounter}',
            dateAsserted: '{now}',
            informationSource: { reference: '{patient}' },
          },
        ],
      },
      decide({ sv: 'Behåll hemläkemedel', en: 'Keep a drug' }, 'active'),
      decide({ sv: 'Pausa hemläkemedel', en: 'Pause a drug' }, 'on-hold'),
      decide({ sv: 'Sätt ut hemläkemedel', en: 'Stop a drug' }, 'stopped'),
      {
        name: { sv: 'Signera läkemedelsavstämningen', en: 'Sign the reconciliation' },
        submit: { sv: 'Signera avstämningen', en: 'Sign' },
        act: 'sign reconciliations',
        fields: [],
        makes: [
          {
            resourceType: 'Task',
            status: 'completed',
            intent: 'order',
            code: {
              coding: [{ system: SYSTEMS.genrep, code: 'medication-reconciliation' }],
              text: 'Läkemedelsavstämning',
            },
            for: { reference: '{patient}' },
            encounter: '{encounter}',
            authoredOn: '{now}',
          },
        ],
      },
    ],
  },
};
