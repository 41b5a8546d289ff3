import type { DiagnosticReport, ImagingStudy, ServiceRequest, Task } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { isRef, type Ref } from '../../domain/ref.ts';
import { boundOf } from '../../systems/care-system.ts';
import type { Study, WorklistEntry } from '../../systems/dicom/modality.ts';
import { Refused } from '../../systems/driver/outcome.ts';
import { quoted } from '../../systems/driver/words.ts';
import { concept, isAt, referenceTo } from '../../systems/fhir-r4/concepts.ts';
import type {
  FhirArea,
  Made,
  Needs,
  QuestionTable,
  Sight,
  TaskTable,
} from '../../systems/fhir-r4/handler.ts';
import { madeBy, type Workstation } from '../../systems/fhir-r4/workstation.ts';
import type { ImagingQuestion, ImagingTask } from './activities.ts';
import { ANOTHER_PATIENT, studyUidOf } from './study.ts';

const ARCHIVE: Needs = { workflows: ['imaging-archive'] };
const MODALITY: Needs = { ...ARCHIVE, dicom: true };
const ORDERED: Needs = { ...MODALITY, interactions: [['read', 'ServiceRequest']] };
const STUDIES: Needs = { ...ARCHIVE, searches: [['ImagingStudy', 'patient']] };
const UNPAIRED: Needs = { ...ARCHIVE, searches: [['Task', 'owner', 'code', 'status']] };

const tasks: TaskTable<ImagingTask> = {
  'make-study': {
    needs: ORDERED,
    async perform({ order }, at) {
      const entry = await entryOf(order, at);
      return make(entry, at);
    },
  },

  'make-study-on-another': {
    needs: ORDERED,
    async perform({ order }, at) {
      const entry = await entryOf(order, at);
      return make({ ...entry, ...ANOTHER_PATIENT, studyUid: studyUidOf(at.context.token) }, at);
    },
  },

  'make-unordered-study': {
    needs: MODALITY,
    perform: (_, at) =>
      make(
        {
          accession: '',
          patientId: at.context.patient.identifier.value,
          patientName: 'Akut^Patient',
          studyUid: studyUidOf(at.context.token),
          description: 'DT akut',
        },
        at,
      ),
  },

  'settle-unpaired-study': {
    needs: { ...UNPAIRED, interactions: [['update', 'Task']] },
    async perform({ study, text }, at) {
      const found = await at.await(() => unpaired(study, at));
      if (found === undefined) throw new Refused('Bilderna finns inte bland de oparade.', 'absence');
      const reference = referenceTo(found);
      await at.client.update('Task', reference, at.context.token, (before) => ({
        ...before,
        status: 'completed',
        statusReason: { text },
      }));
      return { reference };
    },
  },

  'report-study': {
    needs: {
      ...STUDIES,
      interactions: [
        ['create', 'DiagnosticReport'],
        ['read', 'ServiceRequest'],
      ],
    },
    async perform({ order, text }, at) {
      const ordered = await at.client.read('ServiceRequest', madeBy(at, order));
      return at.sendOn<DiagnosticReport>({
        resourceType: 'DiagnosticReport',
        status: 'final',
        category: [concept('examination', 'Undersökning')],
        code: ordered.code ?? concept('examination', 'Undersökning'),
        subject: { reference: at.patient },
        basedOn: [{ reference: referenceTo(ordered) }],
        performer: [at.me],
        conclusion: text,
      });
    },
  },

  'acknowledge-report': {
    needs: {
      ...ARCHIVE,
      interactions: [
        ['create', 'Task'],
        ['read', 'DiagnosticReport'],
      ],
    },
    async perform({ answer }, at) {
      const report = await at.client.read('DiagnosticReport', madeBy(at, answer));
      return at.make<Task>({
        resourceType: 'Task',
        status: 'completed',
        intent: 'order',
        code: concept('report-acknowledged', 'Vidimerat undersökningssvar'),
        focus: { reference: referenceTo(report) },
        for: { reference: at.patient },
        authoredOn: at.now(),
        requester: at.me,
      });
    },
  },
};

/** What the modality's worklist has for an order, as soon as it has it. */
async function entryOf(order: Ref, at: Workstation): Promise<WorklistEntry> {
  const found = await at.await(async () => (await worklistOf(order, at))[0]);
  if (found === undefined)
    throw new Refused('Beställningen finns inte i röntgenapparatens arbetslista.', 'absence');
  return found;
}

async function worklistOf(order: Ref, at: Workstation): Promise<readonly WorklistEntry[]> {
  const accession = accessionOf(await at.client.read('ServiceRequest', madeBy(at, order)));
  return accession === undefined ? [] : at.modality.worklist(accession);
}

const accessionOf = ({ identifier = [] }: ServiceRequest): string | undefined =>
  identifier.find(({ type }) => type?.coding?.some(({ code }) => code === 'ACSN'))?.value;

async function make(study: Study, at: Workstation): Promise<Made> {
  await at.modality.store(study);
  return { data: { studyUid: study.studyUid, accession: study.accession } };
}

const uidOf = ({ context }: Workstation, { ref }: Ref): string =>
  String(boundOf(context, ref).data?.studyUid);

/** How FHIR writes a study's UID (R4, ImagingStudy.identifier). */
const oid = (uid: string): string => `urn:oid:${uid}`;

const isStudy =
  (uid: string) =>
  ({ identifier = [] }: ImagingStudy | Task): boolean =>
    identifier.some(({ value }) => value === oid(uid));

async function unpaired(study: Ref, at: Workstation): Promise<Task | undefined> {
  const uid = uidOf(at, study);
  // The list is the department's, of whomever.
  const tasks = await at.about(undefined).search('Task', {
    owner: (await at.unit('imaging')) ?? '',
    code: `${SYSTEMS.genrep}|unpaired-study`,
    status: 'requested',
  });
  return tasks.find(isStudy(uid));
}

const studiesOf = (at: Workstation) => at.client.search('ImagingStudy', { patient: at.patient });

const hangsAt =
  (reference: string) =>
  ({ basedOn = [] }: ImagingStudy): boolean =>
    basedOn.some((each) => each.reference?.endsWith(reference) === true);

const questions: QuestionTable<ImagingQuestion> = {
  'order-on-modality-worklist': {
    needs: ORDERED,
    expected: ({ order }) => `”${order.ref}” står i röntgenapparatens arbetslista med patientens nummer.`,
    async look({ order }, at) {
      const [entry] = await worklistOf(order, at);
      if (entry === undefined) return { seen: false, observed: 'Beställningen står inte i arbetslistan.' };
      return {
        seen: entry.patientId === at.context.patient.identifier.value,
        observed: `I arbetslistan står ${entry.patientName}, ${entry.patientId}.`,
      };
    },
  },

  'study-in-record': {
    needs: { ...STUDIES, dicom: true },
    expected: ({ study }) =>
      `”${study.ref}” hänger vid beställningen hos patienten, och i bildarkivet står patientens nummer.`,
    look: ({ study }, at) => inRecord(study, at),
  },

  'study-unpaired': {
    needs: UNPAIRED,
    expected: ({ study }) => `”${study.ref}” ligger bland de oparade hos röntgen.`,
    async look({ study }, at) {
      const found = await unpaired(study, at);
      return {
        seen: found !== undefined,
        observed:
          found === undefined
            ? 'Bilderna finns inte bland de oparade.'
            : `Bilderna är oparade: ${found.description ?? 'utan skäl'}`,
      };
    },
  },

  'no-study-of-order': {
    needs: STUDIES,
    expected: ({ order }) => `Inga bilder hänger vid ”${order.ref}”.`,
    async look({ order }, at) {
      const found = (await studiesOf(at)).find(hangsAt(madeBy(at, order)));
      return {
        seen: found === undefined,
        observed:
          found === undefined ? 'Inga bilder hänger vid beställningen.' : 'Bilder hänger vid beställningen.',
      };
    },
  },

  'order-awaiting-study': {
    needs: {
      ...STUDIES,
      searches: [
        ['ServiceRequest', 'performer', 'category', 'status', 'patient'],
        ['ImagingStudy', 'patient'],
      ],
    },
    expected: ({ order }) => `”${order.ref}” står hos röntgen bland beställningar utan bilder.`,
    async look({ order }, at) {
      const reference = madeBy(at, order);
      const orders = await at.client.search('ServiceRequest', {
        performer: (await at.unit('imaging')) ?? '',
        category: `${SYSTEMS.genrep}|examination`,
        status: 'active',
        patient: at.patient,
      });
      const waits = orders.find((each) => isAt(each, reference)) !== undefined;
      const study = (await studiesOf(at)).find(hangsAt(reference));
      return {
        seen: waits && study === undefined,
        observed: waits
          ? `Beställningen väntar, ${study === undefined ? 'utan' : 'med'} bilder.`
          : 'Beställningen finns inte hos röntgen.',
      };
    },
  },

  'report-of-study': {
    needs: {
      ...STUDIES,
      interactions: [
        ['read', 'DiagnosticReport'],
        ['read', 'ImagingStudy'],
      ],
    },
    expected: ({ study, text }) => `Svaret lyder ${quoted(text)} och leder till ”${study.ref}”.`,
    async look({ answer, study, text }, at) {
      const report = await at.client.find('DiagnosticReport', madeBy(at, answer));
      if (report === undefined) return { seen: false, observed: 'Svaret finns inte i journalen.' };
      const [pictures] = report.imagingStudy ?? [];
      const found =
        pictures?.reference === undefined
          ? undefined
          : await at.client.find('ImagingStudy', pictures.reference);
      const leads = found !== undefined && isStudy(uidOf(at, study))(found);
      return {
        seen: report.status === 'final' && report.conclusion === text && leads,
        observed: `Svaret lyder ${quoted(report.conclusion ?? '')} (${report.status}) och leder ${leads ? 'till bilderna' : 'inte till bilderna'}.`,
      };
    },
  },

  'report-acknowledged': {
    needs: { ...ARCHIVE, searches: [['Task', 'patient', 'code']] },
    expected: () => 'Vem som har vidimerat svaret står i journalen.',
    async look({ receipt }, at) {
      const reference = madeBy(at, receipt);
      const tasks = await at.client.search('Task', {
        patient: at.patient,
        code: `${SYSTEMS.genrep}|report-acknowledged`,
      });
      const by = tasks.find((each) => isAt(each, reference))?.requester;
      const who = by?.display ?? by?.identifier?.value ?? by?.reference;
      return {
        seen: who !== undefined,
        observed: who === undefined ? 'Svaret är inte vidimerat.' : `Svaret är vidimerat av ${who}.`,
      };
    },
  },
};

/** What the record and the archive say of a study: both must know it as this patient's, and the record at its order. */
async function inRecord(name: Ref, at: Workstation): Promise<Sight> {
  const uid = uidOf(at, name);
  const study = (await studiesOf(at)).find(isStudy(uid));
  if (study === undefined) return { seen: false, observed: 'Bilderna finns inte hos patienten.' };
  const order = orderBehind(name, at);
  if (order === undefined || !hangsAt(order)(study))
    return { seen: false, observed: 'Bilderna finns hos patienten, men inte vid sin beställning.' };
  const patientId = await at.archivedPatientOf(uid);
  if (patientId === undefined) return { seen: false, observed: 'Bildarkivet visar inte bilderna.' };
  return {
    seen: patientId === at.context.patient.identifier.value,
    observed: `Bilderna hänger vid beställningen; i bildarkivet står patient ${patientId}.`,
  };
}

/** The order that a study was made for; undefined for one that was made without. */
function orderBehind({ ref }: Ref, at: Workstation): string | undefined {
  const { task } = boundOf(at.context, ref);
  return 'order' in task && isRef(task.order) ? madeBy(at, task.order) : undefined;
}

/** What a system does by itself here. */
const workflows = {
  'imaging-archive': { sv: 'har ett bildarkiv (DICOM) med arbetslista för röntgenapparater' },
} as const;

export const fhir: FhirArea = { tasks, questions, workflows };
