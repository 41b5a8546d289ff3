import { ref } from '../../domain/ref.ts';
import { type Case, does, isRefused, STAFF, sees, seesNot } from '../../systems/contract/script.ts';
import {
  bookFollowUp,
  callToSurgery,
  followUpStands,
  noteNoShow,
  onSurgerySchedule,
  putOnWaitingList,
  recordSurgery,
  surgeryOnRecord,
  waitsForCall,
} from './activities.ts';

const { clinicPhysician, clinicSecretary, surgeon, surgeryNurse } = STAFF;

const entry = ref('operationen');
const waits = does(clinicPhysician, putOnWaitingList('Total höftprotes höger', 'operationen'));

export const contract: readonly Case[] = [
  {
    title: 'whoever waits for surgery is called, operated once and followed up',
    lines: [
      waits,
      sees(clinicSecretary, waitsForCall(entry)),
      seesNot(surgeryNurse, onSurgerySchedule(entry)),
      does(clinicSecretary, callToSurgery(entry)),
      sees(surgeryNurse, onSurgerySchedule(entry)),
      does(surgeon, recordSurgery(entry, 'berättelsen')),
      sees(surgeon, surgeryOnRecord(ref('berättelsen'))),
      seesNot(surgeon, surgeryOnRecord(ref('operationen'))),
      does(clinicSecretary, bookFollowUp(6, 'återbesöket')),
      sees(clinicPhysician, followUpStands(ref('återbesöket'))),
      seesNot(clinicPhysician, followUpStands(entry)),
    ],
  },
  {
    title: 'a no-show is on the list of those to be called',
    lines: [
      waits,
      does(clinicSecretary, callToSurgery(entry)),
      seesNot(clinicSecretary, waitsForCall(entry)),
      does(surgeryNurse, noteNoShow(entry)),
      sees(clinicSecretary, waitsForCall(entry)),
      isRefused(surgeon, recordSurgery(entry, 'berättelsen')),
    ],
  },
];
