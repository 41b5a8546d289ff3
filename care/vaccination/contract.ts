import { ref } from '../../domain/ref.ts';
import {
  type Case,
  does,
  isRefused,
  misremembers,
  STAFF,
  sees,
  seesNot,
} from '../../systems/contract/script.ts';
import { stoppedForReason } from '../stop/index.ts';
import { reasonCalled } from '../stop/words.ts';
import { attemptToVaccinate, recordGuardiansAnswer, vaccinate, vaccinationOnRecord } from './activities.ts';
import { vaccineCalled } from './words.ts';

const { schoolNurse } = STAFF;

const MPR = vaccineCalled('MPR');

export const contract: readonly Case[] = [
  {
    title: 'a child is vaccinated when both guardians consent, and the batch is on record',
    lines: [
      does(schoolNurse, recordGuardiansAnswer('first', 'permit')),
      does(schoolNurse, recordGuardiansAnswer('first', 'permit')),
      isRefused(schoolNurse, attemptToVaccinate(MPR, 'PROV-1', 'för tidigt')),
      sees(
        schoolNurse,
        stoppedForReason(ref('för tidigt'), reasonCalled('båda vårdnadshavarna inte har samtyckt')),
      ),
      does(schoolNurse, recordGuardiansAnswer('second', 'permit')),
      does(schoolNurse, attemptToVaccinate(MPR, 'PROV-1', 'nu')),
      does(schoolNurse, vaccinate(MPR, 'PROV-2', 'vaccinationen')),
      sees(schoolNurse, vaccinationOnRecord(ref('vaccinationen'))),
      misremembers(vaccinate(MPR, 'PROV-3', 'vaccinationen')),
      seesNot(schoolNurse, vaccinationOnRecord(ref('vaccinationen'))),
    ],
  },
  {
    title: 'the no of one guardian is enough',
    lines: [
      does(schoolNurse, recordGuardiansAnswer('first', 'permit')),
      does(schoolNurse, recordGuardiansAnswer('second', 'permit')),
      does(schoolNurse, recordGuardiansAnswer('second', 'deny')),
      isRefused(schoolNurse, attemptToVaccinate(MPR, 'PROV-1', 'trots nej')),
      sees(schoolNurse, stoppedForReason(ref('trots nej'), reasonCalled('en vårdnadshavare har sagt nej'))),
    ],
  },
];
