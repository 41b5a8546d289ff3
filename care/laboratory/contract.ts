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
import { registerArrival } from '../admission/index.ts';
import { giveDose, prescribe } from '../medication/index.ts';
import { drugCalled } from '../medication/words.ts';
import {
  acknowledgeCriticalAnswer,
  acknowledgementOnRecord,
  answerOnOrderersList,
  answerOrder,
  answerReadsUnchanged,
  collectSpecimen,
  exactlyOneAnswer,
  orderOnLaboratoryWorklist,
  orderTest,
  patientReadsAnswer,
  specimenTakenBeforeDose,
  telephoneCriticalAnswer,
} from './activities.ts';
import { testCalled } from './words.ts';

const { secretary, nurse, physician, scientist, patient } = STAFF;

const order = ref('beställningen');
const arrival = does(secretary, registerArrival('Feber', 'besöket'));
const WORDS = `Ingen växt efter 5 dygn.\nInga hållpunkter för bakteriemi – å ä ö Å Ä Ö µ ≥ é.\n${'Lång rad '.repeat(30)}`;

export const contract: readonly Case[] = [
  {
    title: 'an order is on the worklist until it is answered, and then has one answer',
    lines: [
      arrival,
      does(physician, orderTest(testCalled('Troponin T'), 'beställningen')),
      seesNot(physician, answerOnOrderersList(order)),
      seesNot(physician, exactlyOneAnswer(order)),
      sees(scientist, orderOnLaboratoryWorklist(order)),
      does(nurse, collectSpecimen(order)),
      does(scientist, answerOrder(order, { value: 52, unit: 'ng/L' }, 'svaret')),
      sees(physician, answerOnOrderersList(order)),
      sees(physician, exactlyOneAnswer(order)),
      sees(physician, answerReadsUnchanged(ref('svaret'))),
      seesNot(scientist, orderOnLaboratoryWorklist(order)),
      misremembers(answerOrder(order, { value: 25, unit: 'ng/L' }, 'svaret')),
      seesNot(physician, answerReadsUnchanged(ref('svaret'))),
    ],
  },
  {
    title: 'an answer in words reads as it was written, to the letter',
    lines: [
      arrival,
      does(physician, orderTest(testCalled('Blododling'), 'beställningen')),
      does(nurse, collectSpecimen(order)),
      does(scientist, answerOrder(order, { text: WORDS }, 'svaret')),
      sees(physician, answerReadsUnchanged(ref('svaret'))),
      misremembers(answerOrder(order, { text: WORDS.replace('Ingen v', 'V') }, 'svaret')),
      seesNot(physician, answerReadsUnchanged(ref('svaret'))),
    ],
  },
  {
    title: 'a critical answer is acknowledged on record',
    lines: [
      arrival,
      does(physician, orderTest(testCalled('Kalium'), 'beställningen')),
      does(nurse, collectSpecimen(order)),
      does(scientist, answerOrder(order, { value: 6.9, unit: 'mmol/L' }, 'svaret')),
      sees(physician, answerOnOrderersList(order)),
      does(scientist, telephoneCriticalAnswer(order, 'samtalet')),
      seesNot(physician, acknowledgementOnRecord(ref('samtalet'))),
      does(nurse, acknowledgeCriticalAnswer(ref('samtalet'))),
      sees(physician, acknowledgementOnRecord(ref('samtalet'))),
    ],
  },
  {
    title: 'a specimen taken before the first dose is told from one taken after',
    lines: [
      arrival,
      does(physician, orderTest(testCalled('Blododling'), 'beställningen')),
      does(physician, prescribe(drugCalled('Cefotaxim'), 'ordinationen')),
      seesNot(physician, specimenTakenBeforeDose(order, ref('ordinationen'))),
      does(nurse, collectSpecimen(order)),
      does(nurse, giveDose(ref('ordinationen'), 'dosen')),
      sees(physician, specimenTakenBeforeDose(order, ref('ordinationen'))),
      sees(physician, specimenTakenBeforeDose(order, ref('dosen'))),
      does(physician, orderTest(testCalled('Blododling'), 'ny beställning')),
      does(nurse, collectSpecimen(ref('ny beställning'))),
      seesNot(physician, specimenTakenBeforeDose(ref('ny beställning'), ref('ordinationen'))),
    ],
  },
  {
    title: 'the patient sees the own answers and nobody else’s',
    lines: [
      arrival,
      does(physician, orderTest(testCalled('CRP'), 'beställningen')),
      does(nurse, collectSpecimen(ref('beställningen'))),
      does(scientist, answerOrder(ref('beställningen'), { value: 48, unit: 'mg/L' }, 'svaret')),
      sees(patient, patientReadsAnswer(ref('svaret'))),
      doesElsewhere(physician, orderTest(testCalled('CRP'), 'annan beställning')),
      doesElsewhere(
        scientist,
        answerOrder(ref('annan beställning'), { value: 3, unit: 'mg/L' }, 'annat svar'),
      ),
      seesNot(patient, patientReadsAnswer(ref('annat svar'))),
    ],
  },
];
