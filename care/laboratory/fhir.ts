import type { Observation } from '@medplum/fhirtypes';
import { LABORATORY_SECTIONS } from '../../domain/codes/laboratory-tests.ts';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { Ref } from '../../domain/ref.ts';
import { boundOf } from '../../systems/care-system.ts';
import {
  coded,
  concept,
  hasCode,
  pointer,
  pointers,
  quantity,
  referenceTo,
} from '../../systems/fhir-r4/concepts.ts';
import type { FhirArea, QuestionTable, Sight, TaskTable } from '../../systems/fhir-r4/handler.ts';
import { localReference } from '../../systems/fhir-r4/url.ts';
import { encounterOf, madeBy, type Workstation } from '../../systems/fhir-r4/workstation.ts';
import type { LaboratoryQuestion, LaboratoryTask } from './activities.ts';
import { answersTo, answerText, resultsOf, resultText, says, sentAnswer, testOf } from './answers.ts';
import { orderAtPerformer } from './plainly.ts';

const tasks: TaskTable<LaboratoryTask> = {
  'order-test': {
    needs: { interactions: [['create', 'ServiceRequest']] },
    async perform({ test }, at) {
      const laboratory = await at.unit('laboratory');
      return at.make({
        resourceType: 'ServiceRequest',
        status: 'active',
        intent: 'order',
        category: [coded(SYSTEMS.snomed, '108252007', 'Laboratorieundersökning')],
        code: coded(test.system, test.code, test.display),
        subject: { reference: at.patient },
        encounter: pointer(encounterOf(at)),
        performer: pointers(laboratory),
        requester: at.me,
        authoredOn: at.now(),
      });
    },
  },

  'collect-specimen': {
    needs: { interactions: [['create', 'Specimen']] },
    perform({ order }, at) {
      const { specimen } = testOf(at, order);
      return at.make({
        resourceType: 'Specimen',
        status: 'available',
        subject: { reference: at.patient },
        request: [{ reference: madeBy(at, order) }],
        type: { text: specimen },
        collection: { collectedDateTime: at.now(), collector: at.me },
      });
    },
  },

  'answer-order': {
    needs: { interactions: [['create', 'DiagnosticReport']] },
    perform({ order, answer }, at) {
      const test = testOf(at, order);
      const code = coded(test.system, test.code, test.display);
      const subject = { reference: at.patient };
      const result: Observation = {
        resourceType: 'Observation',
        id: 'r1',
        status: 'final',
        code,
        subject,
        ...('text' in answer
          ? { valueString: answer.text }
          : { valueQuantity: quantity(answer.value, answer.unit) }),
      };
      return at.sendOn({
        resourceType: 'DiagnosticReport',
        status: 'final',
        category: [coded(SYSTEMS.diagnosticServiceSection, LABORATORY_SECTIONS[test.section])],
        code,
        subject,
        basedOn: [{ reference: madeBy(at, order) }],
        issued: at.now(),
        performer: [at.me],
        contained: [result],
        result: [{ reference: '#r1' }],
      });
    },
  },

  'telephone-critical-answer': {
    needs: {
      interactions: [['create', 'Communication']],
      searches: [['DiagnosticReport', 'based-on', 'status']],
    },
    async perform({ order }, at) {
      const orderer = await at.unit(boundOf(at.context, order.ref).actor.unit);
      const [report] = (await answersTo(at, order)).seen;
      const { word } = testOf(at, order);
      return at.make({
        resourceType: 'Communication',
        status: 'completed',
        category: [concept('critical-answer', 'Kritiskt provsvar')],
        medium: [{ text: 'telefon' }],
        subject: { reference: at.patient },
        about: pointers(report && referenceTo(report)),
        recipient: pointers(orderer),
        sender: at.me,
        sent: at.now(),
        payload: [{ contentString: `Kritiskt svar på ${word} har ringts till avdelningen.` }],
      });
    },
  },

  'acknowledge-critical-answer': {
    needs: { interactions: [['create', 'Communication']] },
    perform({ call }, at) {
      return at.make({
        resourceType: 'Communication',
        status: 'completed',
        category: [concept('critical-answer-acknowledged', 'Kritiskt provsvar kvitterat')],
        subject: { reference: at.patient },
        partOf: [{ reference: madeBy(at, call) }],
        sender: at.me,
        sent: at.now(),
        payload: [{ contentString: 'Svaret är läst tillbaka och mottaget.' }],
      });
    },
  },
};

const questions: QuestionTable<LaboratoryQuestion> = {
  'order-on-laboratory-worklist': {
    needs: { searches: [['Task', 'focus', 'status']], workflows: ['laboratory-routing'] },
    expected: ({ order }) => `Beställningen ”${order.ref}” står på laboratoriets arbetslista.`,
    async look({ order }, at) {
      const laboratory = await at.unit('laboratory');
      const worklist = await at.client.search('Task', { focus: madeBy(at, order), status: 'requested' });
      const own = worklist.find(
        ({ owner }) => owner?.reference !== undefined && localReference(owner.reference) === laboratory,
      );
      return {
        seen: own !== undefined,
        observed:
          own !== undefined
            ? 'Beställningen står på arbetslistan.'
            : worklist.seen.length > 0
              ? 'Beställningen står på någon annans arbetslista.'
              : 'Beställningen står inte på arbetslistan.',
      };
    },
    plainly: orderAtPerformer,
  },

  'answer-on-orderers-list': {
    needs: { searches: [['DiagnosticReport', 'based-on', 'status']] },
    expected: ({ order }) => `Beställaren ser ett svar på ”${order.ref}”.`,
    async look({ order }, at) {
      const answers = await answersTo(at, order);
      const seen = answers.find(() => true) !== undefined;
      return { seen, observed: howMany(answers.seen.length) };
    },
  },

  'exactly-one-answer': {
    needs: { searches: [['DiagnosticReport', 'based-on', 'status']] },
    expected: ({ order }) => `Beställaren ser exakt ett svar på ”${order.ref}”.`,
    async look({ order }, at) {
      const answers = await answersTo(at, order);
      const count = answers.seen.length > 1 ? answers.seen.length : answers.all().length;
      return { seen: count === 1, observed: howMany(count) };
    },
  },

  'answer-reads-unchanged': {
    needs: { searches: [['DiagnosticReport', 'based-on', 'status']] },
    expected: ({ answer }, at) =>
      `Svaret lyder ${answerText(sentAnswer(at, answer).answer)}, tecken för tecken.`,
    async look({ answer: name }, at) {
      const { order, answer } = sentAnswer(at, name);
      const answers = await answersTo(at, order);
      const results = await resultsOf(at, answers);
      const observed = `Det står ${results.map(resultText).join(' och ')}.`;
      if (results.some((result) => !says(result, answer))) return { seen: false, observed };
      answers.all();
      return results.length === 0
        ? { seen: false, observed: 'Inget svar går att läsa.' }
        : { seen: true, observed };
    },
  },

  'acknowledgement-on-record': {
    needs: { searches: [['Communication', 'part-of']] },
    expected: () => 'Det framgår vem som kvitterade det kritiska svaret, och när.',
    async look({ call }, at) {
      const receipts = await at.client.search('Communication', { 'part-of': madeBy(at, call) });
      const receipt = receipts.find(
        ({ category }) => category?.some((each) => hasCode(each, 'critical-answer-acknowledged')) === true,
      );
      if (receipt === undefined) return { seen: false, observed: 'Ingen kvittens finns.' };
      const who = receipt.sender?.display ?? receipt.sender?.reference ?? receipt.sender?.identifier?.value;
      return {
        seen: who !== undefined && receipt.sent !== undefined,
        observed: `Kvitterat av ${who ?? 'okänd'}, ${receipt.sent ?? 'okänt när'}.`,
      };
    },
  },

  'specimen-taken-before-dose': {
    needs: {
      searches: [
        ['Specimen', 'subject'],
        ['MedicationAdministration', 'request'],
      ],
    },
    expected: () => 'Provet är taget innan första dosen gavs.',
    async look({ order, drug }, at) {
      // Both were made by somebody else in the flow, and lists may lag.
      const specimen = await at.await(async () => earliest(await timesCollected(at, order)));
      const dose = await at.await(async () => earliest(await timesGiven(at, drug)));
      if (specimen === undefined) return { seen: false, observed: 'Inget prov är taget.' };
      if (dose === undefined) return { seen: false, observed: 'Ingen dos är given.' };
      return {
        seen: Date.parse(specimen) < Date.parse(dose),
        observed: `Provet togs ${specimen} och första dosen gavs ${dose}.`,
      };
    },
  },

  'patient-reads-answer': {
    needs: {
      searches: [['DiagnosticReport', 'subject']],
      workflows: ['patient-access'],
      patientSignsIn: true,
    },
    expected: () => 'Patienten ser provsvaret.',
    async look({ answer }, at) {
      const answers = await at.client.search('DiagnosticReport', { subject: at.patient });
      const reference = madeBy(at, answer);
      return sightOf(answers.find((report) => referenceTo(report) === reference) !== undefined);
    },
  },
};

const sightOf = (seen: boolean): Sight => ({
  seen,
  observed: seen ? 'Patienten ser svaret.' : 'Svaret syns inte för patienten.',
});

const howMany = (answers: number): string =>
  answers === 0 ? 'Inget svar finns.' : answers === 1 ? 'Ett svar finns.' : `${answers} svar finns.`;

async function timesCollected(at: Workstation, order: Ref): Promise<(string | undefined)[]> {
  const ordered = madeBy(at, order);
  const specimens = await at.client.search('Specimen', { subject: at.patient });
  return specimens
    .all()
    .filter(({ request }) =>
      request?.some(({ reference }) => reference && localReference(reference) === ordered),
    )
    .map(({ collection }) => collection?.collectedDateTime);
}

/** When the doses of a prescription were given, or the one dose that the name stands for. */
async function timesGiven(at: Workstation, drug: Ref): Promise<(string | undefined)[]> {
  const reference = madeBy(at, drug);
  if (reference.startsWith('MedicationAdministration/')) {
    const { effectiveDateTime } = await at.client.read('MedicationAdministration', reference);
    return [effectiveDateTime];
  }
  const doses = await at.client.search('MedicationAdministration', { request: reference });
  return doses.all().map(({ effectiveDateTime }) => effectiveDateTime);
}

const earliest = (times: readonly (string | undefined)[]): string | undefined =>
  times
    .filter((time) => time !== undefined)
    .reduce<string | undefined>(
      (first, time) => (first === undefined || Date.parse(time) < Date.parse(first) ? time : first),
      undefined,
    );

/** What a system does by itself here. */
const workflows = {
  'laboratory-routing': { sv: 'lägger signerade provordinationer på laboratoriets arbetslista' },
} as const;

export const fhir: FhirArea = { tasks, questions, workflows };
