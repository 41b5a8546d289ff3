import { createHash, randomUUID } from 'node:crypto';
import type { DiagnosticReport, ImagingStudy, Patient, ServiceRequest } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { SwitchableFaults } from '../faults/fault.ts';
import type { Archived } from '../imaging/archived.ts';
import type { Orthanc } from '../imaging/orthanc.ts';
import { type Report, writeReport } from '../imaging/report-message.ts';
import { worklistFile } from '../imaging/worklist-file.ts';
import { createCourier } from '../laboratory/hl7/deliver.ts';
import { listenForMessages } from '../laboratory/hl7/listen.ts';
import { newControlId, type Route } from '../laboratory/hl7/message.ts';
import { type ReferenceWorkflow, Refusal, type SignedIn, type Store, type Unit } from '../workflow.ts';
import { genrepCodeOf, hasCode } from './concept.ts';
import { pairingOf } from './imaging/pairing.ts';
import { accessionNumber, accessionOf, imagingStudyOf, unpairedTask } from './imaging/resources.ts';
import { takeReports } from './imaging/take-reports.ts';
import { watchArchive } from './imaging/watch-archive.ts';
import { createDeadLetters } from './laboratory/dead-letters.ts';
import { toldPatient } from './laboratory/order-message.ts';
import type { UnitDirectory } from './unit-directory.ts';

/** What the modality of Genrep makes, by what is ordered. */
const MODALITIES: Readonly<Record<string, string>> = {
  'ct-head': 'CT',
  'ct-abdomen-contrast': 'CT',
  'ct-chest': 'CT',
};

const modalityOf = (order: ServiceRequest): string | undefined => MODALITIES[genrepCodeOf(order.code) ?? ''];

const isExamination = ({ category = [] }: DiagnosticReport): boolean =>
  category.some((each) => hasCode(each, SYSTEMS.genrep, 'examination'));

/**
 * Orders of pictures get an accession number and stand on the modalities' worklist; what comes to the archive is paired with
 * its order, or given to the imaging department to deal with; what is reported on pictures goes through the department's own
 * system and comes back as HL7 v2.
 */
export async function imagingArchive(options: {
  readonly orthanc: Orthanc;
  /** The imaging department. */
  readonly department: Unit;
  readonly store: Store;
  readonly units: UnitDirectory;
  readonly faults: SwitchableFaults;
  readonly now: () => number;
  readonly report: (problem: unknown) => void;
}): Promise<{ workflow: ReferenceWorkflow; close(): Promise<void> }> {
  const { orthanc, department, store, units, faults, now, report } = options;
  const owner = async (): Promise<string> => (await units.organizationOf(department)) ?? '';
  const deadLetters = createDeadLetters(store, owner, now);
  const reports = await listenForMessages(takeReports({ store, deadLetters, now }), report);
  const courier = createCourier(reports.port);
  const route: Route = {
    from: { application: 'RONTGEN', facility: department.hsaId },
    to: { application: 'VARDSYSTEMET', facility: '' },
  };

  async function arrived(study: Archived): Promise<void> {
    const at = new Date(now()).toISOString();
    const pairing = await pairingOf(study, { store, faults });
    if ('reason' in pairing) {
      await store.create(unpairedTask(study, { ...pairing, owner: await owner(), at }));
      return;
    }
    await store.create<ImagingStudy>(imagingStudyOf(study, pairing.order, at));
    await orthanc.takeOffWorklist(study.accession);
  }

  async function schedule(order: ServiceRequest, accession: string): Promise<void> {
    if (faults.strikes('worklist-entry-lost', {}) !== undefined) return;
    const patient = await store.read<Patient>(order.subject.reference ?? '');
    if (patient === undefined) return;
    const { number, name, birthDate, sex } = toldPatient(patient);
    const file = worklistFile({
      accession,
      studyUid: studyUidOf(order),
      patient: { number: number.value, ...name, birthDate, sex: sex === 'U' ? 'O' : sex },
      description: order.code?.text ?? '',
      modality: modalityOf(order) ?? 'OT',
      at: order.authoredOn ?? new Date(now()).toISOString(),
    });
    await orthanc.putOnWorklist(accession, file);
  }

  /** What somebody at the department writes about pictures; undefined for a report of none. */
  async function reportFrom(written: DiagnosticReport, by: SignedIn): Promise<Report | undefined> {
    const [{ reference = '' } = {}] = written.basedOn ?? [];
    const order = await store.read<ServiceRequest>(reference);
    const accession = order && accessionOf(order);
    if (order === undefined || accession === undefined) return undefined;
    const [study] = await store.search<ImagingStudy>(
      `ImagingStudy?identifier=${SYSTEMS.accession}|${accession}`,
    );
    const uid = study?.identifier?.find(({ system }) => system === SYSTEMS.dicomUid)?.value;
    const patient = await store.read<Patient>(order.subject.reference ?? '');
    if (uid === undefined || patient === undefined) return undefined;
    if (written.conclusion === undefined) throw new Refusal(422, 'Ett röntgensvar måste ha ord.');
    const coding = order.code?.coding?.[0];
    return {
      number: randomUUID(),
      orderNumber: order.id ?? '',
      accession,
      studyUid: uid.replace('urn:oid:', ''),
      patient: toldPatient(patient),
      examination: {
        system: coding?.system ?? SYSTEMS.genrep,
        code: coding?.code ?? '',
        display: order.code?.text ?? '',
      },
      text: spoken(written.conclusion),
      signedAt: new Date(now()).toISOString(),
      signedBy: { hsaId: by.hsaId ?? '', name: by.display },
      token: written.meta?.tag?.find(({ system }) => system === SYSTEMS.token)?.code ?? '',
    };
  }

  const spoken = (text: string): string =>
    faults.strikes('imaging-negation-lost', {}) === undefined
      ? text
      : text.replaceAll(/\b(Ingen|Inga|Inget) /g, '');

  async function send(told: Report): Promise<void> {
    const message = writeReport(told, { ...route, controlId: newControlId(), at: now() });
    const delivery = await courier.deliver(message);
    if (delivery.outcome !== 'accepted')
      report(`Röntgensvar ${told.number} till ${told.orderNumber}: ${delivery.outcome}, ${delivery.reason}`);
  }

  const underWay = new Set<Promise<void>>();
  const watch = watchArchive(orthanc, arrived, report);

  const workflow: ReferenceWorkflow = {
    name: 'imaging-archive',
    async beforeWrite({ interaction, resource, by }) {
      if (interaction !== 'create') return resource;
      if (resource.resourceType === 'ServiceRequest' && modalityOf(resource) !== undefined) {
        const accession = accessionNumber(accessionFor(resource));
        return { ...resource, identifier: [...(resource.identifier ?? []), accession] };
      }
      if (resource.resourceType !== 'DiagnosticReport' || !isExamination(resource)) return resource;
      if (resource.status !== 'final') return resource;
      const told = await reportFrom(resource, by);
      if (told === undefined) return resource;
      const sent = send(told)
        .catch(report)
        .finally(() => underWay.delete(sent));
      underWay.add(sent);
      return { promised: { ...resource, id: told.number } };
    },
    async afterWrite({ interaction, resource }) {
      if (interaction !== 'create' || resource.resourceType !== 'ServiceRequest') return;
      const accession = accessionOf(resource);
      if (accession !== undefined && resource.status === 'active') await schedule(resource, accession);
    },
  };
  return {
    workflow,
    async close() {
      await watch.close();
      await Promise.all(underWay);
      await courier.close();
      await reports.close();
    },
  };
}

/** Sixteen characters at most (DICOM PS3.5, VR SH). */
const accessionFor = ({ id = '' }: ServiceRequest): string =>
  `G${createHash('sha256').update(id).digest('hex').slice(0, 12).toUpperCase()}`;

/** DICOM PS3.5, B.2: a UUID as a number under 2.25. */
const studyUidOf = ({ id = '' }: ServiceRequest): string => `2.25.${BigInt(`0x${id.replaceAll('-', '')}`)}`;
