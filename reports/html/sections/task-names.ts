import type { TaskKind } from '../../../domain/activity.ts';
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

const isTask = (kind: string): kind is TaskKind => Object.hasOwn(TASK_NAMES, kind);

/** The name of a kind of step; a question goes by its own identifier. */
export const stepName = (kind: string): Bilingual => (isTask(kind) ? TASK_NAMES[kind] : both(kind, kind));
