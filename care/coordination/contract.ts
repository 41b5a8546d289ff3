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
import { admit } from '../admission/index.ts';
import { bookingOnSchedule, bookTelephoneTime } from '../booking/index.ts';
import {
  acknowledgeMessage,
  attemptToSendMessage,
  callCarePlanning,
  carePlanningCalled,
  messageInInbox,
  messageReceived,
  nothingInInbox,
  recordConsent,
  sendMessage,
} from './activities.ts';

const { wardSecretary, wardNurse, districtNurse, careManager } = STAFF;

const admission = does(wardSecretary, admit('inskrivningen'));

export const contract: readonly Case[] = [
  {
    title: 'with consent a message arrives, and the sender knows when it is received',
    lines: [
      admission,
      does(wardNurse, recordConsent('permit')),
      does(wardNurse, sendMessage('admission', 'meddelandet')),
      sees(careManager, messageInInbox(ref('meddelandet'))),
      seesNot(wardNurse, messageReceived(ref('meddelandet'))),
      does(careManager, acknowledgeMessage(ref('meddelandet'))),
      sees(wardNurse, messageReceived(ref('meddelandet'))),
    ],
  },
  {
    title: 'an inbox is empty until something arrives',
    lines: [
      admission,
      does(wardNurse, recordConsent('permit')),
      sees(careManager, nothingInInbox()),
      does(wardNurse, sendMessage('admission', 'meddelandet')),
      sees(careManager, messageInInbox(ref('meddelandet'))),
      seesNot(careManager, nothingInInbox()),
    ],
  },
  {
    title: 'without consent nothing arrives',
    lines: [
      admission,
      does(wardNurse, recordConsent('deny')),
      isRefused(wardNurse, attemptToSendMessage('discharge-information', 'försöket')),
      seesNot(careManager, messageInInbox(ref('försöket'))),
      sees(careManager, nothingInInbox()),
    ],
  },
  {
    title: 'a call to care planning reaches the municipality, of the right patient',
    lines: [
      admission,
      does(wardNurse, recordConsent('permit')),
      does(wardNurse, sendMessage('admission', 'meddelandet')),
      does(districtNurse, callCarePlanning('planeringen')),
      sees(careManager, carePlanningCalled(ref('planeringen'))),
      doesElsewhere(districtNurse, callCarePlanning('någon annans')),
      seesNot(careManager, carePlanningCalled(ref('någon annans'))),
    ],
  },
  {
    title: 'a booked telephone time is on the schedule of the right patient',
    lines: [
      does(districtNurse, bookTelephoneTime('Yrsel sedan två veckor', 'tiden')),
      sees(districtNurse, bookingOnSchedule(ref('tiden'))),
      doesElsewhere(districtNurse, bookTelephoneTime('Hosta', 'någon annans')),
      seesNot(districtNurse, bookingOnSchedule(ref('någon annans'))),
    ],
  },
];
