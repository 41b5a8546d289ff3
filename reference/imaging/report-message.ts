import type { Hl7Message, Hl7Segment } from '@medplum/core';
import { orderGroups } from '../laboratory/hl7/groups.ts';
import {
  compose,
  type Envelope,
  field,
  requiredOf,
  segment,
  textOf,
  typeOf,
} from '../laboratory/hl7/message.ts';
import { MessageError } from '../laboratory/hl7/message-error.ts';
import type { Person } from '../laboratory/hl7/order.ts';
import { readPatient, type ToldPatient, writePatient } from '../laboratory/hl7/patient.ts';
import { readMoment, timestamp } from '../laboratory/hl7/time.ts';
import { readTest, type ToldTest, testField } from '../laboratory/hl7/told-test.ts';

/** A signed report of one study, as the imaging department's system tells it. */
export interface Report {
  /** The department's number of it, OBR-3. */
  readonly number: string;
  /** The care system's number of the order, OBR-2. */
  readonly orderNumber: string;
  /** OBR-18, as IHE's radiology framework has it. */
  readonly accession: string;
  readonly studyUid: string;
  readonly patient: ToldPatient;
  readonly examination: ToldTest;
  readonly text: string;
  /** ISO 8601 */
  readonly signedAt: string;
  readonly signedBy: Person;
  /** What the one who answered wants to find it again by, OBR-20. */
  readonly token: string;
}

/** IHE RAD TF-2, RAD-28: the study that a report is about is an observation of its own. */
const STUDY = { code: '113014', display: 'DICOM Study', system: 'DCM' } as const;

/** ORU^R01 of HL7 v2.5: a final report, its text and its study. */
export function writeReport(report: Report, envelope: Envelope): Hl7Message {
  const signedAt = timestamp(report.signedAt);
  const code = testField(report.examination);
  const signedBy = field(report.signedBy.hsaId, report.signedBy.name);
  return compose('ORU^R01^ORU_R01', envelope, [
    writePatient(report.patient),
    segment('ORC', { 1: 'RE', 2: field(report.orderNumber), 3: field(report.number) }),
    segment('OBR', {
      1: '1',
      2: field(report.orderNumber),
      3: field(report.number),
      4: code,
      18: field(report.accession),
      20: field(report.token),
      22: signedAt,
      24: 'RAD',
      25: 'F',
    }),
    segment('OBX', {
      1: '1',
      2: 'HD',
      3: field(STUDY.code, STUDY.display, STUDY.system),
      5: field(report.studyUid),
      11: 'F',
    }),
    segment('OBX', { 1: '2', 2: 'FT', 3: code, 5: field(report.text), 11: 'F', 14: signedAt, 16: signedBy }),
  ]);
}

/** The one report of a message. Throws MessageError. */
export function readReport(message: Hl7Message): Report {
  if (typeOf(message) !== 'ORU^R01')
    throw new MessageError(`Meddelandet ${typeOf(message)} är inget svar.`, '200', 'MSH^1^9');
  const [group, ...more] = orderGroups(message);
  if (group === undefined || more.length > 0)
    throw new MessageError('Ett röntgensvar tas emot ensamt i sitt meddelande.', '100', 'OBR^2');
  const { pid, obr, obx } = group;
  const study = obx.find((each) => textOf(each, 3) === STUDY.code);
  const text = obx.find((each) => textOf(each, 2) === 'FT');
  if (study === undefined || text === undefined)
    throw new MessageError('Röntgensvaret saknar sin undersökning eller sin text (OBX).', '100', 'OBX^1');
  requireFinal(obr, 25);
  requireFinal(text, 11);
  return {
    number: requiredOf(obr, 3),
    orderNumber: requiredOf(obr, 2),
    accession: requiredOf(obr, 18),
    studyUid: requiredOf(study, 5),
    patient: readPatient(pid),
    examination: readTest(obr, 4),
    text: requiredOf(text, 5),
    signedAt: readMoment(requiredOf(obr, 22), 'OBR-22'),
    signedBy: { hsaId: textOf(text, 16), name: textOf(text, 16, 2) },
    token: textOf(obr, 20),
  };
}

function requireFinal(of: Hl7Segment, place: number): void {
  const status = textOf(of, place);
  if (status === 'F') return;
  throw new MessageError(
    `${of.name}-${place} är "${status}": det är inte ett slutsvar.`,
    '103',
    `${of.name}^1^${place}`,
  );
}
