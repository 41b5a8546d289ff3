import { SYSTEMS } from '../../../../domain/codes/systems.ts';
import type { FormDescription, ScreenDescription, Words } from '../description.ts';

const GUARDIANS = {
  'Den ena vårdnadshavaren': { sv: 'Den ena vårdnadshavaren', en: 'One guardian' },
  'Den andra vårdnadshavaren': { sv: 'Den andra vårdnadshavaren', en: 'The other guardian' },
} as const;

/** What a guardian says of vaccination. */
const answerForm = (name: Words, type: 'permit' | 'deny', code: string, text: string): FormDescription => ({
  name,
  submit: { sv: 'Spara svaret', en: 'Save the answer' },
  act: 'record consent',
  fields: [
    { name: 'guardian', label: { sv: 'Vårdnadshavare', en: 'Guardian' }, kind: 'choice', of: GUARDIANS },
  ],
  makes: [
    {
      resourceType: 'Consent',
      status: 'active',
      scope: { coding: [{ system: SYSTEMS.consentScope, code: 'treatment' }] },
      category: [{ coding: [{ system: SYSTEMS.genrep, code }], text }],
      patient: { reference: '{patient}' },
      dateTime: '{now}',
      policyRule: { text: 'Föräldrabalken (1949:381) 6 kap. 11 och 13 §§' },
      verification: [{ verified: true, verifiedWith: { display: '{guardian}' } }],
      provision: { type },
    },
  ],
});

const vaccineForm = (word: string, atc: string, display: string): FormDescription => ({
  name: { sv: `Vaccinera med ${word}`, en: `Vaccinate with ${word}` },
  submit: { sv: 'Signera vaccinationen', en: 'Sign the vaccination' },
  act: 'record immunizations',
  fields: [{ name: 'batch', label: { sv: 'Batchnummer', en: 'Batch number' }, kind: 'line' }],
  makes: [
    {
      resourceType: 'Immunization',
      status: 'completed',
      vaccineCode: { coding: [{ system: SYSTEMS.atc, code: atc, display }], text: display },
      patient: { reference: '{patient}' },
      occurrenceDateTime: '{now}',
      lotNumber: '{batch}',
    },
  ],
});

/** Vaccinations, and what the guardians of a child say of them. */
export const vaccinations: ScreenDescription = {
  tab: {
    path: 'vaccinations',
    name: { sv: 'Vaccinationer', en: 'Vaccinations' },
    lists: [
      {
        name: { sv: 'Vaccinationer', en: 'Vaccinations' },
        of: 'Immunization?patient={patient}&_sort=-date',
        columns: [
          { heading: { sv: 'Nummer', en: 'Number' }, way: 'id', as: 'number' },
          { heading: { sv: 'Vaccin', en: 'Vaccine' }, way: 'vaccineCode.text' },
          { heading: { sv: 'Batch', en: 'Batch' }, way: 'lotNumber' },
          { heading: { sv: 'Given', en: 'Given' }, way: 'occurrenceDateTime', as: 'moment' },
        ],
      },
      {
        name: { sv: 'Vårdnadshavarnas svar', en: 'Answers of the guardians' },
        of: `Consent?patient={patient}&category=${SYSTEMS.genrep}|vaccination-permitted,${SYSTEMS.genrep}|vaccination-denied&_sort=-date`,
        columns: [
          { heading: { sv: 'Nummer', en: 'Number' }, way: 'id', as: 'number' },
          { heading: { sv: 'Svar', en: 'Answer' }, way: 'category.text' },
          { heading: { sv: 'Vem', en: 'Who' }, way: 'verification.verifiedWith.display' },
          { heading: { sv: 'När', en: 'When' }, way: 'dateTime', as: 'moment' },
        ],
      },
    ],
    forms: [
      answerForm(
        { sv: 'Anteckna samtycke till vaccination', en: 'Record consent to vaccination' },
        'permit',
        'vaccination-permitted',
        'Samtycker till vaccination',
      ),
      answerForm(
        { sv: 'Anteckna nej till vaccination', en: 'Record a no to vaccination' },
        'deny',
        'vaccination-denied',
        'Säger nej till vaccination',
      ),
      vaccineForm('MPR', 'J07BD52', 'Mässling, påssjuka och röda hund'),
      vaccineForm('HPV', 'J07BM03', 'Humant papillomvirus'),
    ],
  },
};
