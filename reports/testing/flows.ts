import {
  admit,
  bedOnWardList,
  callIn,
  discharge,
  identityShielded,
  patientOnUnitList,
  printDocument,
  registerArrival,
  triage,
} from '../../care/admission/index.ts';
import { bookingOnSchedule, bookTelephoneTime } from '../../care/booking/index.ts';
import {
  acknowledgeMessage,
  messageInInbox,
  messageReceived,
  recordConsent,
  sendMessage,
} from '../../care/coordination/index.ts';
import { patientReadsNote, writeNote } from '../../care/documentation/index.ts';
import {
  acknowledgeCriticalAnswer,
  acknowledgementOnRecord,
  answerOnOrderersList,
  answerOrder,
  answerReadsUnchanged,
  collectSpecimen,
  exactlyOneAnswer,
  orderOnLaboratoryWorklist,
  orderTest,
  telephoneCriticalAnswer,
} from '../../care/laboratory/index.ts';
import { testCalled } from '../../care/laboratory/words.ts';
import {
  attemptToPrescribe,
  doseGiven,
  giveDose,
  givenDoseIsOrderedDose,
  medicationListsAgree,
  prescribe,
  prescriptionStopped,
  recordAllergy,
} from '../../care/medication/index.ts';
import { allergenCalled, drugCalled } from '../../care/medication/words.ts';
import { earlyWarningRaised, recordVitals, vitalsInChart } from '../../care/vitals/index.ts';
import type { CareFlow } from '../../domain/care-flow.ts';
import { ref } from '../../domain/ref.ts';
import { HOUR } from '../../domain/time.ts';
import {
  edNurse,
  eveningNurse,
  flow,
  gp,
  municipal,
  patient,
  physician,
  scientist,
  secretary,
  wardNurse,
  within,
} from './flow-builder.ts';

const VITALS = {
  respiratoryRate: 26,
  oxygenSaturation: 91,
  supplementalOxygen: true,
  systolicPressure: 92,
  heartRate: 128,
  consciousness: 'C',
  temperature: 39.4,
} as const;

/** Eight flows with the shapes of real ones, for tests of reports. */
export const FLOWS: readonly CareFlow[] = [
  flow(
    'brostsmarta',
    'Bröstsmärta på akuten',
    1,
    ['KRAV-LAB-01', 'KRAV-LAB-02', 'KRAV-INS-01'],
    [
      [
        'medicinska sekreteraren på akuten registrerar ankomst',
        secretary,
        registerArrival('Bröstsmärta', 'besöket'),
      ],
      [
        'sjuksköterskan på akuten ser patienten i enhetens lista',
        edNurse,
        patientOnUnitList(),
        within(5_000),
      ],
      ['sjuksköterskan på akuten triagerar orange', edNurse, triage('orange')],
      ['läkaren på akuten ordinerar Troponin T', physician, orderTest(testCalled('Troponin T'), 'provet')],
      [
        'biomedicinska analytikern ser ordinationen på arbetslistan inom 5 s',
        scientist,
        orderOnLaboratoryWorklist(ref('provet')),
        within(5_000),
      ],
      ['sjuksköterskan på akuten tar provet', edNurse, collectSpecimen(ref('provet'))],
      [
        'biomedicinska analytikern svarar 52 ng/L',
        scientist,
        answerOrder(ref('provet'), { value: 52, unit: 'ng/L' }, 'svaret'),
      ],
      [
        'läkaren på akuten ser svaret inom 5 s',
        physician,
        answerOnOrderersList(ref('provet')),
        within(5_000),
      ],
      ['läkaren på akuten ser exakt ett svar', physician, exactlyOneAnswer(ref('provet'))],
      ['läkaren på akuten skriver in patienten', physician, admit('inskrivningen')],
      ['sjuksköterskan på avdelningen ser vårdplatsen inom 10 s', wardNurse, bedOnWardList(), within(10_000)],
    ],
  ),
  flow(
    'sepsislarm',
    'Sepsislarm',
    1,
    ['KRAV-VIT-01', 'KRAV-LKM-03'],
    [
      ['sjuksköterskan på akuten registrerar vitalparametrar', edNurse, recordVitals(VITALS, 'mätningen')],
      [
        'läkaren på akuten ser varning för NEWS2 14 inom 5 s',
        physician,
        earlyWarningRaised(ref('mätningen'), 14),
        within(5_000),
      ],
      [
        'läkaren på akuten ordinerar Cefotaxim',
        physician,
        prescribe(drugCalled('Cefotaxim'), 'ordinationen'),
      ],
      ['sjuksköterskan på akuten ger första dosen', edNurse, giveDose(ref('ordinationen'), 'dosen')],
      [
        'läkaren på akuten ser dosen given inom 1 h',
        physician,
        doseGiven(ref('dosen')),
        within(HOUR, 'day', 'mätningen'),
      ],
    ],
  ),
  flow(
    'lakemedel',
    'Läkemedel och allergi',
    1,
    ['KRAV-LKM-01', 'KRAV-LKM-02'],
    [
      [
        'läkaren på akuten registrerar penicillinallergi',
        physician,
        recordAllergy(allergenCalled('penicillin'), 'allergin'),
      ],
      [
        'läkaren på akuten försöker ordinera Bensylpenicillin',
        physician,
        attemptToPrescribe(drugCalled('Bensylpenicillin'), 'försöket'),
      ],
      [
        'läkaren på akuten stoppas på grund av penicillinallergin',
        physician,
        prescriptionStopped(ref('försöket'), allergenCalled('penicillin')),
      ],
      [
        'läkaren på akuten ordinerar Klindamycin',
        physician,
        prescribe(drugCalled('Klindamycin'), 'alternativet'),
      ],
      [
        'sjuksköterskan på avdelningen ser samma läkemedelslista i alla vyer',
        wardNurse,
        medicationListsAgree(['physician', 'nurse', 'pharmacist']),
        within(5_000),
      ],
    ],
  ),
  flow(
    'avdelningsdygn',
    'Avdelningsdygn',
    2,
    ['KRAV-VIT-02', 'KRAV-LKM-04'],
    [
      [
        'sjuksköterskan på avdelningen registrerar vitalparametrar',
        wardNurse,
        recordVitals(VITALS, 'mätningen'),
      ],
      [
        'kvällssjuksköterskan på avdelningen ser mätningen på rätt patient',
        eveningNurse,
        vitalsInChart(ref('mätningen')),
        within(5_000),
      ],
      [
        'läkaren på akuten ordinerar Furosemid',
        physician,
        prescribe(drugCalled('Furosemid'), 'ordinationen'),
      ],
      ['kvällssjuksköterskan på avdelningen ger dosen', eveningNurse, giveDose(ref('ordinationen'), 'dosen')],
      [
        'läkaren på akuten ser att given dos är ordinerad dos',
        physician,
        givenDoseIsOrderedDose(ref('dosen'), ref('ordinationen')),
        within(5_000),
      ],
    ],
  ),
  flow(
    'utskrivning',
    'Utskrivning med kommunala insatser',
    2,
    ['KRAV-SAM-01'],
    [
      ['sjuksköterskan på avdelningen registrerar samtycke', wardNurse, recordConsent('permit')],
      [
        'sjuksköterskan på avdelningen skickar inskrivningsmeddelande',
        wardNurse,
        sendMessage('admission', 'meddelandet'),
      ],
      [
        'distriktssköterskan i kommunen ser meddelandet inom 24 h',
        municipal,
        messageInInbox(ref('meddelandet')),
        within(24 * HOUR, 'day'),
      ],
      ['distriktssköterskan i kommunen kvitterar', municipal, acknowledgeMessage(ref('meddelandet'))],
      [
        'sjuksköterskan på avdelningen ser mottagarens kvittens',
        wardNurse,
        messageReceived(ref('meddelandet')),
        within(5_000),
      ],
      ['sjuksköterskan på avdelningen skriver ut patienten', wardNurse, discharge('utskrivningen')],
    ],
  ),
  flow(
    'telefonrad',
    'Telefonråd, prov och 1177',
    3,
    ['KRAV-PAT-01'],
    [
      ['läkaren på vårdcentralen bokar telefontid', gp, bookTelephoneTime('Blodtryck', 'tiden')],
      ['läkaren på vårdcentralen ser bokningen', gp, bookingOnSchedule(ref('tiden'))],
      [
        'läkaren på vårdcentralen skriver en anteckning',
        gp,
        writeNote('Fortsatt samma behandling.', 'anteckningen'),
      ],
      ['patienten läser anteckningen direkt', patient, patientReadsNote(ref('anteckningen')), within(2_000)],
    ],
  ),
  flow(
    'kritiskt',
    'Kritiskt provsvar',
    1,
    ['KRAV-LAB-03', 'KRAV-LAB-04'],
    [
      ['läkaren på akuten ordinerar Blododling', physician, orderTest(testCalled('Blododling'), 'odlingen')],
      [
        'biomedicinska analytikern svarar ”Ingen växt”',
        scientist,
        answerOrder(ref('odlingen'), { text: 'Ingen växt' }, 'svaret'),
      ],
      [
        'läkaren på akuten läser svaret oförändrat inom 5 s',
        physician,
        answerReadsUnchanged(ref('svaret')),
        within(5_000),
      ],
      [
        'biomedicinska analytikern ringer sjuksköterskan',
        scientist,
        telephoneCriticalAnswer(ref('odlingen'), 'samtalet'),
      ],
      [
        'sjuksköterskan på avdelningen kvitterar samtalet',
        wardNurse,
        acknowledgeCriticalAnswer(ref('samtalet')),
      ],
      [
        'läkaren på akuten ser vem som kvitterade och när',
        physician,
        acknowledgementOnRecord(ref('samtalet')),
        within(5_000),
      ],
    ],
  ),
  flow(
    'skyddad',
    'Skyddad identitet',
    1,
    ['KRAV-SKY-01'],
    [
      [
        'medicinska sekreteraren på akuten registrerar ankomst',
        secretary,
        registerArrival('Fall', 'besöket'),
      ],
      ['sjuksköterskan på akuten kallar in', edNurse, callIn()],
      ['medicinska sekreteraren på akuten skriver ut brevet', secretary, printDocument('letter')],
      ['sjuksköterskan på akuten ser ingen adress i brevet', edNurse, identityShielded('letter')],
      ['sjuksköterskan på akuten ser ingen adress i enhetens lista', edNurse, identityShielded('unit-list')],
    ],
  ),
];
