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
import { drugCalled } from '../medication/words.ts';
import { stoppedForReason } from '../stop/index.ts';
import { reasonCalled } from '../stop/words.ts';
import {
  attemptToDispense,
  dispense,
  dispensingOnNationalList,
  issueEprescription,
  onNationalList,
  withdrawEprescription,
  withdrawnOnNationalList,
} from './activities.ts';

const { generalPractitioner, wardPhysician, communityPharmacist } = STAFF;

const FUROSEMIDE = drugCalled('Furosemid');
const REASON = 'Hjärtsvikt – å ä ö';
const prescription = ref('receptet');

export const contract: readonly Case[] = [
  {
    title: 'a prescription is on the one list for all, and what is dispensed is seen by the prescriber',
    lines: [
      does(generalPractitioner, issueEprescription(FUROSEMIDE, REASON, 'receptet')),
      sees(wardPhysician, onNationalList(prescription)),
      sees(communityPharmacist, onNationalList(prescription)),
      does(communityPharmacist, dispense(prescription, 'uttaget')),
      sees(generalPractitioner, dispensingOnNationalList(ref('uttaget'))),
      misremembers(issueEprescription({ ...FUROSEMIDE, dose: 80 }, REASON, 'receptet')),
      seesNot(communityPharmacist, onNationalList(prescription)),
      misremembers(issueEprescription(drugCalled('Paracetamol'), REASON, 'receptet')),
      seesNot(generalPractitioner, dispensingOnNationalList(ref('uttaget'))),
    ],
  },
  {
    title: 'a prescription that was withdrawn is so everywhere, and is not dispensed',
    lines: [
      does(generalPractitioner, issueEprescription(FUROSEMIDE, REASON, 'receptet')),
      seesNot(communityPharmacist, withdrawnOnNationalList(prescription)),
      does(communityPharmacist, attemptToDispense(prescription, 'i tid')),
      does(generalPractitioner, withdrawEprescription(prescription)),
      sees(communityPharmacist, withdrawnOnNationalList(prescription)),
      seesNot(communityPharmacist, onNationalList(prescription)),
      isRefused(communityPharmacist, attemptToDispense(prescription, 'för sent')),
      sees(communityPharmacist, stoppedForReason(ref('för sent'), reasonCalled('receptet är makulerat'))),
    ],
  },
];
