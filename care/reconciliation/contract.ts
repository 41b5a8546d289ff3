import { ref } from '../../domain/ref.ts';
import { type Case, does, isRefused, STAFF, sees, seesNot } from '../../systems/contract/script.ts';
import { drugCalled } from '../medication/words.ts';
import { stoppedForReason } from '../stop/index.ts';
import { reasonCalled } from '../stop/words.ts';
import {
  attemptToSignReconciliation,
  decideHomeDrug,
  homeDrugDecided,
  listHomeDrug,
  signReconciliation,
} from './activities.ts';

const { wardNurse, wardPhysician } = STAFF;

const furosemide = ref('furosemid');
const paracetamol = ref('paracetamol');

export const contract: readonly Case[] = [
  {
    title: 'each drug taken at home stands with what was decided of it, and the whole is signed',
    lines: [
      does(wardNurse, listHomeDrug(drugCalled('Furosemid'), 'furosemid')),
      does(wardNurse, listHomeDrug(drugCalled('Paracetamol'), 'paracetamol')),
      seesNot(wardNurse, homeDrugDecided(furosemide, 'keep')),
      does(wardPhysician, decideHomeDrug(furosemide, 'pause')),
      does(wardPhysician, decideHomeDrug(paracetamol, 'keep')),
      sees(wardNurse, homeDrugDecided(furosemide, 'pause')),
      seesNot(wardNurse, homeDrugDecided(furosemide, 'stop')),
      sees(wardNurse, homeDrugDecided(paracetamol, 'keep')),
      does(wardPhysician, signReconciliation('avstämningen')),
    ],
  },
  {
    title: 'a reconciliation is not signed while a drug is undecided',
    lines: [
      does(wardNurse, listHomeDrug(drugCalled('Furosemid'), 'furosemid')),
      isRefused(wardPhysician, attemptToSignReconciliation('för tidigt')),
      sees(
        wardPhysician,
        stoppedForReason(ref('för tidigt'), reasonCalled('alla hemläkemedel inte är bedömda')),
      ),
      does(wardPhysician, decideHomeDrug(furosemide, 'stop')),
      does(wardPhysician, attemptToSignReconciliation('nu')),
    ],
  },
];
