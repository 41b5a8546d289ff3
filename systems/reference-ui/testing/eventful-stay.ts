import {
  admit,
  declareReadyForDischarge,
  printDocument,
  registerArrival,
  triage,
} from '../../../care/admission/index.ts';
import { bookTelephoneTime } from '../../../care/booking/index.ts';
import { callCarePlanning, recordConsent, sendMessage } from '../../../care/coordination/index.ts';
import { handOverShift, writeNote } from '../../../care/documentation/index.ts';
import {
  answerOrder,
  collectSpecimen,
  orderTest,
  telephoneCriticalAnswer,
} from '../../../care/laboratory/index.ts';
import { testCalled } from '../../../care/laboratory/words.ts';
import { giveDose, prescribe, recordAllergy } from '../../../care/medication/index.ts';
import { allergenCalled, drugCalled } from '../../../care/medication/words.ts';
import { contributeBloodPressure, recordVitals } from '../../../care/vitals/index.ts';
import { ref } from '../../../domain/ref.ts';
import { does, type Line, STAFF } from '../../contract/script.ts';

const {
  secretary,
  nurse,
  physician,
  wardNurse,
  wardPhysician,
  wardSecretary,
  scientist,
  districtNurse,
  patient,
} = STAFF;

/** A stay in which something of every kind has happened, so that no page about it is empty. */
export const EVENTFUL_STAY: readonly Line[] = [
  does(secretary, registerArrival('Bröstsmärta', 'besöket')),
  does(nurse, triage('orange')),
  does(nurse, recordAllergy(allergenCalled('penicillin'), 'allergin')),
  does(physician, orderTest(testCalled('Troponin T'), 'troponinet')),
  does(physician, orderTest(testCalled('Blododling'), 'odlingen')),
  does(nurse, collectSpecimen(ref('odlingen'))),
  does(
    scientist,
    answerOrder(
      ref('odlingen'),
      { text: 'Preliminärt svar:\n\n  1. Ingen växt efter 24 timmar\nMIC 0,5 µg/mL.' },
      'svaret',
    ),
  ),
  does(physician, admit('inläggningen')),
  does(
    wardNurse,
    recordVitals(
      {
        respiratoryRate: 26,
        oxygenSaturation: 91,
        supplementalOxygen: true,
        systolicPressure: 88,
        heartRate: 124,
        consciousness: 'A',
        temperature: 39.4,
      },
      'larmvärdena',
    ),
  ),
  does(wardPhysician, prescribe(drugCalled('Klindamycin'), 'antibiotikan')),
  does(wardPhysician, prescribe(drugCalled('Klindamycin'), 'dubbletten')),
  does(wardNurse, giveDose(ref('antibiotikan'), 'dosen')),
  does(wardPhysician, writeNote('Tagit del av svaret,\nändrar behandlingen.', 'åtgärden')),
  does(
    wardNurse,
    handOverShift(
      {
        situation: 'Inlagd, dag 1',
        background: 'Hypertoni',
        assessment: 'Stabil',
        recommendation: 'Ny kontroll klockan 18',
      },
      'överlämningen',
    ),
  ),
  does(wardNurse, recordConsent('permit')),
  does(wardNurse, sendMessage('admission', 'inskrivningsmeddelandet')),
  does(wardNurse, callCarePlanning('planeringen')),
  does(wardPhysician, declareReadyForDischarge('bedömningen')),
  does(districtNurse, bookTelephoneTime('Yrsel', 'telefontiden')),
  does(patient, contributeBloodPressure(142, 86, 'hemblodtrycket')),
  does(wardSecretary, printDocument('letter')),
  does(wardSecretary, printDocument('label')),
  does(scientist, telephoneCriticalAnswer(ref('odlingen'), 'samtalet')),
  does(nurse, collectSpecimen(ref('troponinet'))),
  does(scientist, answerOrder(ref('troponinet'), { value: 46, unit: 'ng/L' }, 'troponinsvaret')),
];
