import { SYSTEMS } from '../../../../domain/codes/systems.ts';
import type { ListDescription, ScreenDescription } from '../description.ts';

const NUMBER = { heading: { sv: 'Nummer', en: 'Number' }, way: 'id', as: 'number' } as const;
const concept = (code: string, text: string) => ({ coding: [{ system: SYSTEMS.genrep, code }], text });
const tagged = `_tag=${SYSTEMS.genrep}|home-care`;
const tasksCalled = (code: string): string =>
  `Task?patient={patient}&code=${SYSTEMS.genrep}|${code}&_sort=-authored-on`;

const DELEGATIONS: ListDescription = {
  name: { sv: 'Delegeringar', en: 'Delegations' },
  of: tasksCalled('drug-delegation'),
  columns: [
    NUMBER,
    { heading: { sv: 'Vad', en: 'What' }, way: 'code.text' },
    { heading: { sv: 'Av', en: 'By' }, way: 'requester.display' },
    { heading: { sv: 'Till', en: 'Until' }, way: 'executionPeriod.end' },
  ],
};

/** What is planned for the patient's home, what was written there, and who may give drugs there by whose delegation. */
export const homeCare: ScreenDescription = {
  tab: {
    path: 'home-care',
    name: { sv: 'Hemsjukvård', en: 'Home care' },
    lists: [
      DELEGATIONS,
      {
        name: { sv: 'Mottagna delegeringar', en: 'Delegations accepted' },
        of: tasksCalled('delegation-accepted'),
        columns: [
          NUMBER,
          { heading: { sv: 'Av', en: 'By' }, way: 'requester.display' },
          { heading: { sv: 'När', en: 'When' }, way: 'authoredOn', as: 'moment' },
        ],
      },
      {
        name: { sv: 'Hembesök', en: 'Home visits' },
        of: `Appointment?patient={patient}&service-type=${SYSTEMS.genrep}|home-visit&_sort=-date`,
        columns: [
          NUMBER,
          { heading: { sv: 'För', en: 'For' }, way: 'description' },
          { heading: { sv: 'När', en: 'When' }, way: 'start', as: 'moment' },
        ],
      },
      {
        name: { sv: 'Skrivet i hemmet', en: 'Written at home' },
        of: `Observation?subject={patient}&${tagged}&_sort=-date`,
        columns: [
          NUMBER,
          { heading: { sv: 'Vad', en: 'What' }, way: 'code.text' },
          { heading: { sv: 'Text', en: 'Text' }, way: 'valueString' },
          { heading: { sv: 'Av', en: 'By' }, way: 'performer.display' },
          { heading: { sv: 'När', en: 'When' }, way: 'effectiveDateTime', as: 'moment' },
        ],
      },
      {
        name: { sv: 'Sår i hemmet', en: 'Wounds at home' },
        of: `DocumentReference?subject={patient}&${tagged}&_sort=-date`,
        columns: [
          NUMBER,
          { heading: { sv: 'Beskrivning', en: 'Description' }, way: 'description' },
          { heading: { sv: 'Foto', en: 'Photo' }, way: 'content.attachment.contentType' },
          { heading: { sv: 'När', en: 'When' }, way: 'date', as: 'moment' },
        ],
      },
      {
        name: { sv: 'Doser i hemmet', en: 'Doses at home' },
        of: `MedicationAdministration?subject={patient}&${tagged}&_sort=-effective-time`,
        columns: [
          NUMBER,
          { heading: { sv: 'Läkemedel', en: 'Drug' }, way: 'medicationCodeableConcept.text' },
          { heading: { sv: 'Av', en: 'By' }, way: 'performer.actor.display' },
          { heading: { sv: 'När', en: 'When' }, way: 'effectiveDateTime', as: 'moment' },
        ],
      },
    ],
    forms: [
      {
        name: { sv: 'Planera hembesök', en: 'Plan a home visit' },
        submit: { sv: 'Planera', en: 'Plan' },
        act: 'book appointments',
        fields: [
          { name: 'reason', label: { sv: 'För vad', en: 'For what' }, kind: 'line' },
          {
            name: 'start',
            label: { sv: 'Besökets tid', en: 'Time of the visit' },
            kind: 'time',
            minutes: 30,
          },
          { name: 'unit', label: { sv: 'Hemsjukvård', en: 'Home care' }, kind: 'unit', of: 'home-care' },
        ],
        makes: [
          {
            resourceType: 'Appointment',
            status: 'booked',
            serviceType: [concept('home-visit', 'Hembesök')],
            description: '{reason}',
            start: '{start}',
            end: '{startEnd}',
            participant: [
              { actor: { reference: '{patient}' }, status: 'accepted' },
              {
                actor: {
                  type: 'Organization',
                  identifier: { system: SYSTEMS.hsaId, value: '{unitHsaId}' },
                  display: '{unitName}',
                },
                status: 'accepted',
              },
            ],
          },
        ],
      },
      {
        name: { sv: 'Delegera läkemedel', en: 'Delegate drugs' },
        submit: { sv: 'Delegera', en: 'Delegate' },
        act: 'delegate drugs',
        fields: [{ name: 'until', label: { sv: 'Gäller till', en: 'Holds until' }, kind: 'day' }],
        makes: [
          {
            resourceType: 'Task',
            status: 'requested',
            intent: 'order',
            code: concept('drug-delegation', 'Delegering av läkemedel'),
            for: { reference: '{patient}' },
            authoredOn: '{now}',
            executionPeriod: { start: '{now}', end: '{until}' },
          },
        ],
      },
      {
        name: { sv: 'Ta emot delegering', en: 'Accept a delegation' },
        submit: { sv: 'Ta emot', en: 'Accept' },
        act: 'accept delegations',
        fields: [{ name: 'delegation', label: { sv: 'Delegering', en: 'Delegation' }, kind: 'record' }],
        makes: [
          {
            resourceType: 'Task',
            status: 'accepted',
            intent: 'order',
            code: concept('delegation-accepted', 'Mottagen delegering'),
            focus: { reference: '{delegation}' },
            for: { reference: '{patient}' },
            authoredOn: '{now}',
            executionPeriod: '{record.executionPeriod}',
          },
        ],
      },
    ],
  },
};
