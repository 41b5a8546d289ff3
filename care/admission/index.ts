import { assumedMinutes, defineArea, type Precedent } from '../../domain/area.ts';
import type { AdmissionQuestion, AdmissionTask } from './activities.ts';

export * from './activities.ts';

const ADMITTED: Precedent = { done: 'admit', sv: 'patienten har skrivits in på avdelningen' };
const ARRIVED: Precedent = { done: 'register-arrival', sv: 'patienten har registrerats' };

export const area = defineArea<AdmissionTask, AdmissionQuestion>({
  name: 'admission',
  sv: 'In- och utskrivning',
  en: 'Admission and discharge',
  tasks: {
    'register-arrival': {
      sv: 'registrera ankomst',
      en: 'register arrival',
      workingTime: assumedMinutes(3),
    },
    triage: {
      sv: 'triagera',
      en: 'triage',
      workingTime: assumedMinutes(5),
    },
    admit: {
      sv: 'skriva in',
      en: 'admit',
      workingTime: assumedMinutes(5),
      receiver: 'ward',
    },
    'call-in': {
      sv: 'kalla in',
      en: 'call in',
      workingTime: assumedMinutes(2),
    },
    'declare-ready-for-discharge': {
      sv: 'förklara utskrivningsklar',
      en: 'declare ready for discharge',
      workingTime: assumedMinutes(5),
    },
    discharge: {
      sv: 'skriva ut från avdelningen',
      en: 'discharge',
      workingTime: assumedMinutes(10),
    },
    'print-document': {
      sv: 'skriva ut handling',
      en: 'print document',
      workingTime: assumedMinutes(1),
    },
  },
  questions: {
    'patient-on-unit-list': {
      sv: 'se patienten i enhetens lista',
      en: 'see the patient on the unit list',
    },
    'bed-on-ward-list': {
      sv: 'se vårdplatsen i avdelningens lista',
      en: 'see the bed on the ward list',
    },
    'identity-shielded': {
      sv: 'se att identiteten är skyddad',
      en: 'see that the identity is shielded',
    },
  },
  precedents: {
    triage: ARRIVED,
    'call-in': ARRIVED,
    'patient-on-unit-list': ARRIVED,
    'bed-on-ward-list': ADMITTED,
    'declare-ready-for-discharge': ADMITTED,
    discharge: ADMITTED,
  },
});
