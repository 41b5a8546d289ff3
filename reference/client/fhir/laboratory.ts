import type {
  Communication,
  DiagnosticReport,
  Observation,
  Patient,
  Reference,
  ServiceRequest,
  Specimen,
} from '@medplum/fhirtypes';
import type { LaboratoryTest } from '../../../domain/codes/laboratory-tests.ts';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import { isMistake } from '../../authority/mistakes.ts';
import { wordsOfHouse } from '../words.ts';
import { coded, codeIn, concept } from './concepts.ts';
import type { Found, Stored } from './fhir.ts';
import { idBehind, numberBehind, referenceTo } from './numbers.ts';

/** An order with everything that has become of it. */
export interface OrderStory {
  readonly id: string;
  readonly order: Stored<ServiceRequest>;
  readonly specimens: readonly Specimen[];
  readonly reports: readonly Report[];
}

/** One answer, as words to read. */
export interface Report {
  readonly id: string;
  readonly report: Stored<DiagnosticReport>;
  readonly text: string;
  /** The results behind the words. */
  readonly results: readonly Observation[];
}

const testBehind = ({ code }: ServiceRequest | DiagnosticReport): LaboratoryTest | undefined =>
  wordsOfHouse().tests.find((test) => test.code === codeIn(test.system, code));

export const testOf = (order: ServiceRequest | DiagnosticReport): string =>
  testBehind(order)?.word ?? order.code?.text ?? '';

export const unitOfTest = (order: ServiceRequest): string | null => testBehind(order)?.unit ?? null;

export const orderOf = (test: LaboratoryTest, patient: Reference, laboratory: Reference): ServiceRequest => ({
  resourceType: 'ServiceRequest',
  status: 'active',
  intent: 'order',
  category: [coded(SYSTEMS.snomed, '108252007', 'Laboratory procedure')],
  code: coded(test.system, test.code, test.word),
  subject: patient as Reference<Patient>,
  performer: [laboratory as ServiceRequest['performer'] extends readonly (infer P)[] | undefined ? P : never],
  authoredOn: new Date().toISOString(),
});

export const specimenOf = (order: ServiceRequest): Specimen => ({
  resourceType: 'Specimen',
  type: { text: 'blod' },
  subject: order.subject as Specimen['subject'],
  request: [referenceTo(order) as Reference<ServiceRequest>],
  collection: { collectedDateTime: new Date().toISOString() },
});

/** The laboratory's answer to an order: a value in the unit of the test, or words. */
export function reportOf(
  order: ServiceRequest,
  answer: { value: number; unit: string } | { text: string },
): DiagnosticReport {
  const result: Observation = {
    resourceType: 'Observation',
    id: 'r1',
    status: 'final',
    code: order.code ?? {},
    subject: order.subject as Observation['subject'],
    ...('text' in answer
      ? { valueString: answer.text }
      : { valueQuantity: { ...answer, system: SYSTEMS.ucum, code: answer.unit } }),
  };
  return {
    resourceType: 'DiagnosticReport',
    status: 'final',
    basedOn: [referenceTo(order) as Reference<ServiceRequest>],
    code: order.code ?? {},
    subject: order.subject as DiagnosticReport['subject'],
    issued: new Date().toISOString(),
    contained: [result],
    result: [{ reference: '#r1' }],
  };
}

/** Answers with the words of their results, whether these came beside them or inside. */
export const reportsIn = ({ matches, included }: Found<Stored<DiagnosticReport>>): Report[] =>
  matches.map((report) => {
    const results = [...included, ...(report.contained ?? [])].filter(
      (resource): resource is Observation => resource.resourceType === 'Observation',
    );
    const own = (report.result ?? []).flatMap(
      (reference) => results.find(({ id }) => id === idBehind(reference).replace('#', '')) ?? [],
    );
    return { id: report.id, report, text: own.map(resultText).join('\n'), results: own };
  });

function resultText({ valueString, valueQuantity }: Observation): string {
  if (valueString !== undefined) return valueString;
  if (valueQuantity?.value === undefined) return '';
  return `${valueQuantity.value.toLocaleString('sv')} ${valueQuantity.unit ?? valueQuantity.code ?? ''}`.trim();
}

/** Puts answers and specimens with the orders they belong to. */
export const storiesOf = (
  orders: readonly Stored<ServiceRequest>[],
  reports: readonly Report[],
  specimens: readonly Specimen[],
): OrderStory[] =>
  orders.map((order) => ({
    id: order.id,
    order,
    reports: reports.filter(({ report }) => isAbout(report.basedOn, order)),
    specimens: specimens.filter(({ request }) => isAbout(request, order)),
  }));

const isAbout = (references: readonly Reference[] | undefined, order: ServiceRequest): boolean =>
  (references ?? []).some((reference) => idBehind(reference) === order.id);

export const CRITICAL = { call: 'critical-answer', acknowledgement: 'critical-answer-acknowledged' } as const;

/** A telephone call about a critical answer, with who took responsibility for it. */
export interface CriticalCall {
  readonly id: string;
  readonly call: Stored<Communication>;
  readonly acknowledgements: readonly Communication[];
}

export function callsOf(communications: readonly Stored<Communication>[]): CriticalCall[] {
  const of = (code: string) =>
    communications.filter((said) => !isMistake(said) && codeIn(SYSTEMS.genrep, said.category) === code);
  return of(CRITICAL.call).map((call) => ({
    id: call.id,
    call,
    acknowledgements: of(CRITICAL.acknowledgement).filter(({ partOf }) =>
      partOf?.some((reference) => idBehind(reference) === call.id),
    ),
  }));
}

/** The one called takes responsibility for the answer. */
export const acknowledgementOf = (call: Stored<Communication>): Communication => ({
  resourceType: 'Communication',
  status: 'completed',
  category: [concept(CRITICAL.acknowledgement, 'Kvittens av kritiskt provsvar')],
  subject: call.subject,
  partOf: [referenceTo(call) as Reference<Communication>],
  about: call.about,
  sent: new Date().toISOString(),
});

/** The number of the answer that a call is about. */
export const answerNumberOf = (call: Communication): string => numberBehind(call.about?.[0]);
