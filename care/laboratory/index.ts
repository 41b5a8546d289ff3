import { assumedMinutes, defineArea, type Precedent } from '../../domain/area.ts';
import type { LaboratoryQuestion, LaboratoryTask } from './activities.ts';

export * from './activities.ts';

const COLLECTED: Precedent = {
  done: ['collect-specimen', 'collect-by-scan'],
  of: 'order',
  sv: 'provet har tagits',
};
const ANSWERED: Precedent = { done: 'answer-order', of: 'order', sv: 'provet har besvarats' };

export const area = defineArea<LaboratoryTask, LaboratoryQuestion>({
  name: 'laboratory',
  sv: 'Laboratorium',
  en: 'Laboratory',
  tasks: {
    'order-test': {
      sv: 'beställa prov',
      en: 'order test',
      workingTime: assumedMinutes(2),
      receiver: 'laboratory',
      conserved: [
        {
          id: 'order-on-one-worklist',
          sv: 'Varje ordination står på arbetslistan',
          en: 'Every order is on the worklist',
          shownBy: ['order-on-laboratory-worklist'],
        },
        {
          id: 'order-has-one-answer',
          sv: 'Varje ordination har exakt ett svar',
          en: 'Every order has exactly one answer',
          shownBy: ['exactly-one-answer', 'answer-on-orderers-list'],
        },
      ],
      lastLooks: [
        { onceDone: 'answer-order', question: 'exactly-one-answer', about: 'order' },
        {
          question: 'order-on-laboratory-worklist',
          about: 'order',
          by: { role: 'biomedical-scientist', unit: 'laboratory' },
        },
      ],
    },
    'collect-specimen': {
      sv: 'ta prov',
      en: 'collect specimen',
      workingTime: assumedMinutes(5),
    },
    'answer-order': {
      sv: 'svara på prov',
      en: 'answer order',
      workingTime: assumedMinutes(30),
    },
    'telephone-critical-answer': {
      sv: 'ringa kritiskt svar',
      en: 'telephone critical answer',
      workingTime: assumedMinutes(4),
    },
    'acknowledge-critical-answer': {
      sv: 'kvittera kritiskt svar',
      en: 'acknowledge critical answer',
      workingTime: assumedMinutes(2),
    },
  },
  questions: {
    'order-on-laboratory-worklist': {
      sv: 'se beställningen på laboratoriets arbetslista',
      en: 'see the order on the laboratory worklist',
    },
    'answer-on-orderers-list': {
      sv: 'se svaret på beställarens lista',
      en: 'see the answer on the orderer’s list',
    },
    'exactly-one-answer': {
      sv: 'se exakt ett svar',
      en: 'see exactly one answer',
    },
    'answer-reads-unchanged': {
      sv: 'läsa svaret som det skrevs',
      en: 'read the answer as it was written',
    },
    'acknowledgement-on-record': {
      sv: 'se kvittensen i journalen',
      en: 'see the acknowledgement on record',
    },
    'specimen-taken-before-dose': {
      sv: 'se att provet togs före dosen',
      en: 'see that the specimen was taken before the dose',
    },
    'patient-reads-answer': {
      sv: 'patienten läser svaret',
      en: 'the patient reads the answer',
    },
  },
  things: {
    order: { sv: 'en provordination', madeBy: ['order-test'] },
    answer: { sv: 'ett provsvar', madeBy: ['answer-order'] },
    call: { sv: 'ett samtal om ett kritiskt svar', madeBy: ['telephone-critical-answer'] },
    drug: { sv: 'en given dos', madeBy: ['give-dose'] },
  },
  precedents: {
    'answer-order': COLLECTED,
    'specimen-taken-before-dose': COLLECTED,
    'answer-on-orderers-list': ANSWERED,
    'exactly-one-answer': ANSWERED,
    'telephone-critical-answer': ANSWERED,
    'acknowledgement-on-record': {
      done: 'acknowledge-critical-answer',
      of: 'call',
      sv: 'samtalet har kvitterats',
    },
  },
});
