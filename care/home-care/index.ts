import { assumedMinutes, defineArea } from '../../domain/area.ts';
import type { HomeCareQuestion, HomeCareTask } from './activities.ts';

export * from './activities.ts';

export const area = defineArea<HomeCareTask, HomeCareQuestion>({
  name: 'home-care',
  sv: 'Hemsjukvård',
  en: 'Home care',
  tasks: {
    'plan-home-visit': { sv: 'planera hembesök', en: 'plan a home visit', workingTime: assumedMinutes(2) },
    'delegate-drugs': { sv: 'delegera läkemedel', en: 'delegate drugs', workingTime: assumedMinutes(5) },
    'accept-delegation': {
      sv: 'ta emot en delegering',
      en: 'accept a delegation',
      workingTime: assumedMinutes(2),
    },
    'write-without-network': {
      sv: 'dokumentera i hemmet utan nät',
      en: 'write at home without a network',
      workingTime: assumedMinutes(5),
    },
    'give-without-network': {
      sv: 'ge dos i hemmet utan nät',
      en: 'give a dose at home without a network',
      workingTime: assumedMinutes(5),
    },
    'attempt-to-give-at-home': {
      sv: 'försöka ge dos i hemmet',
      en: 'attempt to give a dose at home',
      workingTime: assumedMinutes(5),
      mayBeRefused: {
        kinds: ['rule', 'unsaid'],
        because: 'delegering saknas',
        words: ['delegering', 'delegation'],
      },
    },
    'send-from-device': {
      sv: 'skicka från enheten',
      en: 'send from the device',
      workingTime: assumedMinutes(1),
    },
  },
  questions: {
    'home-entry-on-record': {
      sv: 'se det som skrevs i hemmet',
      en: 'see what was written at home',
    },
    'home-dose-once': { sv: 'se dosen från hemmet en gång', en: 'see the dose from home once' },
    'measured-before': {
      sv: 'se mätningarna i rätt ordning',
      en: 'see the measurements in their right order',
    },
    'told-given-twice': {
      sv: 'få veta att dosen redan var given',
      en: 'be told that the dose was given already',
    },
    'list-age-told': { sv: 'se hur gammal listan är', en: 'see how old the list is' },
    'told-drug-stopped': {
      sv: 'få veta att läkemedlet är utsatt',
      en: 'be told that the drug is stopped',
    },
  },
  things: {
    delegation: { sv: 'en delegering', madeBy: ['delegate-drugs'] },
    prescription: { sv: 'en läkemedelsordination', madeBy: ['prescribe'] },
    entry: {
      sv: 'något som skrevs i hemmet',
      madeBy: ['write-without-network', 'give-without-network', 'send-from-device'],
    },
    dose: { sv: 'en dos som skickats från enheten', madeBy: ['send-from-device'] },
    earlier: { sv: 'en mätning som skickats från enheten', madeBy: ['send-from-device'] },
    later: { sv: 'en mätning', madeBy: ['record-vitals'] },
  },
});
