import type { ActivityKind, QuestionKind, TaskKind } from '../../../domain/activity.ts';
import { type Bilingual, both } from '../../../pages/bilingual.ts';

/** What each kind of task is called where people read of it. */
const TASK_NAMES: Readonly<Record<TaskKind, Bilingual>> = {
  'register-arrival': both('registrera ankomst', 'register arrival'),
  triage: both('triagera', 'triage'),
  admit: both('skriva in', 'admit'),
  'call-in': both('kalla in', 'call in'),
  'declare-ready-for-discharge': both('förklara utskrivningsklar', 'declare ready for discharge'),
  discharge: both('skriva ut från avdelningen', 'discharge'),
  'print-document': both('skriva ut handling', 'print document'),
  'record-vitals': both('anteckna mätvärden', 'record vital signs'),
  'contribute-blood-pressure': both('bidra med blodtryck hemifrån', 'contribute blood pressure from home'),
  'order-test': both('beställa prov', 'order test'),
  'collect-specimen': both('ta prov', 'collect specimen'),
  'answer-order': both('svara på prov', 'answer order'),
  'telephone-critical-answer': both('ringa kritiskt svar', 'telephone critical answer'),
  'acknowledge-critical-answer': both('kvittera kritiskt svar', 'acknowledge critical answer'),
  'record-allergy': both('anteckna överkänslighet', 'record allergy'),
  prescribe: both('ordinera', 'prescribe'),
  'attempt-to-prescribe': both('försöka ordinera', 'attempt to prescribe'),
  'change-dose': both('ändra dos', 'change dose'),
  'review-prescription': both('granska ordination', 'review prescription'),
  'give-dose': both('ge dos', 'give dose'),
  'write-note': both('skriva anteckning', 'write note'),
  'hand-over-shift': both('lämna över skift', 'hand over shift'),
  'record-consent': both('registrera samtycke', 'record consent'),
  'send-message': both('skicka meddelande', 'send message'),
  'attempt-to-send-message': both('försöka skicka meddelande', 'attempt to send message'),
  'acknowledge-message': both('kvittera meddelande', 'acknowledge message'),
  'call-care-planning': both('kalla till vårdplanering', 'call care planning'),
  'book-telephone-time': both('boka telefontid', 'book telephone time'),
};

/** What each kind of question looks for, in the same places. */
const QUESTION_NAMES: Readonly<Record<QuestionKind, Bilingual>> = {
  'patient-on-unit-list': both('se patienten i enhetens lista', 'see the patient on the unit list'),
  'bed-on-ward-list': both('se vårdplatsen i avdelningens lista', 'see the bed on the ward list'),
  'identity-shielded': both('se att identiteten är skyddad', 'see that the identity is shielded'),
  'vitals-in-chart': both('se mätvärden i journalen', 'see vital signs in the chart'),
  'early-warning-raised': both('se varning för försämring (NEWS2)', 'see early warning (NEWS2)'),
  'no-early-warning': both('se att ingen varning (NEWS2) finns', 'see that there is no early warning'),
  'contribution-marked-as-patients-own': both(
    'se patientens mätvärde, märkt som eget',
    'see the patient’s measurement, marked as such',
  ),
  'order-on-laboratory-worklist': both(
    'se beställningen på laboratoriets arbetslista',
    'see the order on the laboratory worklist',
  ),
  'answer-on-orderers-list': both('se svaret på beställarens lista', 'see the answer on the orderer’s list'),
  'exactly-one-answer': both('se exakt ett svar', 'see exactly one answer'),
  'answer-reads-unchanged': both('läsa svaret som det skrevs', 'read the answer as it was written'),
  'acknowledgement-on-record': both('se kvittensen i journalen', 'see the acknowledgement on record'),
  'specimen-taken-before-dose': both(
    'se att provet togs före dosen',
    'see that the specimen was taken before the dose',
  ),
  'prescription-stopped': both('se ordinationen stoppad', 'see the prescription stopped'),
  'prescription-without-warning': both(
    'se ordinationen utan varning',
    'see the prescription without warning',
  ),
  'medication-lists-agree': both('se samma läkemedel i alla listor', 'see the same drugs in all lists'),
  'dose-on-nurses-list': both('se dosen på utdelningslistan', 'see the dose on the nurse’s list'),
  'given-dose-is-ordered-dose': both(
    'se att given dos är den ordinerade',
    'see that the given dose is the ordered one',
  ),
  'dose-given': both('se dosen given', 'see the dose given'),
  'hand-over-complete': both('se hela överlämningen', 'see the whole hand-over'),
  'patient-reads-note': both('patienten läser anteckningen', 'the patient reads the note'),
  'patient-reads-answer': both('patienten läser svaret', 'the patient reads the answer'),
  'message-in-inbox': both('se meddelandet i inkorgen', 'see the message in the inbox'),
  'message-received': both('se att meddelandet är mottaget', 'see that the message was received'),
  'nothing-in-inbox': both('se att inkorgen är tom', 'see that nothing is in the inbox'),
  'care-planning-called': both('se kallelsen till vårdplanering', 'see the call to care planning'),
  'booking-on-schedule': both('se tiden i tidboken', 'see the booking on the schedule'),
};

const NAMES: Readonly<Record<ActivityKind, Bilingual>> = { ...TASK_NAMES, ...QUESTION_NAMES };

const isKnown = (kind: string): kind is ActivityKind => Object.hasOwn(NAMES, kind);

/** The name of a kind of step; in evidence of another version of Genrep it may be one that this one does not know. */
export const stepName = (kind: string): Bilingual => (isKnown(kind) ? NAMES[kind] : both(kind, kind));
