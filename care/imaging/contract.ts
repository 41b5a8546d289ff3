import { ref } from '../../domain/ref.ts';
import { type Case, does, misremembers, STAFF, sees, seesNot } from '../../systems/contract/script.ts';
import { orderExamination } from '../examination/index.ts';
import { examinationCalled } from '../examination/words.ts';
import {
  acknowledgeReport,
  makeStudy,
  makeStudyOnAnother,
  makeUnorderedStudy,
  noStudyOfOrder,
  orderAwaitingStudy,
  orderOnModalityWorklist,
  reportAcknowledged,
  reportOfStudy,
  reportStudy,
  settleUnpairedStudy,
  studyInRecord,
  studyUnpaired,
} from './activities.ts';

const { physician, radiologist } = STAFF;
const order = ref('undersökningen');
const study = ref('bilderna');
const answer = ref('svaret');
const TEXT = 'Ingen blödning – å ä ö. Inga tecken till fraktur.';
const ordered = does(
  physician,
  orderExamination(examinationCalled('DT hjärna'), 'Blödning?', 'undersökningen'),
);

export const contract: readonly Case[] = [
  {
    title: 'a study from the worklist hangs at its order, and its report leads to it',
    lines: [
      ordered,
      sees(radiologist, orderOnModalityWorklist(order)),
      sees(radiologist, orderAwaitingStudy(order)),
      sees(physician, noStudyOfOrder(order)),
      does(radiologist, makeStudy(order, 'bilderna')),
      sees(physician, studyInRecord(study)),
      seesNot(physician, noStudyOfOrder(order)),
      seesNot(radiologist, orderAwaitingStudy(order)),
      seesNot(radiologist, orderOnModalityWorklist(order)),
      seesNot(radiologist, studyUnpaired(study)),
      does(radiologist, reportStudy(order, TEXT, 'svaret')),
      sees(physician, reportOfStudy(answer, study, TEXT)),
      seesNot(physician, reportOfStudy(answer, study, TEXT.replace('Ingen', 'En'))),
      does(physician, acknowledgeReport(answer, 'vidimeringen')),
      sees(radiologist, reportAcknowledged(ref('vidimeringen'))),
      misremembers(acknowledgeReport(answer, 'svaret')),
      seesNot(radiologist, reportAcknowledged(ref('svaret'))),
    ],
  },
  {
    title:
      'a study on another patient, and one without an order, are with the imaging department and not in the record',
    lines: [
      ordered,
      does(radiologist, makeStudyOnAnother(order, 'fel bilder')),
      sees(radiologist, studyUnpaired(ref('fel bilder'))),
      seesNot(physician, studyInRecord(ref('fel bilder'))),
      does(radiologist, makeUnorderedStudy('bilder utan beställning')),
      sees(radiologist, studyUnpaired(ref('bilder utan beställning'))),
      does(radiologist, settleUnpairedStudy(ref('fel bilder'), 'Fel patient vald. Bilderna rättas.')),
      seesNot(radiologist, studyUnpaired(ref('fel bilder'))),
    ],
  },
];
