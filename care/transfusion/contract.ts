import { ref } from '../../domain/ref.ts';
import { type Case, does, isRefused, STAFF, sees, seesNot } from '../../systems/contract/script.ts';
import { admit } from '../admission/index.ts';
import {
  attemptToTransfuse,
  attemptWrongBag,
  bloodIssued,
  checkBlood,
  issueBlood,
  orderBlood,
  transfuse,
  transfusionOnRecord,
  uncheckedBloodStopped,
  wrongBagStopped,
} from './activities.ts';

const { wardSecretary, wardPhysician, wardNurse, eveningNurse, scientist } = STAFF;

const bag = ref('påsen');
const issued = [
  does(wardSecretary, admit('inskrivningen')),
  does(wardPhysician, orderBlood('beställningen')),
  does(scientist, issueBlood(ref('beställningen'), 'påsen')),
];

export const contract: readonly Case[] = [
  {
    title: 'blood that two have checked is given, and all of it is on record',
    lines: [
      ...issued,
      sees(wardNurse, bloodIssued(bag)),
      seesNot(wardNurse, bloodIssued(ref('beställningen'))),
      does(wardNurse, checkBlood(bag)),
      does(eveningNurse, checkBlood(bag)),
      does(wardNurse, transfuse(bag, 'transfusionen')),
      sees(wardPhysician, transfusionOnRecord(ref('transfusionen'), bag)),
      seesNot(wardPhysician, transfusionOnRecord(ref('transfusionen'), ref('beställningen'))),
      does(wardNurse, attemptToTransfuse(bag, 'en gång till')),
      seesNot(wardNurse, uncheckedBloodStopped(ref('en gång till'))),
      seesNot(wardNurse, wrongBagStopped(ref('en gång till'))),
    ],
  },
  {
    title: 'blood that one has checked, and another’s blood, is stopped',
    lines: [
      ...issued,
      does(wardNurse, checkBlood(bag)),
      does(wardNurse, checkBlood(bag)),
      isRefused(wardNurse, attemptToTransfuse(bag, 'ensam')),
      sees(wardNurse, uncheckedBloodStopped(ref('ensam'))),
      seesNot(wardNurse, wrongBagStopped(ref('ensam'))),
      isRefused(wardNurse, attemptWrongBag('fel påse')),
      sees(wardNurse, wrongBagStopped(ref('fel påse'))),
    ],
  },
];
