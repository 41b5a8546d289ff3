import { ref } from '../../domain/ref.ts';
import { type Case, does, isRefused, STAFF, sees, seesNot } from '../../systems/contract/script.ts';
import { stoppedForReason } from '../stop/index.ts';
import { reasonCalled } from '../stop/words.ts';
import {
  answerExamination,
  attemptLatePreliminary,
  attemptToOrderExamination,
  examinationAnswered,
  examinationWaiting,
  makeAnswerFinal,
  orderExamination,
} from './activities.ts';
import { examinationCalled } from './words.ts';

const { physician, radiologist } = STAFF;

const order = ref('undersökningen');
const answer = ref('svaret');
const EARLY = 'Ingen säker blödning. Granskas vidare.';
const LATE = 'Ingen blödning – å ä ö. Ingen färsk infarkt.';

export const contract: readonly Case[] = [
  {
    title: 'an examination waits until it is answered, first preliminarily and then finally',
    lines: [
      does(physician, orderExamination(examinationCalled('DT hjärna'), 'Blödning?', 'undersökningen')),
      sees(radiologist, examinationWaiting(order)),
      does(radiologist, answerExamination(order, 'preliminary', EARLY, 'svaret')),
      sees(physician, examinationAnswered(answer, 'preliminary', EARLY)),
      seesNot(physician, examinationAnswered(answer, 'final', EARLY)),
      does(radiologist, makeAnswerFinal(answer, LATE)),
      sees(physician, examinationAnswered(answer, 'final', LATE)),
      seesNot(physician, examinationAnswered(answer, 'final', LATE.replace('Ingen', 'En'))),
    ],
  },
  {
    title: 'a final answer is the last one',
    lines: [
      does(physician, attemptToOrderExamination(examinationCalled('DT hjärna'), 'Blödning?', 'försöket')),
      isRefused(
        physician,
        attemptToOrderExamination(examinationCalled('DT buk med kontrast'), 'Abscess?', 'utan njurvärde'),
      ),
      sees(physician, stoppedForReason(ref('utan njurvärde'), reasonCalled('njurvärdet saknas'))),
      does(physician, orderExamination(examinationCalled('DT hjärna'), 'Blödning?', 'undersökningen')),
      does(radiologist, answerExamination(order, 'final', LATE, 'svaret')),
      seesNot(radiologist, examinationWaiting(order)),
      isRefused(radiologist, attemptLatePreliminary(order, EARLY, 'för sent')),
      sees(radiologist, stoppedForReason(ref('för sent'), reasonCalled('slutsvaret redan är lämnat'))),
      sees(physician, examinationAnswered(answer, 'final', LATE)),
    ],
  },
];
