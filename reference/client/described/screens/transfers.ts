import { SYSTEMS } from '../../../../domain/codes/systems.ts';
import type { UnitKind } from '../../../../domain/role.ts';
import type { FormDescription, ScreenDescription } from '../description.ts';

/** Moving a stay to a unit of a kind. */
const moveTo = (of: UnitKind, sv: string, en: string): FormDescription => ({
  name: { sv: `Flytta till ${sv}`, en: `Move to ${en}` },
  submit: { sv: 'Flytta patienten', en: 'Move the patient' },
  act: 'change encounters',
  fields: [
    { name: 'stay', label: { sv: 'Vårdtillfälle', en: 'Stay' }, kind: 'record' },
    { name: 'to', label: { sv: 'Ny enhet', en: 'New unit' }, kind: 'unit', of },
  ],
  changes: { serviceProvider: '{to}', location: [] },
});

/** Stays of the patient, and at which unit they go on. */
export const transfers: ScreenDescription = {
  tab: {
    path: 'transfers',
    name: { sv: 'Flytt', en: 'Transfer' },
    lists: [
      {
        name: { sv: 'Vårdtillfällen', en: 'Stays' },
        of: `Encounter?subject={patient}&class=${SYSTEMS.actCode}|IMP&_sort=-date`,
        columns: [
          { heading: { sv: 'Nummer', en: 'Number' }, way: 'id', as: 'number' },
          {
            heading: { sv: 'Slag', en: 'Kind' },
            way: 'class.code',
            as: { IMP: { sv: 'Inskriven', en: 'Admitted' } },
          },
          { heading: { sv: 'Enhet', en: 'Unit' }, way: 'serviceProvider', as: 'unit' },
          { heading: { sv: 'Sedan', en: 'Since' }, way: 'period.start', as: 'moment' },
        ],
      },
    ],
    forms: [moveTo('intensive-care', 'IVA', 'intensive care'), moveTo('ward', 'avdelningen', 'the ward')],
  },
};
