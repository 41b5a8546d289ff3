import { ref } from '../../domain/ref.ts';
import {
  type Case,
  does,
  doesElsewhere,
  misremembers,
  STAFF,
  sees,
  seesNot,
} from '../../systems/contract/script.ts';
import { admit } from '../admission/index.ts';
import { orderTest } from '../laboratory/index.ts';
import { testCalled } from '../laboratory/words.ts';
import { handOverComplete, handOverShift, patientReadsNote, type Sbar, writeNote } from './activities.ts';

const { wardSecretary, wardNurse, eveningNurse, wardPhysician, patient } = STAFF;

const SBAR: Sbar = {
  situation: 'Pneumoni, dag två.',
  background: 'KOL, hjärtsvikt. Tål inte penicillin.',
  assessment: 'Saturerar 93 % på 2 l syrgas; blodtryck 118/70.',
  recommendation: 'Nya kontroller kl. 20. Ring jour vid NEWS2 ≥ 7.',
};
const NOTE = 'Mår bättre i dag.\nFortsätter med samma antibiotika – ny bedömning i morgon. µ å ä ö';
const admission = does(wardSecretary, admit('inskrivningen'));

export const contract: readonly Case[] = [
  {
    title: 'the next shift reads the hand-over and finds what it tells of',
    lines: [
      admission,
      does(wardPhysician, orderTest(testCalled('CRP'), 'beställningen')),
      does(wardNurse, writeNote(NOTE, 'anteckningen')),
      does(wardNurse, handOverShift(SBAR, 'rapporten')),
      sees(
        eveningNurse,
        handOverComplete(ref('rapporten'), [ref('beställningen'), ref('anteckningen'), ref('inskrivningen')]),
      ),
      doesElsewhere(wardNurse, writeNote(NOTE, 'någon annans')),
      seesNot(eveningNurse, handOverComplete(ref('rapporten'), [ref('beställningen'), ref('någon annans')])),
      misremembers(handOverShift({ ...SBAR, recommendation: 'Inga nya kontroller.' }, 'rapporten')),
      seesNot(eveningNurse, handOverComplete(ref('rapporten'), [])),
    ],
  },
  {
    title: 'the patient reads the note as it was written',
    lines: [
      admission,
      does(wardPhysician, writeNote(NOTE, 'anteckningen')),
      sees(patient, patientReadsNote(ref('anteckningen'))),
      misremembers(writeNote(NOTE.replace('bättre', 'sämre'), 'anteckningen')),
      seesNot(patient, patientReadsNote(ref('anteckningen'))),
      doesElsewhere(wardPhysician, writeNote(NOTE, 'någon annans')),
      seesNot(patient, patientReadsNote(ref('någon annans'))),
    ],
  },
];
