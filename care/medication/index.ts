import { assumedMinutes, defineArea } from '../../domain/area.ts';
import type { MedicationQuestion, MedicationTask } from './activities.ts';

import { NOT_DAILY, STOPPED } from './refusal.ts';

export * from './activities.ts';
export { medicationListOf } from './lists.ts';

export const area = defineArea<MedicationTask, MedicationQuestion>({
  name: 'medication',
  sv: 'Läkemedel',
  en: 'Medication',
  tasks: {
    'record-allergy': {
      sv: 'anteckna överkänslighet',
      en: 'record allergy',
      workingTime: assumedMinutes(2),
    },
    prescribe: {
      sv: 'ordinera',
      en: 'prescribe',
      workingTime: assumedMinutes(3),
    },
    'attempt-to-prescribe': {
      sv: 'försöka ordinera',
      en: 'attempt to prescribe',
      workingTime: assumedMinutes(3),
      mayBeRefused: STOPPED,
    },
    'attempt-daily-dosing': {
      sv: 'försöka ordinera varje dag',
      en: 'attempt to prescribe for every day',
      workingTime: assumedMinutes(3),
      mayBeRefused: NOT_DAILY,
    },
    'stop-drug': { sv: 'sätta ut läkemedel', en: 'stop a drug', workingTime: assumedMinutes(2) },
    'change-dose': {
      sv: 'ändra dos',
      en: 'change dose',
      workingTime: assumedMinutes(3),
    },
    'review-prescription': {
      sv: 'granska ordination',
      en: 'review prescription',
      workingTime: assumedMinutes(6),
    },
    'give-dose': {
      sv: 'ge dos',
      en: 'give dose',
      workingTime: assumedMinutes(5),
    },
  },
  questions: {
    'prescription-stopped': {
      sv: 'se ordinationen stoppad',
      en: 'see the prescription stopped',
    },
    'prescription-without-warning': {
      sv: 'se ordinationen utan varning',
      en: 'see the prescription without warning',
      saysNothingWithout: {
        seen: 'prescription-stopped',
        sv: 'Ingen ordination stoppades en enda gång, så att ingen varning kom här säger inget.',
        en: 'No prescription was stopped even once, so the absence of a warning here says nothing.',
      },
    },
    'daily-dosing-stopped': { sv: 'se daglig dosering stoppad', en: 'see daily dosing stopped' },
    'schedule-on-every-list': {
      sv: 'se samma doseringsintervall i alla listor',
      en: 'see the same interval in all lists',
    },
    'stopped-on-every-list': {
      sv: 'se det utsatta borta ur alla listor',
      en: 'see what was stopped gone from all lists',
    },
    'medication-lists-agree': {
      sv: 'se samma läkemedel i alla listor',
      en: 'see the same drugs in all lists',
    },
    'dose-on-nurses-list': {
      sv: 'se dosen på utdelningslistan',
      en: 'see the dose on the nurse’s list',
    },
    'given-dose-is-ordered-dose': {
      sv: 'se att given dos är den ordinerade',
      en: 'see that the given dose is the ordered one',
    },
    'dose-given': {
      sv: 'se dosen given',
      en: 'see the dose given',
    },
  },
  things: {
    prescription: { sv: 'en läkemedelsordination', madeBy: ['prescribe', 'attempt-to-prescribe'] },
    attempt: { sv: 'ett försök att ordinera', madeBy: ['attempt-to-prescribe', 'attempt-daily-dosing'] },
    stopped: { sv: 'en läkemedelsordination', madeBy: ['prescribe'] },
    kept: { sv: 'en läkemedelsordination', madeBy: ['prescribe'] },
    given: { sv: 'en given dos', madeBy: ['give-dose'] },
  },
});
