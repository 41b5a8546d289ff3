import { ref } from '../../domain/ref.ts';
import { type Case, does, STAFF, sees, seesNot } from '../../systems/contract/script.ts';
import {
  acceptReferral,
  answerReferral,
  referralAnswered,
  referralDealtWith,
  referralReturned,
  referralWaiting,
  returnReferral,
  sendReferral,
} from './activities.ts';

const { generalPractitioner, clinicPhysician } = STAFF;

const referral = ref('remissen');
const ANSWER = 'Ingen indikation för operation. Inga tecken till nervpåverkan – å ä ö.';
const sent = does(generalPractitioner, sendReferral('Artros i höger höft, protes?', 'remissen'));

export const contract: readonly Case[] = [
  {
    title: 'a referral waits at its receiver until it is answered, and the sender reads the answer',
    lines: [
      sent,
      sees(clinicPhysician, referralWaiting(referral)),
      seesNot(clinicPhysician, referralDealtWith(referral)),
      does(clinicPhysician, acceptReferral(referral)),
      sees(clinicPhysician, referralWaiting(referral)),
      seesNot(generalPractitioner, referralAnswered(referral, ANSWER)),
      does(clinicPhysician, answerReferral(referral, ANSWER)),
      sees(generalPractitioner, referralAnswered(referral, ANSWER)),
      seesNot(generalPractitioner, referralAnswered(referral, ANSWER.replace('Ingen', 'Klar'))),
      seesNot(clinicPhysician, referralWaiting(referral)),
      sees(clinicPhysician, referralDealtWith(referral)),
    ],
  },
  {
    title: 'a referral that is sent back comes back with its reason',
    lines: [
      sent,
      seesNot(generalPractitioner, referralReturned(referral, 'Röntgen saknas')),
      does(clinicPhysician, returnReferral(referral, 'Röntgen saknas')),
      sees(generalPractitioner, referralReturned(referral, 'Röntgen saknas')),
      seesNot(generalPractitioner, referralReturned(referral, 'Fel mottagare')),
      sees(clinicPhysician, referralDealtWith(referral)),
    ],
  },
];
