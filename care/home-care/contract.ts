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
import { noteEarlierHeight } from '../growth/index.ts';
import { giveDose, prescribe, stopDrug } from '../medication/index.ts';
import { drugCalled } from '../medication/words.ts';
import { stoppedForReason } from '../stop/index.ts';
import { reasonCalled } from '../stop/words.ts';
import { recordVitals } from '../vitals/index.ts';
import {
  acceptDelegation,
  attemptToGiveAtHome,
  delegateDrugs,
  giveWithoutNetwork,
  homeDoseOnce,
  homeEntryOnRecord,
  listAgeTold,
  measuredBefore,
  planHomeVisit,
  sendFromDevice,
  toldDrugStopped,
  toldGivenTwice,
  writeWithoutNetwork,
} from './activities.ts';

const { homeNurse, homeAssistant, physician, generalPractitioner, districtNurse, nurse, schoolNurse } = STAFF;

const prescribed = [
  does(homeNurse, planHomeVisit('Läkemedel', 'besöket')),
  does(generalPractitioner, prescribe(drugCalled('Amoxicillin'), 'ordinationen')),
];
const prescription = ref('ordinationen');

const VITALS = {
  respiratoryRate: 16,
  oxygenSaturation: 97,
  supplementalOxygen: false,
  systolicPressure: 128,
  heartRate: 72,
  consciousness: 'A',
  temperature: 36.8,
} as const;

const fall = (account: string) => writeWithoutNetwork({ is: 'fall', account }, 'på enheten');

export const contract: readonly Case[] = [
  {
    title: 'what was written at home is read as it was written, once the network is back',
    lines: [
      does(homeNurse, planHomeVisit('Sårvård', 'besöket')),
      does(homeNurse, fall('Föll i hallen')),
      does(homeNurse, sendFromDevice(ref('på enheten'), 'fallet')),
      sees(physician, homeEntryOnRecord(ref('fallet'))),
      misremembers(fall('Föll på trappan')),
      seesNot(physician, homeEntryOnRecord(ref('fallet'))),
      seesNot(physician, homeDoseOnce(ref('fallet'))),
    ],
  },
  {
    title: 'what a device with a fast clock measured stands before what was measured after it',
    lines: [
      does(homeNurse, planHomeVisit('Blodtryck', 'besöket')),
      does(
        homeNurse,
        writeWithoutNetwork({ is: 'blood-pressure', systolic: 142, diastolic: 86 }, 'på enheten', 20),
      ),
      does(nurse, recordVitals(VITALS, 'akutens värden')),
      does(homeNurse, sendFromDevice(ref('på enheten'), 'hemmets värden')),
      sees(physician, measuredBefore(ref('hemmets värden'), ref('akutens värden'))),
      does(schoolNurse, noteEarlierHeight(123, 7, 'längden förr')),
      seesNot(physician, measuredBefore(ref('hemmets värden'), ref('längden förr'))),
    ],
  },
  {
    title: 'a dose is given by delegation only, and stands once however often it is sent',
    lines: [
      ...prescribed,
      isRefused(homeAssistant, attemptToGiveAtHome(prescription, 'för tidigt')),
      sees(homeAssistant, stoppedForReason(ref('för tidigt'), reasonCalled('delegering saknas'))),
      does(homeNurse, delegateDrugs('delegeringen')),
      does(homeAssistant, acceptDelegation(ref('delegeringen'), 'mottagandet')),
      does(homeAssistant, giveWithoutNetwork(prescription, 'på enheten')),
      does(homeAssistant, sendFromDevice(ref('på enheten'), 'dosen', true)),
      sees(generalPractitioner, homeDoseOnce(ref('dosen'))),
      seesNot(homeAssistant, toldGivenTwice(ref('dosen'))),
    ],
  },
  {
    title: 'whoever gives what another has given is told',
    lines: [
      ...prescribed,
      does(homeNurse, giveWithoutNetwork(prescription, 'på enheten')),
      does(districtNurse, giveDose(prescription, 'mottagningens dos')),
      does(homeNurse, sendFromDevice(ref('på enheten'), 'hemmets dos')),
      sees(homeNurse, toldGivenTwice(ref('hemmets dos'))),
    ],
  },
  {
    title: 'a drug is stopped while the round is out',
    lines: [
      ...prescribed,
      sees(homeNurse, listAgeTold(prescription)),
      seesNot(homeNurse, toldDrugStopped(prescription)),
      does(generalPractitioner, stopDrug(prescription)),
      sees(homeNurse, toldDrugStopped(prescription)),
      seesNot(homeNurse, listAgeTold(prescription)),
    ],
  },
];
