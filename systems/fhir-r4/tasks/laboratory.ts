import type { Observation } from '@medplum/fhirtypes';
import type { LaboratoryTask } from '../../../domain/activities/laboratory.ts';
import { LABORATORY_TESTS } from '../../../domain/codes/laboratory-tests.ts';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import { boundOf } from '../../care-system.ts';
import { coded, concept, pointer, pointers, quantity, referenceTo } from '../concepts.ts';
import type { TaskTable } from '../handler.ts';
import { answersTo, testOf } from '../laboratory-answers.ts';
import { encounterOf, madeBy } from '../workstation.ts';

export const laboratoryTasks: TaskTable<LaboratoryTask> = {
  'order-test': {
    needs: { interactions: [['create', 'ServiceRequest']] },
    async perform({ test }, at) {
      const laboratory = await at.unit('laboratory');
      const { system, code, display } = LABORATORY_TESTS[test];
      return at.make({
        resourceType: 'ServiceRequest',
        status: 'active',
        intent: 'order',
        category: [coded(SYSTEMS.snomed, '108252007', 'Laboratorieundersökning')],
        code: coded(system, code, display),
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
      const { specimen } = LABORATORY_TESTS[testOf(at, order)];
      return at.make({
        resourceType: 'Specimen',
        status: 'available',
        subject: { reference: at.patient },
        request: [{ reference: madeBy(at, order) }],
        type: { text: specimen === 'blood' ? 'Blod' : 'Urin' },
        collection: { collectedDateTime: at.now(), collector: at.me },
      });
    },
  },

  'answer-order': {
    needs: { interactions: [['create', 'DiagnosticReport']] },
    perform({ order, answer }, at) {
      const test = LABORATORY_TESTS[testOf(at, order)];
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
        category: [coded(SYSTEMS.diagnosticServiceSection, test.section === 'microbiology' ? 'MB' : 'CH')],
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
      const test = testOf(at, order);
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
        payload: [{ contentString: `Kritiskt svar på ${test} har ringts till avdelningen.` }],
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
