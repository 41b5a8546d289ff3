import type {
  AllergyIntolerance,
  Appointment,
  Communication,
  DetectedIssue,
  DiagnosticReport,
  DocumentReference,
  Encounter,
  MedicationAdministration,
  MedicationRequest,
  Observation,
  OperationOutcome,
  Patient,
  Resource,
  ServiceRequest,
  Specimen,
  Task,
} from '@medplum/fhirtypes';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { AnswerContent } from '../laboratory/hl7/answer.ts';
import {
  consent,
  dosage,
  encounter,
  labOrder,
  message,
  NORMAL_VITALS,
  prescription,
  SEPTIC_VITALS,
  vitalSigns,
} from '../workflows/testing/resources.ts';
import { listFaults } from './faults.ts';
import { type Answered, foundSmallHouses, type SmallHouse } from './testing/small-house.ts';

/** How long somebody who asked was kept waiting; nobody here waits. */
const { pauses } = vi.hoisted(() => ({ pauses: [] as number[] }));
vi.mock('node:timers/promises', () => ({
  setTimeout: async (milliseconds: number) => void pauses.push(milliseconds),
}));

let houses: Awaited<ReturnType<typeof foundSmallHouses>>;
let sound: SmallHouse;
beforeAll(async () => {
  houses = await foundSmallHouses();
  sound = await houses.open();
});
afterAll(async () => {
  await sound.close();
  await houses.close();
});
beforeEach(() => {
  pauses.length = 0;
});

type Kept<T> = T & { readonly id: string };

const ER = 'sas-akuten';
const WARD = 'sas-medicin-3';
const CENTRE = 'vc-ekbacken';
const TOWN = 'boras-kommun';
const NEIGHBOUR = 'marks-kommun';
const NOON = '2026-11-22T12:00:00Z';

const about = ({ id }: Patient) => ({ reference: `Patient/${id}` });
const to = ({ resourceType, id }: Kept<Resource>) => ({ reference: `${resourceType}/${id}` });
const genrep = (code: string) => ({ coding: [{ system: SYSTEMS.genrep, code }] });
const loinc = (code: string) => ({ coding: [{ system: SYSTEMS.loinc, code }] });

let turn = 0;
/** Another number each time. */
const next = (): number => {
  turn += 1;
  return turn;
};

const note = (
  patient: Patient,
  text: string,
  type: DocumentReference['type'] = loinc('34109-9'),
): DocumentReference => ({
  resourceType: 'DocumentReference',
  status: 'current',
  type,
  subject: about(patient),
  content: [
    {
      attachment: { contentType: 'text/plain; charset=utf-8', data: Buffer.from(text).toString('base64') },
    },
  ],
});
const HANDOVER = 'Situation: a\nBakgrund: b\nAktuellt: c\nRekommendation: d';
const handover = (patient: Patient): DocumentReference => note(patient, HANDOVER, genrep('sbar'));
const textOf = ({ content }: DocumentReference): string =>
  Buffer.from(content[0]?.attachment.data ?? '', 'base64').toString();

const allergy = (patient: Patient): AllergyIntolerance => ({
  resourceType: 'AllergyIntolerance',
  patient: about(patient),
  criticality: 'high',
  clinicalStatus: {
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical', code: 'active' }],
  },
  code: { coding: [{ system: SYSTEMS.snomed, code: '91936005' }], text: 'Penicillinallergi' },
});

const given = (patient: Patient): MedicationAdministration => ({
  resourceType: 'MedicationAdministration',
  status: 'completed',
  medicationCodeableConcept: { text: 'Furosemid' },
  subject: about(patient),
  effectiveDateTime: NOON,
  dosage: { dose: { value: 40, unit: 'mg', system: SYSTEMS.ucum, code: 'mg' } },
});

const booking = (patient: Patient): Appointment => ({
  resourceType: 'Appointment',
  status: 'booked',
  appointmentType: genrep('telephone'),
  start: NOON,
  end: '2026-11-22T12:15:00Z',
  participant: [{ actor: about(patient), status: 'accepted' }],
});
const planning = (patient: Patient): Appointment => ({
  resourceType: 'Appointment',
  status: 'proposed',
  serviceType: [genrep('sip')],
  participant: [{ actor: about(patient), status: 'needs-action' }],
});

const ready = (patient: Patient): Observation => ({
  resourceType: 'Observation',
  status: 'final',
  code: genrep('ready-for-discharge'),
  subject: about(patient),
  valueDateTime: NOON,
});

/** NEWS2 7 */
const SEVEN = {
  ...NORMAL_VITALS,
  respiratoryRate: 22,
  oxygenSaturation: 93,
  systolicPressure: 108,
  heartRate: 104,
  temperature: 38.6,
};

const reasonIn = ({ body }: Answered): string | undefined =>
  (body as OperationOutcome | undefined)?.issue?.[0]?.details?.text;

async function ordered(house: SmallHouse, patient: Patient, what: string): Promise<Kept<ServiceRequest>> {
  const order = await house.staff('physician', ER).create(labOrder(patient, what));
  await house.ordersArrive();
  return order;
}

/** What stands of an answer to an order. */
async function answered(house: SmallHouse, what: string, content: AnswerContent, by?: string) {
  const patient = await house.newPatient();
  const order = await ordered(house, patient, what);
  await house.answers(order, content, by);
  const [report] = await house.stored<DiagnosticReport>(
    `DiagnosticReport?based-on=ServiceRequest/${order.id}`,
  );
  const [observation] = await house.stored<Observation>(`Observation?based-on=ServiceRequest/${order.id}`);
  return { report, observation };
}

const answerText = async (house: SmallHouse, text: string): Promise<string | undefined> =>
  (await answered(house, 'Blododling', { text })).observation?.valueString;

async function attempted(house: SmallHouse, patient: Patient, drug: string): Promise<Answered> {
  return house.staff('physician', WARD).post(prescription(patient, drug));
}

async function sent(house: SmallHouse, kind = 'admission') {
  const patient = await house.newPatient();
  const nurse = house.staff('nurse', WARD);
  await nurse.create(consent(patient, 'permit'));
  const letter = await nurse.create(message(patient, kind));
  const inbox = await house.stored<Task>(`Task?focus=Communication/${letter.id}`);
  return { patient, letter, inbox };
}

async function warnings(house: SmallHouse, values: typeof NORMAL_VITALS): Promise<readonly DetectedIssue[]> {
  const panel = await house.staff('nurse', WARD).create(vitalSigns(await house.newPatient(), values));
  return house.stored(`DetectedIssue?implicated=Observation/${panel.id}`);
}

async function stay(house: SmallHouse, unit = WARD): Promise<Kept<Encounter>> {
  const kind = unit === ER ? 'EMER' : 'IMP';
  return house.staff('medical-secretary', unit).create({
    ...encounter(await house.newPatient(), unit, kind),
    reasonCode: [{ text: `Orsak ${next()}` }],
  });
}

/** Whether what came out says what was put in. */
const isAsSent = (out: unknown, put: unknown): boolean => JSON.stringify(out) === JSON.stringify(put);

interface Case {
  /** Something that happens in a day, and what is seen of it. */
  play(house: SmallHouse): Promise<unknown>;
  readonly right: unknown;
  readonly wrong: unknown;
}

const seen = (right: unknown, wrong: unknown, play: Case['play']): Case => ({ play, right, wrong });

const CASES: Readonly<Record<string, Case>> = {
  'bed-given-twice': seen(1, 2, async (house) => {
    const { location } = await stay(house);
    const there = await house.stored<Encounter>(
      `Encounter?service-provider=Organization/${WARD}&class=IMP&status=in-progress`,
    );
    return there.filter((other) => isAsSent(other.location, location)).length;
  }),
  'specimen-tied-to-former-order': seen(true, false, async (house) => {
    const patient = await house.newPatient();
    const request = [to(await ordered(house, patient, 'Kalium'))];
    const specimen = await house.staff('nurse', WARD).create<Specimen>({
      resourceType: 'Specimen',
      subject: about(patient),
      request,
      collection: { collectedDateTime: NOON },
    });
    return isAsSent(specimen.request, request);
  }),
  'value-of-former-patient': seen(true, false, async (house) => {
    const value = next();
    const { observation } = await answered(house, 'Troponin T', { value, unit: 'ng/L' });
    return observation?.valueQuantity?.value === value;
  }),
  'vitals-left-in-form': seen(true, false, async (house) => {
    const panel = vitalSigns(await house.newPatient(), { ...NORMAL_VITALS, heartRate: 50 + (next() % 40) });
    const { component } = await house.staff('nurse', ER).create(panel);
    return isAsSent(component, panel.component);
  }),
  'consent-on-wrong-patient': seen(1, 0, async (house) => {
    const patient = await house.newPatient();
    await house.staff('nurse', WARD).create(consent(patient, 'permit'));
    return (await house.stored(`Consent?patient=Patient/${patient.id}`)).length;
  }),
  'planning-about-another': seen(1, 0, async (house) => {
    const patient = await house.newPatient();
    await house.staff('district-nurse', CENTRE).create(planning(patient));
    return (await house.stored(`Appointment?patient=Patient/${patient.id}`)).length;
  }),
  'review-on-other-prescription': seen(true, false, async (house) => {
    const patient = await house.newPatient();
    const focus = to((await attempted(house, patient, 'Furosemid')).body as Kept<MedicationRequest>);
    const review = await house.staff('pharmacist', 'sas-farmaci').create<Task>({
      resourceType: 'Task',
      status: 'completed',
      intent: 'order',
      code: genrep('review-prescription'),
      for: about(patient),
      focus,
    });
    return isAsSent(review.focus, focus);
  }),
  'portal-mixes-charts': seen(1, 2, async (house) => {
    const patient = await house.newPatient();
    await house.staff('physician', CENTRE).create(note(patient, 'Vila'));
    return (await house.patient(patient).find(`DocumentReference?subject=Patient/${patient.id}`)).length;
  }),
  'warning-about-former-vitals': seen(1, 0, async (house) => (await warnings(house, SEPTIC_VITALS)).length),
  'validated-by-former': seen(true, false, async (house) => {
    const by = `validator-${next()}`;
    const { report } = await answered(house, 'Kalium', { value: 4.1, unit: 'mmol/L' }, by);
    return report?.performer?.[0]?.identifier?.value === by;
  }),
  'allergy-by-another': seen(true, false, async (house) => {
    const role = next() % 2 === 0 ? 'nurse' : 'physician';
    const { recorder } = await house.staff(role, WARD).create(allergy(await house.newPatient()));
    return recorder?.identifier?.value === `SE0000000000-${WARD}-${role}`;
  }),
  'reason-of-former-arrival': seen(true, false, async (house) => {
    const { reasonCode } = await stay(house, ER);
    return reasonCode?.[0]?.text === `Orsak ${turn}`;
  }),

  'second-order-taken-for-repeat': seen([1, 1], [1, 0], async (house) => {
    const patient = await house.newPatient();
    const orders = [await ordered(house, patient, 'Troponin T'), await ordered(house, patient, 'Troponin T')];
    const rows = orders.map(({ id }) => house.stored(`Task?focus=ServiceRequest/${id}`));
    return (await Promise.all(rows)).map(({ length }) => length);
  }),
  'answer-number-reused': seen(true, false, async (house) => {
    const { report } = await answered(house, 'Kalium', { value: 4.1, unit: 'mmol/L' });
    return report !== undefined;
  }),
  'order-number-of-patient-cut': seen(true, false, async (house) => {
    const { report } = await answered(house, 'Kalium', { value: 4.1, unit: 'mmol/L' });
    return report !== undefined;
  }),
  'second-answer-on-first-order': seen([1, 1], [2, 0], async (house) => {
    const patient = await house.newPatient();
    const orders = [await ordered(house, patient, 'Kalium'), await ordered(house, patient, 'Kalium')];
    for (const order of orders) await house.answers(order, { value: 4.1, unit: 'mmol/L' });
    const reports = orders.map(({ id }) => house.stored(`DiagnosticReport?based-on=ServiceRequest/${id}`));
    return (await Promise.all(reports)).map(({ length }) => length);
  }),
  'person-known-twice': seen(1, 2, async (house) => {
    const value = `person-${next()}`;
    await house.newPatient({ identifier: [{ system: SYSTEMS.regionalReserveNumber, value }] });
    return (await house.stored(`Patient?identifier=${SYSTEMS.regionalReserveNumber}|${value}`)).length;
  }),
  'given-dose-gone-later': seen([200, 200], [200, 410], async (house) => {
    const nurse = house.staff('nurse', WARD);
    const { id } = await nurse.create(given(await house.newPatient()));
    await house.pass(25_000);
    const { status } = await nurse.get(`MedicationAdministration/${id}`);
    await house.pass(10_000);
    return [status, (await nurse.get(`MedicationAdministration/${id}`)).status];
  }),
  'handover-gone-later': seen([200, 200], [200, 410], async (house) => {
    const nurse = house.staff('nurse', WARD);
    const { id } = await nurse.create(handover(await house.newPatient()));
    await house.pass(15_000);
    const { status } = await nurse.get(`DocumentReference/${id}`);
    await house.pass(10_000);
    return [status, (await nurse.get(`DocumentReference/${id}`)).status];
  }),
  'consent-lost': seen(200, 404, async (house) => {
    const nurse = house.staff('nurse', WARD);
    const { id } = await nurse.create(consent(await house.newPatient(), 'permit'));
    return (await nurse.get(`Consent/${id}`)).status;
  }),
  'discharge-information-undelivered': seen([1, 1], [1, 0], async (house) => [
    (await sent(house, 'admission')).inbox.length,
    (await sent(house, 'discharge-information')).inbox.length,
  ]),
  'dose-answered-but-not-done': seen([201, 1], [201, 0], async (house) => {
    const patient = await house.newPatient();
    const { status } = await house.staff('nurse', WARD).post(given(patient));
    return [status, (await house.stored(`MedicationAdministration?subject=Patient/${patient.id}`)).length];
  }),

  'inbox-copy-to-neighbour': seen([TOWN], [TOWN, NEIGHBOUR], async (house) => {
    const { inbox } = await sent(house);
    return inbox.map(({ owner }) => owner?.reference?.split('/')[1]).sort();
  }),
  'critical-call-to-other-ward': seen(WARD, 'sas-medicin-4', async (house) => {
    const { recipient } = await house.staff('biomedical-scientist', 'sas-lab').create<Communication>({
      resourceType: 'Communication',
      status: 'completed',
      category: [genrep('critical-answer')],
      subject: about(await house.newPatient()),
      recipient: [{ reference: `Organization/${WARD}` }],
      sent: NOON,
    });
    return recipient?.[0]?.reference?.split('/')[1];
  }),
  'booking-not-in-physicians-book': seen([1, 1], [1, 0], async (house) => {
    const patient = await house.newPatient();
    const nurse = house.staff('nurse', CENTRE);
    await nurse.create(booking(patient));
    const query = `Appointment?patient=Patient/${patient.id}`;
    const lists = [nurse, house.staff('physician', CENTRE)].map((reader) => reader.find(query));
    return (await Promise.all(lists)).map(({ length }) => length);
  }),
  'care-managers-inbox-unwatched': seen([1, 1], [1, 0], async (house) => {
    const { letter } = await sent(house);
    const query = `Task?focus=Communication/${letter.id}`;
    const lists = (['district-nurse', 'care-manager'] as const).map((role) =>
      house.staff(role, TOWN).find(query),
    );
    return (await Promise.all(lists)).map(({ length }) => length);
  }),
  'warning-not-shown-at-emergency': seen(1, 0, async (house) => {
    const nurse = house.staff('nurse', ER);
    const panel = await nurse.create(vitalSigns(await house.newPatient(), SEPTIC_VITALS));
    return (await nurse.find(`DetectedIssue?implicated=Observation/${panel.id}`)).length;
  }),

  'micro-becomes-milli': seen('MIC 0,5 µg/mL', 'MIC 0,5 mg/mL', (house) =>
    answerText(house, 'MIC 0,5 µg/mL'),
  ),
  'text-after-semicolon-lost': seen('Växt av S; ej MRSA.\nRingt.', 'Växt av S\nRingt.', (house) =>
    answerText(house, 'Växt av S; ej MRSA.\nRingt.'),
  ),
  'indents-lost': seen('Svar:\n  1. Ett', 'Svar:\n1. Ett', (house) => answerText(house, 'Svar:\n  1. Ett')),
  'answer-cut-at-255': seen(300, 255, async (house) => (await answerText(house, 'å'.repeat(300)))?.length),
  'recommendation-lost': seen(HANDOVER, 'Situation: a\nBakgrund: b\nAktuellt: c', async (house) =>
    textOf(await house.staff('nurse', WARD).create(handover(await house.newPatient()))),
  ),
  'above-range-shown-as-range': seen(
    31,
    30,
    async (house) =>
      (await answered(house, 'Troponin T', { value: 31, unit: 'ng/L' })).observation?.valueQuantity?.value,
  ),
  'last-vital-left-out': seen(7, 6, async (house) => {
    const panel = vitalSigns(await house.newPatient(), NORMAL_VITALS);
    return (await house.staff('nurse', WARD).create(panel)).component?.length;
  }),
  'oxygen-resets-to-air': seen(['NEWS2 14'], ['NEWS2 12'], async (house) =>
    (await warnings(house, SEPTIC_VITALS)).map(({ detail }) => /^NEWS2 \d+/.exec(detail ?? '')?.[0]),
  ),
  'dose-unit-another': seen('mg', 'ug', async (house) => {
    const { body } = await attempted(house, await house.newPatient(), 'Furosemid');
    return (body as MedicationRequest).dosageInstruction?.[0]?.doseAndRate?.[0]?.doseQuantity?.unit;
  }),
  'instruction-text-unchanged': seen(['20 mg', 20], ['40 mg', 20], async (house) => {
    const physician = house.staff('physician', WARD);
    const told = (dose: number) => ({ ...dosage(dose, 'mg'), text: `${dose} mg` });
    const request = prescription(await house.newPatient(), 'Furosemid');
    const first = await physician.create({ ...request, dosageInstruction: [told(40)] });
    const { body } = await physician.put({ ...first, dosageInstruction: [told(20)] });
    const [after] = (body as MedicationRequest).dosageInstruction ?? [];
    return [after?.text, after?.doseAndRate?.[0]?.doseQuantity?.value];
  }),
  'given-dose-halved': seen(
    40,
    20,
    async (house) =>
      (await house.staff('nurse', WARD).create(given(await house.newPatient()))).dosage?.dose?.value,
  ),
  'orange-becomes-yellow': seen('triage-orange', 'triage-yellow', async (house) => {
    const arrival = await stay(house, ER);
    const { body } = await house
      .staff('nurse', ER)
      .put({ ...arrival, status: 'triaged', priority: genrep('triage-orange') });
    return (body as Encounter).priority?.coding?.[0]?.code;
  }),
  'birth-day-and-month-swapped': seen(
    '1950-03-04',
    '1950-04-03',
    async (house) => (await house.newPatient()).birthDate,
  ),
  'allergy-inactive': seen(422, 201, async (house) => {
    const patient = await house.newPatient();
    await house.staff('nurse', WARD).create(allergy(patient));
    return (await attempted(house, patient, 'Bensylpenicillin')).status;
  }),
  'known-allergy-without-code': seen(422, 201, async (house) => {
    const patient = await house.newPatient();
    await house.staff('migration').create(allergy(patient));
    return (await attempted(house, patient, 'Bensylpenicillin')).status;
  }),
  'stop-becomes-warning': seen(422, 201, async (house) => {
    const patient = await house.newPatient();
    await house.staff('nurse', WARD).create(allergy(patient));
    return (await attempted(house, patient, 'Bensylpenicillin')).status;
  }),
  'score-seven-silent': seen([1, 1], [0, 1], async (house) => [
    (await warnings(house, SEVEN)).length,
    (await warnings(house, SEPTIC_VITALS)).length,
  ]),
  'stop-names-other-allergen': seen('penicillin', 'paracetamol', async (house) => {
    const patient = await house.newPatient();
    await house.staff('nurse', WARD).create(allergy(patient));
    const said = reasonIn(await attempted(house, patient, 'Bensylpenicillin'));
    return /Stopp: (\S+?)allergi/i.exec(said ?? '')?.[1]?.toLowerCase();
  }),

  'supplier-time-zone': seen(0, 6, async (house) => {
    const { effectiveDateTime = '' } = await house
      .staff('nurse', WARD)
      .create(given(await house.newPatient()));
    return (Date.parse(effectiveDateTime) - Date.parse(NOON)) / 3_600_000;
  }),
  'vitals-without-time-of-day': seen(20, 10, async (house) => {
    const panel = vitalSigns(await house.newPatient(), NORMAL_VITALS);
    return (await house.staff('nurse', WARD).create(panel)).effectiveDateTime?.length;
  }),
  'ready-a-day-early': seen('2026-11-22', '2026-11-21', async (house) => {
    const observation = await house.staff('physician', WARD).create(ready(await house.newPatient()));
    return observation.valueDateTime?.slice(0, 10);
  }),
  'clock-falls-behind': seen(0, -3, async (house) => {
    await house.pass(50_000);
    const { meta } = await house.newPatient();
    return Math.round((Date.parse(meta?.lastUpdated ?? '') - house.now()) / 60_000) + 0;
  }),
  'receipt-late': seen([true, true], [false, true], async (house) => {
    const { letter, inbox } = await sent(house);
    const [row] = inbox;
    const isReceived = async () =>
      (await house.stored<Communication>(`Communication?_id=${letter.id}`))[0]?.received !== undefined;
    await house.staff('care-manager', TOWN).put({ ...(row as Task), status: 'completed' });
    const atOnce = await isReceived();
    await house.pass(31_000);
    return [atOnce, await isReceived()];
  }),
  'warning-late': seen(1, 0, async (house) => (await warnings(house, SEPTIC_VITALS)).length),
  'answer-validated-earlier': seen(0, -1, async (house) => {
    const { report } = await answered(house, 'Kalium', { value: 4.1, unit: 'mmol/L' });
    return Math.round((Date.parse(report?.issued ?? '') - house.now()) / 3_600_000) + 0;
  }),
  'stay-begins-tomorrow': seen('2026-11-22', '2026-11-23', async (house) =>
    (await stay(house)).period?.start?.slice(0, 10),
  ),

  'nurse-declares-ready': seen(
    403,
    201,
    async (house) => (await house.staff('nurse', WARD).post(ready(await house.newPatient()))).status,
  ),
  'pharmacist-gives-drugs': seen(
    403,
    201,
    async (house) => (await house.staff('pharmacist', WARD).post(given(await house.newPatient()))).status,
  ),
  'secretary-prescribes-later': seen([403, 403], [403, 201], async (house) => {
    const secretary = house.staff('medical-secretary', WARD);
    const request = prescription(await house.newPatient(), 'Furosemid');
    const { status } = await secretary.post(request);
    await house.pass(31_000);
    return [status, (await secretary.post(request)).status];
  }),
  'care-manager-reads-drugs': seen(
    403,
    200,
    async (house) => (await house.staff('care-manager', TOWN).get('MedicationRequest')).status,
  ),
  'neighbour-reads-messages': seen(0, 1, async (house) => {
    const { letter } = await sent(house);
    return (await house.staff('district-nurse', NEIGHBOUR).find(`Communication?_id=${letter.id}`)).length;
  }),
  'allergies-denied-at-times': seen(200, 403, async (house) => {
    const { id } = await house.newPatient();
    return (await house.staff('nurse', WARD).get(`AllergyIntolerance?patient=Patient/${id}`)).status;
  }),
  'protection-mark-lost': seen('Skyddad identitet', 'Provsjö', async (house) => {
    const security = [{ system: SYSTEMS.securityLabel, code: 'sekretessmarkering' }];
    const { id } = await house.newPatient({ meta: { security } });
    const { body } = await house.staff('nurse', WARD).get(`Patient/${id}`);
    const [name] = (body as Patient).name ?? [];
    return name?.text ?? name?.family;
  }),

  'prints-unlogged': seen(1, 0, async (house) => {
    const secretary = house.staff('medical-secretary', WARD);
    const { id } = await house.newPatient();
    await secretary.get(`Patient/${id}/$everything`);
    const log = await house.logged(secretary);
    const operations = log.filter(({ subtype }) => subtype?.[0]?.code === 'operation');
    return operations.filter(({ entity }) => entity?.[0]?.what?.reference === `Patient/${id}`).length;
  }),
  'patient-reads-unlogged': seen(1, 0, async (house) => {
    const patient = await house.newPatient();
    const reader = house.patient(patient);
    await reader.find(`DiagnosticReport?subject=Patient/${patient.id}`);
    return (await house.logged(reader)).length;
  }),
  'search-logged-without-patient': seen(1, 0, async (house) => {
    const nurse = house.staff('nurse', WARD);
    const { id } = await house.newPatient();
    await nurse.find(`Observation?subject=Patient/${id}`);
    const log = await house.logged(nurse);
    return log.filter(({ entity = [] }) => entity.some((one) => one.what?.reference === `Patient/${id}`))
      .length;
  }),
  'refusal-logged-as-allowed': seen('4', '0', async (house) => {
    const secretary = house.staff('medical-secretary', WARD);
    await secretary.post(prescription(await house.newPatient(), 'Furosemid'));
    const log = await house.logged(secretary);
    return log.find(({ entity }) => entity?.[0]?.what?.reference === 'MedicationRequest')?.outcome;
  }),
  'change-logged-as-read': seen(['update'], ['read'], async (house) => {
    const arrival = await stay(house, ER);
    const nurse = house.staff('nurse', ER);
    await nurse.put({ ...arrival, status: 'triaged' });
    const log = await house.logged(nurse);
    const ours = log.filter(({ entity = [] }) => entity[0]?.what?.reference === `Encounter/${arrival.id}`);
    return ours.map(({ subtype }) => subtype?.[0]?.code);
  }),
  'log-lacks-staff-number': seen(true, false, async (house) => {
    const nurse = house.staff('nurse', WARD);
    await nurse.find('Location?_count=1');
    const log = await house.logged(nurse);
    return log.every(({ agent }) => agent[0]?.who?.identifier?.value !== undefined);
  }),
  'emergency-reads-unlogged': seen([1, 1], [0, 1], async (house) => {
    const { id } = await house.newPatient();
    const readers = [house.staff('nurse', ER), house.staff('nurse', WARD)];
    for (const reader of readers) await reader.get(`Patient/${id}`);
    const logs = await Promise.all(readers.map((reader) => house.logged(reader)));
    return logs.map(
      (log) => log.filter(({ entity = [] }) => entity[0]?.what?.reference === `Patient/${id}`).length,
    );
  }),

  'pharmacist-sees-half-dose': seen([40, 40], [40, 20], async (house) => {
    const patient = await house.newPatient();
    await attempted(house, patient, 'Furosemid');
    const lists = [house.staff('nurse', WARD), house.staff('pharmacist', WARD)].map((reader) =>
      reader.find<MedicationRequest>(`MedicationRequest?subject=Patient/${patient.id}`),
    );
    return (await Promise.all(lists)).map(
      ([row]) => row?.dosageInstruction?.[0]?.doseAndRate?.[0]?.doseQuantity?.value,
    );
  }),
  'patient-sees-ended-drugs-status': seen('active', 'completed', async (house) => {
    const patient = await house.newPatient();
    await attempted(house, patient, 'Furosemid');
    const query = `MedicationRequest?subject=Patient/${patient.id}`;
    return (await house.patient(patient).find<MedicationRequest>(query))[0]?.status;
  }),
  'extract-lacks-allergies': seen(1, 0, async (house) => {
    const patient = await house.newPatient();
    await house.staff('nurse', WARD).create(allergy(patient));
    const all = await house.staff('physician', WARD).find(`Patient/${patient.id}/$everything`);
    return all.filter(({ resourceType }) => resourceType === 'AllergyIntolerance').length;
  }),
  'third-row-lost': seen(3, 2, async (house) => {
    const patient = await house.newPatient();
    const nurse = house.staff('nurse', WARD);
    for (const text of ['a', 'b', 'c']) await nurse.create(note(patient, text));
    return (await nurse.find(`DocumentReference?subject=Patient/${patient.id}`)).length;
  }),
  'list-begins-too-late': seen([1, 1], [1, 0], async (house) => {
    const patient = await house.newPatient();
    const nurse = house.staff('nurse', WARD);
    await nurse.create(note(patient, 'a'));
    const list = () => nurse.find(`DocumentReference?subject=Patient/${patient.id}`);
    const { length } = await list();
    await house.pass(31_000);
    return [length, (await list()).length];
  }),
  'physician-reads-old-dose': seen([20, 20], [40, 20], async (house) => {
    const physician = house.staff('physician', WARD);
    const first = await physician.create(prescription(await house.newPatient(), 'Furosemid'));
    await physician.put({ ...first, dosageInstruction: [dosage(20, 'mg')] });
    const [listed] = await physician.find<MedicationRequest>(`MedicationRequest?_id=${first.id}`);
    const { body } = await physician.get(`MedicationRequest/${first.id}`);
    return [body as MedicationRequest, listed].map(
      (request) => request?.dosageInstruction?.[0]?.doseAndRate?.[0]?.doseQuantity?.value,
    );
  }),
  'page-answers-rounded': seen([4.1, 4.1], [4.1, 4], async (house) => {
    const { observation } = await answered(house, 'Kalium', { value: 4.1, unit: 'mmol/L' });
    const through = (['api', 'page'] as const).map((way) =>
      house.staff('physician', ER, way).get(`Observation/${observation?.id}`),
    );
    return (await Promise.all(through)).map(({ body }) => (body as Observation).valueQuantity?.value);
  }),

  'change-lost-between-two': seen([200, 412], [200, 200], async (house) => {
    const arrival = await stay(house, ER);
    const changes: number[] = [];
    for (const role of ['nurse', 'physician'] as const) {
      const { status } = await house
        .staff(role, ER)
        .put({ ...arrival, status: 'triaged' }, { 'if-match': `W/"${arrival.meta?.versionId}"` });
      changes.push(status);
    }
    return changes;
  }),
  'task-status-reverts': seen(['completed', 'completed'], ['completed', 'requested'], async (house) => {
    const { inbox } = await sent(house);
    const [row] = inbox;
    const reader = house.staff('care-manager', TOWN);
    const status = async () => ((await reader.get(`Task/${row?.id}`)).body as Task).status;
    await reader.put({ ...(row as Task), status: 'completed' });
    const before = await status();
    await house.pass(11_000);
    return [before, await status()];
  }),

  'drug-lists-slow-in-waves': seen([], [9_000], async (house) => {
    const { id } = await house.newPatient();
    await house.staff('nurse', WARD).find(`MedicationRequest?subject=Patient/${id}`);
    return pauses.splice(0);
  }),
  'writes-slow-after-a-while': seen([], [7_000], async (house) => {
    await house.pass(31_000);
    await house.newPatient();
    return pauses.splice(0);
  }),
  'answers-refused-as-conflict': seen(200, 409, async (house) => {
    const arrival = await stay(house, ER);
    return (await house.staff('nurse', ER).put({ ...arrival, status: 'triaged' })).status;
  }),
  'page-chart-unavailable': seen([200, 200], [200, 500], async (house) => {
    const through = (['api', 'page'] as const).map((way) =>
      house.staff('nurse', WARD, way).get('Encounter?_count=1'),
    );
    return (await Promise.all(through)).map(({ status }) => status);
  }),
};

test('every blind fault has its case', () => {
  expect(Object.keys(CASES).sort()).toEqual(
    listFaults()
      .filter(({ blind }) => blind)
      .map(({ name }) => name)
      .sort(),
  );
});

/** A day holds some tens of everything. */
const IN_A_DAY = 40;

test.each(Object.entries(CASES))('%s shows in a day, and only when it is planted', async (name, one) => {
  for (const _ of ['first', 'second']) expect(await one.play(sound), 'without the fault').toEqual(one.right);

  const house = await houses.open(name);
  let shown: unknown = one.right;
  for (let times = 0; times < IN_A_DAY && isAsSent(shown, one.right); times += 1)
    shown = await one.play(house);
  await house.close();
  expect(shown).toEqual(one.wrong);
});
