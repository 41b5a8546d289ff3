import { ref } from '../../domain/ref.ts';
import {
  type Case,
  does,
  doesElsewhere,
  isRefused,
  STAFF,
  sees,
  seesNot,
} from '../../systems/contract/script.ts';
import { registerArrival } from '../admission/index.ts';
import { answerOnOrderersList, answerOrder, orderTest } from '../laboratory/index.ts';
import { testCalled } from '../laboratory/words.ts';
import { stoppedForReason } from '../stop/index.ts';
import { reasonCalled } from '../stop/words.ts';
import {
  attemptWrongLabel,
  collectByScan,
  labelInPrinter,
  printLabel,
  printWristband,
  receiveTube,
  tubeReceived,
} from './activities.ts';

const { secretary, nurse, wardNurse, physician, scientist } = STAFF;

const order = ref('provet');
const label = ref('etiketten');
const tube = ref('röret');
const arrival = does(secretary, registerArrival('Feber', 'besöket'));

export const contract: readonly Case[] = [
  {
    title: 'a label comes out where it was printed, and leads the tube all the way to the laboratory',
    lines: [
      arrival,
      does(physician, orderTest(testCalled('CRP'), 'provet')),
      does(nurse, printWristband('armbandet')),
      sees(nurse, labelInPrinter(ref('armbandet'))),
      does(nurse, printLabel(order, 'etiketten')),
      sees(nurse, labelInPrinter(label)),
      seesNot(wardNurse, labelInPrinter(label)),
      does(nurse, collectByScan(order, label, 'röret')),
      seesNot(nurse, tubeReceived(tube)),
      does(scientist, receiveTube(tube)),
      sees(nurse, tubeReceived(tube)),
      does(scientist, answerOrder(order, { value: 12, unit: 'mg/L' }, 'svaret')),
      sees(physician, answerOnOrderersList(order)),
    ],
  },
  {
    title: 'a specimen is not taken into a tube with another patient’s label',
    lines: [
      arrival,
      does(physician, orderTest(testCalled('CRP'), 'provet')),
      does(nurse, printLabel(order, 'etiketten')),
      isRefused(nurse, attemptWrongLabel(order, 'fel etikett')),
      sees(nurse, stoppedForReason(ref('fel etikett'), reasonCalled('etiketten inte är patientens'))),
      does(nurse, collectByScan(order, label, 'röret')),
      doesElsewhere(nurse, printWristband('annans etikett')),
      seesNot(nurse, labelInPrinter(ref('annans etikett'))),
    ],
  },
];
