import type {
  DiagnosticReport,
  Identifier,
  ImagingStudy,
  Patient,
  Reference,
  ServiceRequest,
  Task,
} from '@medplum/fhirtypes';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import type { Archived } from '../../imaging/archived.ts';
import type { Report } from '../../imaging/report-message.ts';
import { genrepConcept } from '../concept.ts';

type Ordered = ServiceRequest & { readonly id: string };

export const accessionNumber = (value: string): Identifier => ({
  type: { coding: [{ system: SYSTEMS.identifierType, code: 'ACSN' }] },
  system: SYSTEMS.accession,
  value,
});

const uidIdentifier = (uid: string): Identifier => ({ system: SYSTEMS.dicomUid, value: `urn:oid:${uid}` });

export const accessionOf = ({ identifier = [] }: ServiceRequest): string | undefined =>
  identifier.find(({ system }) => system === SYSTEMS.accession)?.value;

/** CT Image Storage, as FHIR has UIDs of DICOM. */
const CT_IMAGE = { system: 'urn:ietf:rfc:3986', code: 'urn:oid:1.2.840.10008.5.1.4.1.1.2' } as const;

export const imagingStudyOf = (study: Archived, order: Ordered, at: string): ImagingStudy => ({
  resourceType: 'ImagingStudy',
  identifier: [uidIdentifier(study.studyUid), accessionNumber(study.accession)],
  status: 'available',
  subject: order.subject as ImagingStudy['subject'],
  encounter: order.encounter,
  basedOn: [{ reference: `ServiceRequest/${order.id}` }],
  started: at,
  description: study.description || (order.code?.text ?? 'Undersökning'),
  numberOfSeries: study.series.length,
  numberOfInstances: study.series.flatMap(({ instances }) => instances).length,
  modality: [...new Set(study.series.map(({ modality }) => modality))].map((code) => ({
    system: SYSTEMS.dcm,
    code,
  })),
  series: study.series.map(({ uid, modality, instances }) => ({
    uid,
    modality: { system: SYSTEMS.dcm, code: modality },
    numberOfInstances: instances.length,
    instance: instances.map((instance) => ({ uid: instance, sopClass: CT_IMAGE })),
  })),
});

/** What nobody has ordered, or not for this patient, is a task of the imaging department's. */
export const unpairedTask = (
  study: Archived,
  {
    reason,
    about,
    owner,
    at,
  }: {
    readonly reason: string;
    readonly about: Reference<Patient> | undefined;
    readonly owner: string;
    readonly at: string;
  },
): Task => ({
  resourceType: 'Task',
  identifier: [uidIdentifier(study.studyUid)],
  status: 'requested',
  intent: 'order',
  priority: 'urgent',
  code: genrepConcept('unpaired-study', 'Oparade bilder'),
  description: reason,
  ...(about === undefined ? {} : { for: about }),
  owner: { reference: owner },
  authoredOn: at,
});

export const reportOf = (report: Report, order: Ordered, study: ImagingStudy): DiagnosticReport => ({
  resourceType: 'DiagnosticReport',
  id: report.number,
  ...(report.token === '' ? {} : { meta: { tag: [{ system: SYSTEMS.token, code: report.token }] } }),
  status: 'final',
  category: [genrepConcept('examination', 'Undersökning')],
  code: order.code ?? genrepConcept('examination', 'Undersökning'),
  subject: order.subject as DiagnosticReport['subject'],
  encounter: order.encounter,
  basedOn: [{ reference: `ServiceRequest/${order.id}` }],
  imagingStudy: [{ reference: `ImagingStudy/${study.id}` }],
  issued: report.signedAt,
  performer: [
    {
      identifier: { system: SYSTEMS.hsaId, value: report.signedBy.hsaId },
      display: report.signedBy.name,
    } as NonNullable<DiagnosticReport['performer']>[number],
  ],
  conclusion: report.text,
});
