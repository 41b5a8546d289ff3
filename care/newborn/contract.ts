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
import { registerUnknown } from '../identity/index.ts';
import { stoppedForReason } from '../stop/index.ts';
import { reasonCalled } from '../stop/words.ts';
import {
  answerNewbornSample,
  attemptToSampleNewborn,
  childWithMother,
  newbornSampleAnswered,
  registerNewborn,
  sampleNewborn,
} from './activities.ts';

const { midwife, scientist, secretary } = STAFF;

const child = ref('barnet');
const sample = ref('provet');
const answer = ref('svaret');
const TEXT = 'Inga avvikande värden – å ä ö.';

export const contract: readonly Case[] = [
  {
    title: 'a newborn stands with its mother, and she with her child',
    lines: [
      does(midwife, registerNewborn('barnet')),
      sees(midwife, childWithMother(child)),
      does(secretary, registerUnknown('en annan')),
      seesNot(midwife, childWithMother(ref('en annan'))),
    ],
  },
  {
    title: 'a sample with another mother’s number on its card is refused',
    lines: [
      does(midwife, registerNewborn('barnet')),
      isRefused(midwife, attemptToSampleNewborn(child, 'fel kort')),
      sees(midwife, stoppedForReason(ref('fel kort'), reasonCalled('numret på kortet inte är moderns'))),
    ],
  },
  {
    title: 'newborn screening is answered with the child, word for word',
    lines: [
      does(midwife, registerNewborn('barnet')),
      does(midwife, sampleNewborn(child, 'provet')),
      does(scientist, answerNewbornSample(child, sample, TEXT, 'svaret')),
      sees(midwife, newbornSampleAnswered(child, answer)),
      misremembers(answerNewbornSample(child, sample, TEXT.replace('Inga', 'Några'), 'svaret')),
      seesNot(midwife, newbornSampleAnswered(child, answer)),
    ],
  },
];
