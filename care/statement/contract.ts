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
  receiveStatement,
  sendStatement,
  statementArrived,
  statementReceived,
} from './activities.ts';
import { statementCalled } from './words.ts';

const { generalPractitioner, caseOfficer } = STAFF;

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
];
