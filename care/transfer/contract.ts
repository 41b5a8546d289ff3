import { ref } from '../../domain/ref.ts';
import { type Case, does, isRefused, STAFF, sees, seesNot } from '../../systems/contract/script.ts';
import { admit } from '../admission/index.ts';
import { receiveStatement, sendStatement } from '../statement/index.ts';
import { statementCalled } from '../statement/words.ts';
import { stoppedForReason } from '../stop/index.ts';
import { reasonCalled } from '../stop/words.ts';
import { attemptToTransfer, stayAtUnit, transfer } from './activities.ts';

const { wardSecretary, wardPhysician, wardNurse, intensivist, intensiveNurse } = STAFF;

const REPORT = {
  situation: 'Septisk chock',
  bakgrund: 'Pneumoni',
  aktuellt: 'Vaken, 90/50, noradrenalin',
  rekommendation: 'Artärnål',
};

export const contract: readonly Case[] = [
  {
    title: 'a stay goes on in intensive care once the report is received, and comes back',
    lines: [
      does(wardSecretary, admit('inskrivningen')),
      isRefused(wardPhysician, attemptToTransfer('intensive-care', 'för tidigt')),
      sees(
        wardPhysician,
        stoppedForReason(ref('för tidigt'), reasonCalled('IVA inte har tagit emot rapporten')),
      ),
      seesNot(intensiveNurse, stayAtUnit()),
      does(wardPhysician, sendStatement(statementCalled('överrapportering'), REPORT, 'rapporten')),
      does(intensivist, receiveStatement(ref('rapporten'))),
      does(wardPhysician, attemptToTransfer('intensive-care', 'nu')),
      sees(intensiveNurse, stayAtUnit()),
      seesNot(wardNurse, stayAtUnit()),
      does(intensivist, transfer('ward')),
      sees(wardNurse, stayAtUnit()),
    ],
  },
];
