import { SYSTEMS } from '../domain/codes/systems.ts';
import { type DrillClient, search, textAt } from './client.ts';
import { type Standing, send, subjectOf, type Written } from './records.ts';

/** Those who order and those who answer, where a laboratory stops. */
export interface LaboratoryRoles {
  /** Signed in as one who may order. */
  readonly orderer: DrillClient;
  /** Signed in as one who answers at the laboratory. */
  readonly scientist: DrillClient;
  /** HSA-id of the laboratory. */
  readonly hsaId: string;
}

/** Troponin T, which cannot wait. */
const TEST = {
  coding: [{ system: SYSTEMS.npu, code: 'NPU27501', display: 'P—Troponin T' }],
  text: 'Troponin T',
};
const SECTION = { coding: [{ system: SYSTEMS.diagnosticServiceSection, code: 'LAB' }], text: 'Laboratorium' };
const REQUEST = { coding: [{ system: SYSTEMS.snomed, code: '108252007' }], text: 'Laboratorieundersökning' };

/** 'Organization/3' of the laboratory; throws where the system does not know it. */
export async function unitOf({ orderer, hsaId }: LaboratoryRoles): Promise<string> {
  const identifier = encodeURIComponent(`${SYSTEMS.hsaId}|${hsaId}`);
  const [unit] = (await search(orderer, `Organization?identifier=${identifier}`)) ?? [];
  const id = textAt(unit, 'id');
  if (id === undefined) throw new Error(`The system knows no laboratory with HSA-id ${hsaId}.`);
  return `Organization/${id}`;
}

/** Orders a test of somebody at the laboratory. */
export const order = (
  { orderer }: LaboratoryRoles,
  number: string,
  { patient, laboratory, at }: { readonly patient: string; readonly laboratory: string; readonly at: number },
): Promise<Written> =>
  send(orderer, 'ServiceRequest', number, {
    ...{ status: 'active', intent: 'order', category: [REQUEST], code: TEST },
    subject: { reference: patient },
    performer: [{ reference: laboratory }],
    authoredOn: new Date(at).toISOString(),
  });

/** Answers an order, in ng/l, as the laboratory does. */
export const answer = (
  { scientist }: LaboratoryRoles,
  number: string,
  { patient, ordered, value, at }: { patient: string; ordered: string; value: number; at: number },
): Promise<Written> => {
  const subject = { reference: patient };
  const valueQuantity = { value, unit: 'ng/L', system: SYSTEMS.ucum, code: 'ng/L' };
  return send(scientist, 'DiagnosticReport', `${number}.svar`, {
    ...{ status: 'final', category: [SECTION], code: TEST, subject, basedOn: [{ reference: ordered }] },
    issued: new Date(at).toISOString(),
    contained: [
      { resourceType: 'Observation', id: 'r1', status: 'final', code: TEST, subject, valueQuantity },
    ],
    result: [{ reference: '#r1' }],
  });
};

/** How often an order stands to be done at the laboratory; undefined where the system does not tell of it so. */
export async function waitingFor(
  { scientist }: LaboratoryRoles,
  ordered: string,
): Promise<number | undefined> {
  return (await search(scientist, `Task?focus=${ordered}&status=requested`))?.length;
}

/** All answers to an order as the one who ordered sees them; undefined where the system did not answer as it should. */
export async function answersTo(
  { orderer }: LaboratoryRoles,
  ordered: string,
): Promise<readonly Standing[] | undefined> {
  const reports = await search(
    orderer,
    `DiagnosticReport?based-on=${ordered}&_include=DiagnosticReport:result`,
  );
  if (reports === undefined) return undefined;
  const valueIn = (report: unknown): number | undefined => {
    const { contained = [], result = [] } = report as {
      readonly contained?: readonly Quantified[];
      readonly result?: readonly { readonly reference?: string }[];
    };
    const id = result[0]?.reference?.split('/').at(-1)?.replace('#', '');
    const beside = reports.filter((each) => textAt(each, 'resourceType') === 'Observation') as Quantified[];
    return [...contained, ...beside].find((each) => each.id === id)?.valueQuantity?.value;
  };
  return reports
    .filter((report) => textAt(report, 'resourceType') === 'DiagnosticReport')
    .map((report) => {
      const value = valueIn(report);
      return {
        ...{ reference: `DiagnosticReport/${textAt(report, 'id')}`, patient: subjectOf(report) },
        ...(value === undefined ? {} : { value }),
      };
    });
}

interface Quantified {
  readonly id?: string;
  readonly valueQuantity?: { readonly value?: number };
}
