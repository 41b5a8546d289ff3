import type { MedicationStatement, Task } from '@medplum/fhirtypes';
import type { Of } from '../../domain/activity.ts';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { taskBehind } from '../../systems/care-system.ts';
import { coded, concept, isAt, pointer } from '../../systems/fhir-r4/concepts.ts';
import type { FhirArea, Made, Needs, QuestionTable, TaskTable } from '../../systems/fhir-r4/handler.ts';
import { encounterOf, madeBy, type Workstation } from '../../systems/fhir-r4/workstation.ts';
import type { ReconciliationQuestion, ReconciliationTask } from './activities.ts';
import { DECISIONS } from './decision.ts';

const SIGNING: Needs = { interactions: [['create', 'Task']] };

const tasks: TaskTable<ReconciliationTask> = {
  'list-home-drug': {
    needs: { interactions: [['create', 'MedicationStatement']] },
    perform({ drug }, at) {
      return at.make<MedicationStatement>({
        resourceType: 'MedicationStatement',
        status: 'unknown',
        category: HOME,
        medicationCodeableConcept: coded(SYSTEMS.atc, drug.atc, drug.substance),
        subject: { reference: at.patient },
        context: pointer(encounterOf(at)),
        dateAsserted: at.now(),
        informationSource: { reference: at.patient },
      });
    },
  },

  'decide-home-drug': {
    needs: {
      interactions: [
        ['read', 'MedicationStatement'],
        ['update', 'MedicationStatement'],
      ],
    },
    async perform({ homeDrug, decision }, at) {
      const reference = madeBy(at, homeDrug);
      await at.client.update('MedicationStatement', reference, at.context.token, (statement) => ({
        ...statement,
        status: DECISIONS[decision].status,
      }));
      return { reference };
    },
  },

  'sign-reconciliation': { needs: SIGNING, perform: sign },
  'attempt-to-sign-reconciliation': { needs: SIGNING, perform: sign },
};

/** HL7: taken at home, of MedicationStatement's categories. */
const HOME = coded(
  'http://terminology.hl7.org/CodeSystem/medication-statement-category',
  'community',
  'Hemläkemedel',
);

function sign(_: ReconciliationTask, at: Workstation): Promise<Made> {
  return at.make<Task>({
    resourceType: 'Task',
    status: 'completed',
    intent: 'order',
    code: concept('medication-reconciliation', 'Läkemedelsavstämning'),
    for: { reference: at.patient },
    encounter: pointer(encounterOf(at)),
    authoredOn: at.now(),
    requester: at.me,
  });
}

const questions: QuestionTable<ReconciliationQuestion> = {
  'home-drug-decided': {
    needs: { searches: [['MedicationStatement', 'patient']] },
    expected: ({ homeDrug, decision }) => `”${homeDrug.ref}” ska ${DECISIONS[decision].sv}.`,
    async look({ homeDrug, decision }, at) {
      const all = await at.client.search('MedicationStatement', { patient: at.patient });
      const found = all.find((each) => isAt(each, madeBy(at, homeDrug)));
      const { drug } = taskBehind<Of<ReconciliationTask, 'list-home-drug'>>(
        at.context,
        homeDrug.ref,
        'list-home-drug',
      );
      const called = found?.medicationCodeableConcept?.text;
      return {
        seen: found?.status === DECISIONS[decision].status && called === drug.substance,
        observed:
          found === undefined
            ? 'Hemläkemedlet står inte i avstämningen.'
            : `I avstämningen står ${called ?? 'läkemedlet'} som ${found.status}.`,
      };
    },
  },
};

export const fhir: FhirArea = { tasks, questions };
