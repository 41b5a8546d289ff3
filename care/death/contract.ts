import { ref } from '../../domain/ref.ts';
import { type Case, does, isRefused, STAFF, sees, seesNot } from '../../systems/contract/script.ts';
import { putOnWaitingList } from '../surgery/index.ts';
import {
  attemptToBookTheDead,
  bookingStopped,
  cancelPlanned,
  deathOnRecord,
  nothingPlanned,
  recordDeath,
} from './activities.ts';

const { clinicPhysician, clinicSecretary, wardPhysician } = STAFF;

export const contract: readonly Case[] = [
  {
    title: 'whoever has died is called to nothing more',
    lines: [
      does(clinicPhysician, putOnWaitingList('Total höftprotes höger', 'operationen')),
      does(clinicSecretary, attemptToBookTheDead('i livet')),
      seesNot(clinicSecretary, bookingStopped(ref('i livet'))),
      seesNot(clinicSecretary, deathOnRecord()),
      seesNot(clinicSecretary, nothingPlanned()),
      does(wardPhysician, recordDeath()),
      sees(clinicSecretary, deathOnRecord()),
      does(clinicSecretary, cancelPlanned()),
      sees(clinicSecretary, nothingPlanned()),
      isRefused(clinicSecretary, attemptToBookTheDead('försöket')),
      sees(clinicSecretary, bookingStopped(ref('försöket'))),
    ],
  },
];
