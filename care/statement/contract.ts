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
import { stoppedForReason } from '../stop/index.ts';
import { reasonCalled } from '../stop/words.ts';
import {
  attemptToSendStatement,
  changeStatement,
  noSuchStatement,
  patientAttemptsStatement,
  patientReadsStatement,
  patientSendsStatement,
  receiveStatement,
  sendStatement,
  statementArrived,
  statementReceived,
  statementWithdrawn,
  withdrawStatement,
} from './activities.ts';
import { statementCalled } from './words.ts';

const { generalPractitioner, caseOfficer, wardNurse, municipalNurse, districtNurse, patient } = STAFF;

const CERTIFICATE = statementCalled('läkarintyg för sjukpenning');
const SAYS = {
  diagnos: 'M54.5 Lumbago',
  funktionsnedsättning: 'Kan inte sitta, stå eller lyfta – å ä ö',
  nedsättning: '50 %',
  från: '2026-12-01',
  till: '2026-12-14',
};
const { diagnos: _, ...WITHOUT_DIAGNOSIS } = SAYS;
const certificate = ref('intyget');

const PLANNED = statementCalled('besked om beräknad utskrivning');
const LATER = { 'beräknad dag': '2026-12-07', insatser: 'Rollator, trygghetslarm' };
const RENEWAL = statementCalled('begäran om receptförnyelse');
const ASKS = { läkemedel: 'Amlodipin 5 mg', 'hälsa nu': 'Mår bra' };

export const contract: readonly Case[] = [
  {
    title: 'a certificate is read in whole by its receiver, and the sender sees that it came',
    lines: [
      does(generalPractitioner, sendStatement(CERTIFICATE, SAYS, 'intyget')),
      sees(caseOfficer, statementArrived(certificate)),
      seesNot(generalPractitioner, statementReceived(certificate)),
      does(caseOfficer, receiveStatement(certificate)),
      sees(generalPractitioner, statementReceived(certificate)),
    ],
  },
  {
    title: 'a certificate that says something else has not arrived',
    lines: [
      does(generalPractitioner, sendStatement(CERTIFICATE, SAYS, 'intyget')),
      misremembers(sendStatement(CERTIFICATE, { ...SAYS, nedsättning: '100 %' }, 'intyget')),
      seesNot(caseOfficer, statementArrived(certificate)),
    ],
  },
  {
    title: 'a certificate that lacks what it must say is refused',
    lines: [
      isRefused(generalPractitioner, attemptToSendStatement(CERTIFICATE, WITHOUT_DIAGNOSIS, 'försöket')),
      sees(generalPractitioner, stoppedForReason(ref('försöket'), reasonCalled('diagnosen saknas'))),
      does(generalPractitioner, attemptToSendStatement(CERTIFICATE, SAYS, 'hela')),
    ],
  },
  {
    title: 'what was changed is read as it now is, and is to be received anew',
    lines: [
      does(
        wardNurse,
        sendStatement(PLANNED, { 'beräknad dag': '2026-12-04', insatser: 'Rollator' }, 'beskedet'),
      ),
      does(municipalNurse, receiveStatement(ref('beskedet'))),
      does(wardNurse, changeStatement(ref('beskedet'), LATER, 'det nya')),
      sees(municipalNurse, statementArrived(ref('det nya'))),
      seesNot(municipalNurse, statementArrived(ref('beskedet'))),
      seesNot(wardNurse, statementReceived(ref('det nya'))),
      does(municipalNurse, receiveStatement(ref('det nya'))),
      sees(wardNurse, statementReceived(ref('det nya'))),
    ],
  },
  {
    title: 'what was withdrawn is withdrawn at its receiver, for its reason',
    lines: [
      does(wardNurse, sendStatement(PLANNED, LATER, 'beskedet')),
      seesNot(municipalNurse, statementWithdrawn(ref('beskedet'), 'Feber, stannar kvar')),
      does(wardNurse, withdrawStatement(ref('beskedet'), 'Feber, stannar kvar')),
      sees(municipalNurse, statementWithdrawn(ref('beskedet'), 'Feber, stannar kvar')),
    ],
  },
  {
    title: 'a unit has nothing of a kind until something comes to it',
    lines: [
      sees(municipalNurse, noSuchStatement(PLANNED)),
      does(wardNurse, sendStatement(PLANNED, LATER, 'beskedet')),
      sees(municipalNurse, statementArrived(ref('beskedet'))),
      seesNot(municipalNurse, noSuchStatement(PLANNED)),
    ],
  },
  {
    title: 'what a patient asks for is refused when it lacks what it must say',
    lines: [
      isRefused(patient, patientAttemptsStatement(RENEWAL, { 'hälsa nu': 'Mår bra' }, 'försöket')),
      sees(patient, stoppedForReason(ref('försöket'), reasonCalled('läkemedlet saknas'))),
      does(patient, patientAttemptsStatement(RENEWAL, ASKS, 'hela')),
    ],
  },
  {
    title: 'what a patient asks for is read by the one asked and by the patient',
    lines: [
      does(patient, patientSendsStatement(RENEWAL, ASKS, 'begäran')),
      sees(districtNurse, statementArrived(ref('begäran'))),
      sees(patient, patientReadsStatement(ref('begäran'))),
      misremembers(patientSendsStatement(RENEWAL, { ...ASKS, läkemedel: 'Metoprolol 50 mg' }, 'begäran')),
      seesNot(patient, patientReadsStatement(ref('begäran'))),
    ],
  },
];
