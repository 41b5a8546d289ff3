import type { CodeableConcept, ResourceType } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { Ref } from '../../domain/ref.ts';
import { boundOf } from '../../systems/care-system.ts';
import { listed, quoted } from '../../systems/driver/words.ts';
import { coded, concept, referenceTo } from '../../systems/fhir-r4/concepts.ts';
import type { FhirArea, Made, QuestionTable, TaskTable } from '../../systems/fhir-r4/handler.ts';
import { madeBy, type Workstation } from '../../systems/fhir-r4/workstation.ts';
import type { DocumentationQuestion, DocumentationTask } from './activities.ts';
import { documentOf, textOf } from './document.ts';
import { missingSince } from './missing.ts';
import { sbarText } from './sbar.ts';

const tasks: TaskTable<DocumentationTask> = {
  'write-note': {
    needs: { interactions: [['create', 'DocumentReference']] },
    perform: ({ text }, at) => write(coded(SYSTEMS.loinc, '34109-9', 'Anteckning'), text, at),
  },

  'hand-over-shift': {
    needs: { interactions: [['create', 'DocumentReference']] },
    perform: ({ sbar }, at) => write(concept('sbar', 'Överrapportering (SBAR)'), sbarText(sbar), at),
  },
};

const write = (type: CodeableConcept, text: string, at: Workstation): Promise<Made> =>
  at.make(documentOf(type, text, at));

const questions: QuestionTable<DocumentationQuestion> = {
  'hand-over-complete': {
    needs: { searches: [['DocumentReference', 'subject', 'type']] },
    expected: ({ since }) =>
      `Överrapporteringen lyder som den skrevs, och ${listed(since.map(({ ref }) => `”${ref}”`)) || 'journalen'} går att se.`,
    async look({ handOver, since }, at) {
      const reports = await at.client.search('DocumentReference', {
        subject: at.patient,
        type: `${SYSTEMS.genrep}|sbar`,
      });
      const reference = madeBy(at, handOver);
      const document = reports.find((each) => referenceTo(each) === reference);
      if (document === undefined) return { seen: false, observed: 'Överrapporteringen finns inte.' };
      const text = textOf(document);
      if (text !== writtenText(at, handOver)) {
        return { seen: false, observed: `Överrapporteringen lyder ${quoted(text)}.` };
      }
      return missingSince(since, (name) => inChart(at, name));
    },
  },

  'patient-reads-note': {
    needs: {
      searches: [['DocumentReference', 'subject']],
      workflows: ['patient-access'],
      patientSignsIn: true,
    },
    expected: () => 'Patienten läser anteckningen, som den skrevs.',
    async look({ note }, at) {
      const documents = await at.client.search('DocumentReference', { subject: at.patient });
      const reference = madeBy(at, note);
      const document = documents.find((each) => referenceTo(each) === reference);
      if (document === undefined) return { seen: false, observed: 'Anteckningen syns inte för patienten.' };
      const text = textOf(document);
      return { seen: text === writtenText(at, note), observed: `Patienten läser ${quoted(text)}.` };
    },
  },
};

function writtenText({ context }: Workstation, name: Ref): string {
  const task = boundOf(context, name.ref).task as DocumentationTask;
  if (task.kind === 'write-note') return task.text;
  if (task.kind === 'hand-over-shift') return sbarText(task.sbar);
  throw new Error(`"${name.ref}" is no text of the journal.`);
}

/** Types whose search parameter for whom they are about is not `subject`. */
const BY_PATIENT = new Set(['AllergyIntolerance', 'Appointment', 'Consent', 'Task']);

/** Whether what an earlier step made is found in the patient's chart by looking through it. */
async function inChart(at: Workstation, name: Ref): Promise<boolean> {
  const reference = madeBy(at, name);
  const [type, id = ''] = reference.split('/') as [ResourceType, string?];
  const chart = await at.client.search(type, {
    [BY_PATIENT.has(type) ? 'patient' : 'subject']: at.patient,
    _id: id,
  });
  return chart.find((resource) => referenceTo(resource) === reference) !== undefined;
}

/** What a system does by itself here. */
const workflows = {
  'patient-access': { sv: 'visar patienten den egna journalen', tellsReadersApart: true },
} as const;

export const fhir: FhirArea = { tasks, questions, workflows };
