import type {
  Accessed,
  Acted,
  Answered,
  Fact,
  Held,
  Logged,
  Looked,
  Named,
  Tried,
} from '../../domain/fact.ts';

/** A small clean run as facts: a nurse measures, a physician orders a test that is answered and read by all. */

const AT = Date.UTC(2026, 10, 23, 8);
export const MOMENT = '2026-11-23T08:00:00.123Z';

export const acted = (over: Partial<Acted> = {}): Acted => ({
  fact: 'acted',
  interaction: 'made',
  what: 'Observation',
  id: 'Observation/1',
  author: 'SE-NURSE',
  content: {
    status: 'final',
    'code.coding[0].code': '85353-1',
    effectiveDateTime: MOMENT,
    'component.length': '7',
  },
  component: 'api',
  instance: 'f-0001',
  patient: 'p-1',
  kind: 'record-vitals',
  token: 'run.f-0001.1',
  account: 'nurse.ward.day',
  role: 'nurse',
  receivers: [],
  sentAt: AT,
  at: AT + 40,
  ...over,
});

/** How the record holds what was written. */
export const held = (act: Acted, over: Partial<Held> = {}): Held => ({
  fact: 'held',
  round: 'day-end',
  what: act.what,
  id: act.id,
  about: act.patient,
  tokens: [act.token],
  version: '1',
  updatedAt: act.at,
  seenAt: act.at + 60_000,
  author: act.author,
  content: act.content,
  links: [],
  owners: act.receivers,
  component: act.component,
  ...over,
});

export const VITALS = acted();
export const ORDER = acted({
  what: 'ServiceRequest',
  id: 'ServiceRequest/2',
  kind: 'order-test',
  token: 'run.f-0001.2',
  account: 'physician.ward.day',
  role: 'physician',
  author: 'SE-PHYSICIAN',
  receivers: ['Organization/lab'],
  content: { status: 'active', authoredOn: MOMENT, 'code.coding[0].code': 'NPU1' },
});
export const ANSWER = acted({
  what: 'DiagnosticReport',
  id: 'DiagnosticReport/3',
  kind: 'answer-order',
  token: 'run.f-0001.3',
  account: 'biomedical-scientist.lab.day',
  role: 'biomedical-scientist',
  author: 'SE-SCIENTIST',
  content: { status: 'final', 'said[0].valueString': 'Ingen växt.' },
  component: 'laboratory',
  passedOn: true,
});
export const MESSAGE = acted({
  what: 'Communication',
  id: 'Communication/5',
  kind: 'send-message',
  token: 'run.f-0001.4',
  receivers: ['Organization/kommun'],
  content: { status: 'completed', sent: MOMENT },
  component: 'message',
});
const ACTS = [VITALS, ORDER, ANSWER, MESSAGE];
/** A dose that was changed once. */
const DOSE = acted({
  ...{ what: 'MedicationRequest', id: 'MedicationRequest/40', kind: 'prescribe', token: 'run.f-0001.7' },
  ...{
    account: 'physician.ward.day',
    role: 'physician',
    author: 'SE-PHYSICIAN',
    content: { 'dose.value': '40' },
  },
});
const NEW_DOSE = acted({
  ...{ ...DOSE, interaction: 'changed', kind: 'change-dose', token: 'run.f-0001.8' },
  ...{ at: DOSE.at + 50, content: { 'dose.value': '20' } },
});

const follow = (act: Acted, id: string, status: string, owners: readonly string[]): Held =>
  held(act, {
    what: 'Task',
    id,
    tokens: [],
    author: undefined,
    links: [act.id],
    owners,
    content: { status, authoredOn: MOMENT },
    component: act.component,
  });

export const WORKLIST = follow(ORDER, 'Task/4', 'completed', ['Organization/lab']);
export const INBOX = follow(MESSAGE, 'Task/6', 'completed', ['Organization/kommun']);
export const RECORD = [
  held(VITALS),
  held(ORDER),
  held(ANSWER, { links: ['ServiceRequest/2', 'Observation/9'] }),
  held(MESSAGE, { content: { ...MESSAGE.content, received: MOMENT } }),
  WORKLIST,
  INBOX,
];

/** Somebody lies in a bed. */
const STAY = acted({
  ...{ what: 'Encounter', id: 'Encounter/30', kind: 'admit', token: 'run.f-0001.6' },
  content: { status: 'in-progress', 'location[0].location.reference': 'Location/30' },
});

const shown = RECORD.map(({ id }) => ({ id, digest: 'as written' }));

export const looked = (over: Partial<Looked> = {}): Looked => ({
  fact: 'looked',
  round: 'after-flow',
  view: 'chart',
  reader: 'nurse@ward',
  role: 'nurse',
  what: 'Observation',
  about: 'p-1',
  instance: 'f-0001',
  shown: shown.slice(0, 2),
  due: shown.slice(0, 2),
  others: [],
  entitled: true,
  inOrder: true,
  ...over,
});

export const tried = (over: Partial<Tried> = {}): Tried => ({
  fact: 'tried',
  probe: 'nurse-MedicationRequest',
  sv: 'sjuksköterskan försöker ordinera läkemedel',
  en: 'the nurse tries to prescribe drugs',
  about: 'authority',
  expected: 'Systemet säger nej.',
  observed: 'Systemet svarar 403.',
  outcome: 'as-it-must',
  ...over,
});

export const accessed = (over: Partial<Accessed> = {}): Accessed => ({
  fact: 'accessed',
  account: 'nurse.ward.day',
  action: 'R',
  patient: 'p-1',
  what: 'Observation/1',
  at: AT,
  ...over,
});

export const logged = (over: Partial<Logged> = {}): Logged => ({
  fact: 'logged',
  account: 'nurse.ward.day',
  action: 'R',
  patient: 'p-1',
  what: 'Observation/1',
  at: AT + 5,
  who: ['nurse.ward.day', 'SE-NURSE', 'Sjuksköterska 3'],
  ...over,
});

export const named = (over: Partial<Named> = {}): Named => ({
  fact: 'named',
  surface: 'label',
  patient: 'p-1',
  faults: [],
  shielded: false,
  ...over,
});

export const answered = (over: Partial<Answered> = {}): Answered => ({
  fact: 'answered',
  name: 'GET Observation/:id',
  status: 200,
  took: 12,
  ...over,
});

/** Everything that a clean run shows. */
export const CLEAN: readonly Fact[] = [
  ...ACTS,
  ...RECORD,
  STAY,
  held(STAY),
  DOSE,
  NEW_DOSE,
  held(NEW_DOSE, { version: '2', tokens: [DOSE.token, NEW_DOSE.token] }),
  looked(),
  looked({ role: 'patient', reader: 'self' }),
  looked({ view: 'everything', role: 'registry', shown, due: shown }),
  looked({ view: 'list', about: 'Organization/lab requested' }),
  looked({ entitled: false, shown: [], role: 'care-manager', reader: 'care-manager@municipality' }),
  tried(),
  tried({ about: 'two-at-once', probe: 'stale-version' }),
  tried({ about: 'decoy', probe: 'decoy Patient' }),
  accessed(),
  logged(),
  named(),
  named({ shielded: true, surface: 'chart' }),
  answered(),
];
