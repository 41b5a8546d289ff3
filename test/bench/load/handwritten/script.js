/**
 * The flow slutenvard/avdelningsdygn as somebody writes it by hand for k6, with nothing of Genrep's: a patient is admitted
 * to a ward, measured, given a dose and another after it was changed, and handed over to the next shift. It sends what the
 * compiled flow sends, with the same tags, trends and checks. data.json says who comes when, and how long the work of each
 * step takes.
 */
import { check } from 'k6';
import encoding from 'k6/encoding';
import { Trend } from 'k6/metrics';
import { known, madeIn, send } from './requests.js';

const { patients } = JSON.parse(open('./data.json'));
const stepTime = new Trend('step_time', true);
const handOver = new Trend('hand_over', true);

export const options = {
  scenarios: { plan: { executor: 'per-vu-iterations', vus: 1, iterations: 1, maxDuration: '10m' } },
  batch: 2000,
  batchPerHost: 2000,
  systemTags: ['name', 'status'],
  thresholds: { step_time: ['p(95)<2000'], hand_over: ['p(95)<2000'], checks: ['rate>0.999'] },
  noCookiesReset: true,
};

const FLOW = 'slutenvard/avdelningsdygn#1';
const LIMIT = 5_000;
const NOTE = 'Mobiliserad till stol, ätit halva lunchen.';
const SBAR = [
  'Situation: Inlagd för hjärtsvikt, dag 2',
  'Bakgrund: Hypertoni, tidigare förmaksflimmer',
  'Aktuellt: Stabil, NEWS2 0, vätskedrivande sänkt till 20 mg',
  'Rekommendation: Ny kontroll av vikt och blodtryck klockan 18',
].join('\n');
const HSA_ID = 'urn:oid:1.2.752.29.4.19';
const TOKEN = 'urn:genrep:token';

const named = (system, code, text) => ({ coding: [{ system, code, display: text }], text });
const amount = (value, unit) => ({ value, unit, system: 'http://unitsofmeasure.org', code: unit });
const component = (code, text, value) => ({ code: named('http://loinc.org', code, text), ...value });
const MEASURED = [
  component('9279-1', 'Andningsfrekvens', { valueQuantity: amount(18, '/min') }),
  component('59408-5', 'Syremättnad', { valueQuantity: amount(96, '%') }),
  component('107117-4', 'Syrgas', { valueBoolean: false }),
  component('8480-6', 'Systoliskt blodtryck', { valueQuantity: amount(138, 'mm[Hg]') }),
  component('8867-4', 'Puls', { valueQuantity: amount(82, '/min') }),
  component('80288-4', 'Medvetande', { valueCodeableConcept: { text: 'A' } }),
  component('8310-5', 'Temperatur', { valueQuantity: amount(37.1, 'Cel') }),
];

const now = () => new Date().toISOString();
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const at = ({ resourceType, id }) => `${resourceType}/${id}`;
const doseOf = ({ dosageInstruction }) => dosageInstruction[0].doseAndRate[0].doseQuantity;

function isAsMeasured({ code, valueQuantity, valueBoolean, valueCodeableConcept }, place) {
  const sent = MEASURED[place];
  return (
    code.coding[0].code === sent.code.coding[0].code &&
    valueQuantity?.value === sent.valueQuantity?.value &&
    valueBoolean === sent.valueBoolean &&
    valueCodeableConcept?.text === sent.valueCodeableConcept?.text
  );
}

/** Who is on a ward: how they sign in, and how they sign. */
function staffOf({ key, name, hsaId }) {
  const someone = (role, title, shift = 'day') => ({
    account: `${role}.${key}.${shift}`,
    signature: {
      identifier: { system: HSA_ID, value: `${hsaId}-${role}-${shift}`.toUpperCase() },
      display: `${title}, ${name}`,
    },
  });
  return {
    secretary: someone('medical-secretary', 'Medicinsk sekreterare'),
    assistant: someone('assistant-nurse', 'Undersköterska'),
    nurse: someone('nurse', 'Sjuksköterska'),
    physician: someone('physician', 'Läkare'),
    evening: someone('nurse', 'Sjuksköterska', 'evening'),
  };
}

const wardOf = ({ name, hsaId }) => ({
  resourceType: 'Organization',
  active: true,
  identifier: [{ system: HSA_ID, value: hsaId }],
  name,
});

const personOf = ({ identifier, givenName, familyName, sex, birthDate, address }) => ({
  resourceType: 'Patient',
  active: true,
  identifier: [identifier],
  name: [{ use: 'official', family: familyName, given: [givenName] }],
  gender: sex,
  birthDate,
  address: [
    {
      use: 'home',
      line: [address.line],
      postalCode: address.postalCode,
      city: address.city,
      country: 'SE',
    },
  ],
});

async function wardDay({ due: arrival, instance, ward, patient: person, pauses }) {
  const { secretary, assistant, nurse, physician, evening } = staffOf(ward);
  const startedAt = now();
  const organization = await known(wardOf(ward));
  const patient = await known(personOf(person));
  const isAbout = ({ subject }) => subject === undefined || subject.reference === patient;
  const tokenOf = (step) => ({ system: TOKEN, code: `bench.${instance}.${step + 1}` });
  const tagsOf = (step, name) => ({ name, flow: FLOW, step: String(step) });
  let due = arrival;
  let acted = 0;

  async function work(step) {
    due += pauses[step];
    if (pauses[step] > 0) await pause(pauses[step]);
  }

  /** A step that does something; what it did is what the next look's latency counts from. */
  async function act(step, doing) {
    await work(step);
    const made = await doing(step);
    acted = Date.now();
    stepTime.add(acted - due, { flow: FLOW, step: String(step) });
    return made;
  }

  /** A step that looks until it is there, or the time is out. */
  async function see(step, looking) {
    await work(step);
    let seen = await looking(step);
    for (let wait = 100; !seen && Date.now() < acted + LIMIT; wait = Math.min(wait * 1.5, 1_000)) {
      await pause(wait);
      seen = await looking(step);
    }
    const tags = { flow: FLOW, step: String(step) };
    check(seen, { seen: (is) => is }, tags);
    stepTime.add(Date.now() - due, tags);
    handOver.add(Date.now() - acted, tags);
  }

  async function create(step, { account }, resource) {
    const type = resource.resourceType;
    const tags = tagsOf(step, `POST ${type}`);
    const token = tokenOf(step);
    const response = await send('POST', type, account, tags, {
      body: { ...resource, meta: { tag: [token] } },
      ifNoneExist: `_tag=${encodeURIComponent(`${TOKEN}|${token.code}`)}`,
    });
    return madeIn(response, type, tags);
  }

  async function search(step, { account }, type, query) {
    const tags = tagsOf(step, `GET ${type}?${Object.keys(query).join('&')}`);
    const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    const response = await send('GET', `${type}?${pairs.join('&')}`, account, tags);
    const found = (response.json().entry ?? []).map(({ resource }) => resource);
    check(found, { 'the right patient': (all) => all.every(isAbout) }, tags);
    return found.filter(({ resourceType }) => resourceType === type);
  }

  async function read(step, { account }, reference) {
    const tags = tagsOf(step, `GET ${reference.split('/')[0]}/:id`);
    const resource = (await send('GET', reference, account, tags)).json();
    check(resource, { 'the right patient': isAbout, 'what was sent': (it) => at(it) === reference }, tags);
    return resource;
  }

  async function listed(step, prescription) {
    const list = await search(step, nurse, 'MedicationRequest', { subject: patient, status: 'active' });
    return list.find((each) => at(each) === prescription);
  }

  async function giveDose(step, prescription) {
    const request = await listed(step, prescription);
    const dose = doseOf(request);
    return create(step, nurse, {
      resourceType: 'MedicationAdministration',
      status: 'completed',
      medicationCodeableConcept: request.medicationCodeableConcept,
      subject: { reference: patient },
      context: { reference: encounter },
      effectiveDateTime: now(),
      performer: [{ actor: nurse.signature }],
      request: { reference: prescription },
      dosage: { text: `${dose.value} mg`, dose, route: request.dosageInstruction[0].route },
    });
  }

  const write = (step, type, text) =>
    create(step, nurse, {
      resourceType: 'DocumentReference',
      status: 'current',
      type,
      subject: { reference: patient },
      date: now(),
      author: [nurse.signature],
      content: [{ attachment: { contentType: 'text/plain; charset=utf-8', data: encoding.b64encode(text) } }],
      context: { encounter: [{ reference: encounter }] },
    });

  const encounter = await act(0, (step) =>
    create(step, secretary, {
      resourceType: 'Encounter',
      status: 'in-progress',
      class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'IMP' },
      subject: { reference: patient },
      period: { start: now() },
      serviceProvider: { reference: organization },
    }),
  );
  const vitals = await act(1, (step) =>
    create(step, assistant, {
      resourceType: 'Observation',
      status: 'final',
      category: [
        {
          coding: [
            { system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'vital-signs' },
          ],
        },
      ],
      code: named('http://loinc.org', '85353-1', 'Vitalparametrar'),
      subject: { reference: patient },
      encounter: { reference: encounter },
      effectiveDateTime: now(),
      performer: [assistant.signature],
      component: MEASURED,
    }),
  );
  await see(2, async (step) => {
    const found = await search(step, nurse, 'Observation', {
      subject: patient,
      code: 'http://loinc.org|85353-1',
      date: `ge${startedAt}`,
    });
    return found.length === 1 && at(found[0]) === vitals && found[0].component.every(isAsMeasured);
  });
  const prescription = await act(3, (step) =>
    create(step, physician, {
      resourceType: 'MedicationRequest',
      status: 'active',
      intent: 'order',
      medicationCodeableConcept: named('http://www.whocc.no/atc', 'C03CA01', 'furosemid'),
      subject: { reference: patient },
      encounter: { reference: encounter },
      authoredOn: now(),
      requester: physician.signature,
      dosageInstruction: [
        {
          text: '40 mg peroralt en gång per dygn',
          route: { text: 'peroralt' },
          timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd' } },
          doseAndRate: [{ doseQuantity: amount(40, 'mg') }],
        },
      ],
    }),
  );
  await act(4, (step) => giveDose(step, prescription));
  await act(5, async (step) => {
    const current = await read(step, physician, prescription);
    const [dosage] = current.dosageInstruction;
    const changed = {
      ...dosage,
      text: '20 mg peroralt en gång per dygn',
      doseAndRate: [{ ...dosage.doseAndRate[0], doseQuantity: amount(20, 'mg') }],
    };
    const meta = { ...current.meta, tag: [...current.meta.tag, tokenOf(step)] };
    await send('PUT', prescription, physician.account, tagsOf(step, 'PUT MedicationRequest/:id'), {
      body: { ...current, dosageInstruction: [changed], meta },
      ifMatch: `W/"${current.meta.versionId}"`,
    });
  });
  await see(6, async (step) => {
    const request = await listed(step, prescription);
    return request !== undefined && doseOf(request).value === 20;
  });
  const given = await act(7, (step) => giveDose(step, prescription));
  await see(8, async (step) => {
    const { dosage } = await read(step, physician, given);
    return dosage.dose.value === doseOf(await read(step, physician, prescription)).value;
  });
  const note = await act(9, (step) => write(step, named('http://loinc.org', '34109-9', 'Anteckning'), NOTE));
  const report = await act(10, (step) =>
    write(
      step,
      { coding: [{ system: 'urn:genrep:concept', code: 'sbar' }], text: 'Överrapportering (SBAR)' },
      SBAR,
    ),
  );
  await see(11, async (step) => {
    const reports = await search(step, evening, 'DocumentReference', {
      subject: patient,
      type: 'urn:genrep:concept|sbar',
    });
    const own = reports.find((each) => at(each) === report);
    if (own === undefined) return false;
    if (encoding.b64decode(own.content[0].attachment.data, 'std', 's') !== SBAR) return false;
    for (const reference of [vitals, given, note]) {
      const [type, id] = reference.split('/');
      const found = await search(step, evening, type, { subject: patient, _id: id });
      if (!found.some((each) => at(each) === reference)) return false;
    }
    return true;
  });
}

export default async function () {
  const beganAt = Date.now();
  console.log(JSON.stringify({ genrep: 'ready', segment: 0, beganAt }));
  const underWay = [];
  for (const patient of patients) {
    const due = beganAt + patient.at;
    if (due > Date.now()) await pause(due - Date.now());
    underWay.push(wardDay({ ...patient, due }));
  }
  await Promise.all(underWay);
  console.log(JSON.stringify({ genrep: 'done', segment: 0, unended: 0 }));
}
