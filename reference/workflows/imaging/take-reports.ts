import type { DiagnosticReport, ImagingStudy, Patient, ServiceRequest } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import { type Report, readReport } from '../../imaging/report-message.ts';
import { acknowledging } from '../../laboratory/hl7/acknowledging.ts';
import type { Receiver } from '../../laboratory/hl7/listen.ts';
import { MessageError } from '../../laboratory/hl7/message-error.ts';
import type { Store } from '../../workflow.ts';
import type { DeadLetters } from '../laboratory/dead-letters.ts';
import { accessionOf, reportOf } from './resources.ts';

/** ORU^R01 of the imaging department in, ACK out: a report is stored with its study before it is acknowledged. */
export function takeReports(options: {
  readonly store: Store;
  readonly deadLetters: DeadLetters;
  readonly now: () => number;
}): Receiver {
  const { store, deadLetters, now } = options;

  /** Patient, order, accession and study must all agree. */
  async function place(report: Report): Promise<void> {
    if ((await store.read(`DiagnosticReport/${report.number}`)) !== undefined) return;
    const order = await store.read<ServiceRequest>(`ServiceRequest/${report.orderNumber}`);
    if (order === undefined || accessionOf(order) !== report.accession)
      throw new MessageError('Röntgensvaret gäller en beställning som inte finns.', '204', 'OBR^1^2');
    const patient = await store.read<Patient>(order.subject.reference ?? '');
    if (patient?.identifier?.some(({ value }) => value === report.patient.number.value) !== true)
      throw new MessageError('Röntgensvaret gäller en annan patient än beställningen.', '204', 'PID^1^3');
    const [study] = await store.search<ImagingStudy>(
      `ImagingStudy?identifier=${SYSTEMS.dicomUid}|urn:oid:${report.studyUid}`,
    );
    if (study === undefined)
      throw new MessageError('Röntgensvaret gäller bilder som inte finns.', '204', 'OBX^1^5');
    await store.create<DiagnosticReport>(reportOf(report, { ...order, id: report.orderNumber }, study));
  }

  return acknowledging(
    (message) => place(readReport(message)),
    now,
    (message, { message: reason }) => deadLetters.add({ reason, message: message.toString() }),
  );
}
