import type { Specimen, Task } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { Ref } from '../../domain/ref.ts';
import { decodeBase64 } from '../../systems/driver/base64.ts';
import { Refused } from '../../systems/driver/outcome.ts';
import { concept, isAt } from '../../systems/fhir-r4/concepts.ts';
import type { FhirArea, Made, Needs, QuestionTable, TaskTable } from '../../systems/fhir-r4/handler.ts';
import { madeBy, type Workstation } from '../../systems/fhir-r4/workstation.ts';
import type { LabelQuestion, LabelTask } from './activities.ts';
import { EXPECTED, judged, NOT_THERE, strangersNumber } from './printed.ts';
import { type Label, labelInZpl } from './scan.ts';

const PRINTING: Needs = { interactions: [['create', 'Task']], workflows: ['label-printing'] };
const COLLECTING: Needs = {
  interactions: [
    ['create', 'Specimen'],
    ['read', 'Task'],
  ],
  workflows: ['label-printing', 'tube-label'],
};

const tasks: TaskTable<LabelTask> = {
  'print-label': {
    needs: PRINTING,
    perform: ({ order }, at) =>
      print('specimen-label', 'Röretikett', { focus: { reference: madeBy(at, order) } }, at),
  },
  'print-wristband': {
    needs: PRINTING,
    perform: (_, at) => print('wristband', 'Armband', {}, at),
  },

  'collect-by-scan': {
    needs: COLLECTING,
    async perform({ order, label }, at) {
      const { code } = printedOn(await at.client.read('Task', madeBy(at, label)));
      if (code === undefined) throw new Refused('Etikettens streckkod går inte att läsa.', 'absence');
      return collect(order, code, at);
    },
  },
  'attempt-wrong-label': {
    needs: COLLECTING,
    perform: ({ order }, at) => collect(order, strangersNumber(at.context.token), at),
  },

  'receive-tube': {
    needs: { interactions: [['update', 'Specimen']] },
    async perform({ tube }, at) {
      const reference = madeBy(at, tube);
      await at.client.update('Specimen', reference, at.context.token, (before) => ({
        ...before,
        receivedTime: at.now(),
      }));
      return { reference };
    },
  },
};

const print = (code: string, text: string, more: Pick<Task, 'focus'>, at: Workstation): Promise<Made> =>
  at.make<Task>({
    resourceType: 'Task',
    status: 'completed',
    intent: 'order',
    code: concept(code, text),
    ...more,
    for: { reference: at.patient },
    authoredOn: at.now(),
    requester: at.me,
  });

const collect = (order: Ref, number: string, at: Workstation): Promise<Made> =>
  at.make<Specimen>({
    resourceType: 'Specimen',
    accessionIdentifier: { system: SYSTEMS.label, value: number },
    status: 'available',
    subject: { reference: at.patient },
    request: [{ reference: madeBy(at, order) }],
    collection: { collectedDateTime: at.now(), collector: at.me },
  });

/** What came out of the printer. */
function printedOn({ output = [] }: Task): Label {
  const data = output.find(({ valueAttachment }) => valueAttachment !== undefined)?.valueAttachment?.data;
  return data === undefined ? { lines: [], code: undefined } : labelInZpl(decodeBase64(data));
}

const numberOn = ({ identifier = [] }: Task): string | undefined =>
  identifier.find(({ system }) => system === SYSTEMS.label)?.value;

const questions: QuestionTable<LabelQuestion> = {
  'label-in-printer': {
    needs: { searches: [['Task', 'owner', 'code', 'patient']], workflows: ['label-printing'] },
    expected: () => EXPECTED,
    async look({ label }, at) {
      const reference = madeBy(at, label);
      const spool = await at.client.search('Task', {
        owner: (await at.unit(at.context.actor.unit)) ?? '',
        code: `${SYSTEMS.genrep}|specimen-label,${SYSTEMS.genrep}|wristband`,
        patient: at.patient,
      });
      const found = spool.find((each) => isAt(each, reference));
      if (found === undefined) return { seen: false, observed: NOT_THERE };
      return judged(printedOn(found), { patient: at.context.patient, number: numberOn(found) });
    },
  },

  'tube-received': {
    needs: { interactions: [['read', 'Specimen']] },
    expected: ({ tube }) => `”${tube.ref}” är mottaget på laboratoriet.`,
    async look({ tube }, at) {
      const { receivedTime } = await at.client.read('Specimen', madeBy(at, tube));
      return {
        seen: receivedTime !== undefined,
        observed:
          receivedTime === undefined ? 'Röret är inte mottaget.' : `Röret är mottaget ${receivedTime}.`,
      };
    },
  },
};

/** What a system does by itself here. */
const workflows = {
  'label-printing': { sv: 'skriver ut etiketter i den egna enhetens skrivare' },
  'tube-label': { sv: 'stoppar ett rör vars etikett inte är patientens' },
} as const;

export const fhir: FhirArea = { tasks, questions, workflows };
