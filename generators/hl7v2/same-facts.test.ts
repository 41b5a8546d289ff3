import { Hl7Message } from '@medplum/core';
import type {
  AllergyIntolerance,
  Appointment,
  Condition,
  DocumentReference,
  Encounter,
  Immunization,
  MedicationRequest,
  Observation,
  Patient,
  Procedure,
  RelatedPerson,
  Resource,
  ServiceRequest,
  TimingRepeat,
} from '@medplum/fhirtypes';
import { expect, it } from 'vitest';
import { minuteOfDate } from '../history/calendar.ts';
import { fhirEmitter } from '../output/formats.ts';
import { identityGuard } from '../output/identity-guard.ts';
import { populationFor, resourcesOf } from '../testing.ts';
import { Hl7v2Emitter } from './emit-hl7v2.ts';
import { escaped, segment } from './segment.ts';

const population = populationFor(5, 20_000);
const PERIOD = { until: '2025-10-15', years: 10 };
const fhir = fhirEmitter(population);
const hl7v2 = new Hl7v2Emitter(population.slugs, identityGuard(population.testNumbers));

it('tells the same facts as FHIR', () => {
  let facts = 0;
  for (let index = 4; index < 20_000; index += 97) {
    const history = population.historyOf(index, PERIOD);
    const resources = resourcesOf(fhir, history).map(({ json }): Resource => JSON.parse(json));
    const messages: Hl7Message[] = [];
    hl7v2.emit(history, (_type, text) => messages.push(Hl7Message.parse(text)));
    const inFhir = resources.flatMap(factsOfResource).sort();
    const inHl7v2 = messages.flatMap(factsOfMessage).sort();
    expect(inHl7v2, `index ${index}`).toEqual(inFhir);
    facts += inFhir.length;
  }
  expect(facts).toBeGreaterThan(10_000);
});

it('never changes a message when the history goes on', () => {
  const messagesUntil = (index: number, until: string): string[] => {
    const messages: string[] = [];
    hl7v2.emit(population.historyOf(index, { ...PERIOD, until }), (_type, text) => messages.push(text));
    return messages;
  };
  for (let index = 10; index < 20_000; index += 800) {
    const short = messagesUntil(index, '2024-01-01');
    expect(messagesUntil(index, '2026-01-01').slice(0, short.length)).toEqual(short);
    const since = population.historyOf(index, { ...PERIOD, until: '2026-01-01', since: '2024-01-01' });
    const after: string[] = [];
    hl7v2.emit(since, (_type, text) => after.push(text));
    expect([...short, ...after]).toEqual(messagesUntil(index, '2026-01-01'));
  }
  expect(minuteOfDate('2024-01-01')).toBeLessThan(minuteOfDate('2026-01-01'));
});

it('escapes what delimits, and nothing else', () => {
  const text = 'Ingen växt | µ^~&\\ åäö\nrad två';
  const message = Hl7Message.parse(`MSH|^~\\&|A\r${segment('NTE', { 3: escaped(text) })}`);
  expect(message.getSegment('NTE')?.getField(3).toString()).toBe(
    'Ingen växt \\F\\ µ\\S\\\\R\\\\T\\\\E\\ åäö\\.br\\rad två',
  );
});

/** '2024-03-01T08:30:00+01:00' and '20240301083000+0100' alike. */
const when = (time = ''): string => time.replace(/[-:T+]/g, '').slice(0, 12);
const idOf = (reference = ''): string => reference.slice(reference.indexOf('/') + 1);

function factsOfResource(resource: Resource): string[] {
  const read = READ[resource.resourceType];
  if (read === undefined) throw new Error(`No reader for ${resource.resourceType}.`);
  return read(resource as never);
}

const READ: Readonly<Record<string, (resource: never) => string[]>> = {
  Patient: (patient: Patient) => {
    const facts = [
      `person ${patient.identifier?.[0]?.value} ${patient.name?.[0]?.family} ${patient.name?.[0]?.given?.[0]} ${when(patient.birthDate)} ${patient.gender} ${patient.address?.[0]?.postalCode} ${(patient.meta?.security ?? []).length}`,
    ];
    return patient.deceasedDateTime ? [...facts, `dead ${when(patient.deceasedDateTime)}`] : facts;
  },
  RelatedPerson: (guardian: RelatedPerson) => [
    `guardian ${guardian.identifier?.[0]?.value} ${guardian.name?.[0]?.family}`,
  ],
  Encounter: ({ id, period, class: kind, reasonCode, serviceProvider, status }: Encounter) => [
    `contact ${id} ${when(period?.start)} ${kind.code} ${idOf(serviceProvider?.reference)} ${reasonCode?.[0]?.text}`,
    ...(status === 'finished' ? [`left ${id} ${when(period?.end)}`] : []),
  ],
  Appointment: ({ id, start, description, created, status }: Appointment) => [
    `booked ${id} ${when(created)} ${when(start)} ${description}`,
    ...(status === 'cancelled' ? [`cancelled ${id}`] : []),
  ],
  Condition: ({ id, code, onsetDateTime, abatementDateTime, category }: Condition) => [
    `diagnosis ${code?.coding?.[0]?.code} ${when(onsetDateTime)} ${category?.[0]?.coding?.[0]?.code}`,
    ...(abatementDateTime ? [`abated ${id} ${when(abatementDateTime)}`] : []),
  ],
  Observation: ({
    id,
    code,
    valueQuantity,
    valueString,
    effectiveDateTime,
    component,
    interpretation,
  }: Observation) =>
    component?.map(
      (part) =>
        `value ${id} ${part.code.coding?.[0]?.code} ${part.valueQuantity?.value} ${part.valueQuantity?.code} ${when(effectiveDateTime)} `,
    ) ?? [
      `value ${id} ${code.coding?.[0]?.code} ${valueQuantity?.value ?? valueString} ${valueQuantity?.code ?? ''} ${when(effectiveDateTime)} ${interpretation?.[0]?.coding?.[0]?.code ?? ''}`,
    ],
  DiagnosticReport: ({ id, code, issued }: { id: string; code: { text: string }; issued: string }) => [
    `report ${id} ${code.text} ${when(issued)}`,
  ],
  ServiceRequest: ({ id, code, category, authoredOn, reasonCode }: ServiceRequest) =>
    category?.[0]?.coding?.[0]?.code === '108252007'
      ? []
      : [`referral ${id} ${code?.text} ${when(authoredOn)} ${reasonCode?.[0]?.text}`],
  MedicationRequest: ({
    id,
    status,
    medicationCodeableConcept,
    authoredOn,
    dosageInstruction,
    meta,
    reasonCode,
  }: MedicationRequest) => {
    const dose = dosageInstruction?.[0];
    const quantity = dose?.doseAndRate?.[0]?.doseQuantity;
    const period = dose?.timing?.repeat?.boundsPeriod;
    return [
      `drug ${id} ${medicationCodeableConcept?.coding?.[0]?.code} ${quantity?.value} ${quantity?.code} ${when(authoredOn)} ${rhythm(dose?.timing?.repeat)} ${dose?.route?.text} ${reasonCode?.[0]?.coding?.[0]?.code} ${meta?.tag?.[0]?.code?.replace('deliberate-conflict-', '') ?? ''}`,
      ...(status === 'stopped' ? [`stopped ${id} ${when(period?.end)}`] : []),
    ];
  },
  Procedure: ({ code, performedDateTime }: Procedure) => [
    `procedure ${code?.coding?.[0]?.code} ${when(performedDateTime)}`,
  ],
  Immunization: ({ id, vaccineCode, occurrenceDateTime, protocolApplied }: Immunization) => [
    `vaccine ${id} ${vaccineCode.coding?.[0]?.code} ${protocolApplied?.[0]?.doseNumberPositiveInt} ${when(occurrenceDateTime)}`,
  ],
  AllergyIntolerance: ({ code, recordedDate }: AllergyIntolerance) => [
    `allergy ${code?.coding?.[0]?.code} ${when(recordedDate).slice(0, 8)}`,
  ],
  DocumentReference: ({ description, date }: DocumentReference) => [
    `cause ${description?.split(' ')[0]} ${when(date)}`,
  ],
};

const TIMES_A_DAY = ['', 'Q1D', 'BID', 'TID', 'QID'];

/** How often, as HL7's table 0335 says it. */
const rhythm = ({ frequency = 0, period = 0 }: TimingRepeat = {}): string | undefined =>
  period > 1 ? `Q${period}D` : TIMES_A_DAY[frequency];

const CLASS_CODES: Readonly<Record<string, string>> = {
  AK: 'EMER',
  SV: 'IMP',
  TE: 'VR',
  HB: 'HH',
  BE: 'AMB',
};

function factsOfMessage(message: Hl7Message): string[] {
  const field = (name: string, n: number, component = 1, nth = 0): string =>
    unescaped(message.getAllSegments(name)[nth]?.getField(n).getComponent(component) ?? '');
  const event = message.getSegment('MSH')?.getField(9).toString().split('^', 2).join('^');
  const all = (name: string, read: (nth: number) => string): string[] =>
    message.getAllSegments(name).map((_, nth) => read(nth));
  switch (event) {
    case 'ADT^A28':
      return [
        `person ${field('PID', 3)} ${field('PID', 5)} ${field('PID', 5, 2)} ${field('PID', 7)} ${field('PID', 8) === 'F' ? 'female' : 'male'} ${field('PID', 11, 5)} ${field('PD1', 12) === 'Y' ? 1 : 0}`,
        ...all('NK1', (nth) => `guardian ${field('NK1', 33, 1, nth)} ${field('NK1', 2, 1, nth)}`),
      ];
    case 'ADT^A31':
      return [`dead ${when(field('PID', 29))}`, `cause ${field('DG1', 3)} ${when(field('DG1', 5))}`];
    case 'ADT^A01':
    case 'ADT^A04':
      return [
        `contact ${field('PV1', 19)} ${when(field('PV1', 44))} ${CLASS_CODES[field('PV1', 18)]} ${field('PV1', 3)} ${field('PV2', 3, 2)}`,
      ];
    case 'ADT^A03':
      return [`left ${field('PV1', 19)} ${when(field('PV1', 45))}`];
    case 'ADT^A08':
      return [
        ...all(
          'DG1',
          (nth) =>
            `diagnosis ${field('DG1', 3, 1, nth)} ${when(field('DG1', 5, 1, nth))} ${field('DG1', 6, 1, nth) === 'W' ? 'problem-list-item' : 'encounter-diagnosis'}`,
        ),
        ...all('PR1', (nth) => `procedure ${field('PR1', 3, 1, nth)} ${when(field('PR1', 5, 1, nth))}`),
        ...all('AL1', (nth) => `allergy ${field('AL1', 3, 1, nth)} ${field('AL1', 6, 1, nth)}`),
      ];
    case 'PPR^PC2':
      return [`abated ${field('PRB', 4)} ${when(field('PRB', 9))}`];
    case 'SIU^S12':
      return [
        `booked ${field('SCH', 1)} ${when(field('MSH', 7))} ${when(field('SCH', 11, 4))} ${field('SCH', 6, 2)}`,
      ];
    case 'SIU^S15':
      return [`cancelled ${field('SCH', 1)}`];
    case 'ORU^R01':
      return [
        ...(field('OBR', 24) === 'LAB'
          ? [`report ${field('OBR', 3)} ${field('OBR', 4, 2)} ${when(field('OBR', 22))}`]
          : []),
        ...all(
          'OBX',
          (nth) =>
            `value ${field('OBR', 3)}${field('OBR', 24) === 'LAB' ? `-${nth}` : ''} ${field('OBX', 3, 1, nth)} ${field('OBX', 5, 1, nth)} ${field('OBX', 6, 1, nth)} ${when(field('OBR', 7))} ${field('OBX', 8, 1, nth)}`,
        ),
      ];
    case 'RDE^O11': {
      const id = field('ORC', 2);
      return field('ORC', 1) === 'DC'
        ? [`stopped ${id} ${when(field('TQ1', 8)).slice(0, 8)}`]
        : [
            `drug ${id} ${field('RXE', 2)} ${field('RXE', 3)} ${field('RXE', 5)} ${when(field('TQ1', 7))} ${field('TQ1', 3)} ${field('RXR', 1, 2)} ${field('RXE', 27)} ${field('NTE', 3).replace('Avsiktlig krock: ', '')}`,
          ];
    }
    case 'VXU^V04':
      return [`vaccine ${field('ORC', 3)} ${field('RXA', 5)} ${field('RXA', 2)} ${when(field('RXA', 3))}`];
    case 'REF^I12':
      return [
        `referral ${field('RF1', 6)} Remiss till ${field('RF1', 3, 2)} ${when(field('RF1', 7))} ${field('RF1', 10, 2)}`,
      ];
    default:
      throw new Error(`No reader for ${event}.`);
  }
}

const unescaped = (text: string): string =>
  text
    .replaceAll('\\F\\', '|')
    .replaceAll('\\S\\', '^')
    .replaceAll('\\T\\', '&')
    .replaceAll('\\R\\', '~')
    .replaceAll('\\.br\\', '\n')
    .replaceAll('\\E\\', '\\');
