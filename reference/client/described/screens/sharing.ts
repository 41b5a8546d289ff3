import { SYSTEMS } from '../../../../domain/codes/systems.ts';
import type { UnitKind } from '../../../../domain/role.ts';
import type { FormDescription, ScreenDescription } from '../description.ts';

/** Something that is shared when somebody has said yes to it. */
interface Sharing {
  readonly code: string;
  readonly sv: string;
  readonly en: string;
  readonly at: readonly UnitKind[];
}

const SHARINGS: readonly Sharing[] = [
  {
    code: 'share-with-social-services',
    sv: 'att socialtjänsten får veta',
    en: 'that the social services are told',
    at: ['ward', 'primary-care'],
  },
  {
    code: 'hand-over-school-record',
    sv: 'att journalen följer med till den nya skolan',
    en: 'that the record goes to the new school',
    at: ['school-health'],
  },
];

const formOf = ({ code, sv, en, at }: Sharing): FormDescription => ({
  name: { sv: `Anteckna svar: ${sv}`, en: `Record an answer: ${en}` },
  submit: { sv: 'Spara svaret', en: 'Save the answer' },
  act: 'record consent',
  at,
  fields: [
    {
      name: 'answer',
      label: { sv: 'Svar', en: 'Answer' },
      kind: 'choice',
      of: { permit: { sv: 'Ja', en: 'Yes' }, deny: { sv: 'Nej', en: 'No' } },
    },
  ],
  makes: [
    {
      resourceType: 'Consent',
      status: 'active',
      scope: { coding: [{ system: SYSTEMS.consentScope, code: 'patient-privacy' }] },
      category: [{ coding: [{ system: SYSTEMS.genrep, code }], text: sv }],
      patient: { reference: '{patient}' },
      dateTime: '{now}',
      policyRule: { text: 'Offentlighets- och sekretesslagen (2009:400), samtycke' },
      provision: { type: '{answer}' },
    },
  ],
});

/** What somebody has answered to something being shared; the latest answer holds. */
export const sharing: ScreenDescription = {
  tab: {
    path: 'sharing',
    name: { sv: 'Samtycken', en: 'Consents' },
    lists: [
      {
        name: { sv: 'Svar om att dela', en: 'Answers to sharing' },
        of: `Consent?patient={patient}&category=${SHARINGS.map(({ code }) => `${SYSTEMS.genrep}|${code}`).join()}&_sort=-date`,
        columns: [
          { heading: { sv: 'Nummer', en: 'Number' }, way: 'id', as: 'number' },
          { heading: { sv: 'Gäller', en: 'About' }, way: 'category.text' },
          {
            heading: { sv: 'Svar', en: 'Answer' },
            way: 'provision.type',
            as: { permit: { sv: 'Ja', en: 'Yes' }, deny: { sv: 'Nej', en: 'No' } },
          },
          { heading: { sv: 'När', en: 'When' }, way: 'dateTime', as: 'moment' },
        ],
      },
    ],
    forms: SHARINGS.map(formOf),
  },
};
